"""What goes out to people and comes back: the data folder of a new year."""
