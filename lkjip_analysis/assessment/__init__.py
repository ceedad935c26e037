"""Does the report answer the rules? R01-R25 and the estimate of the evaluator's marks."""
