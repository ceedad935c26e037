"""Tables, charts, diagrams and sentences: what the notebooks call."""
