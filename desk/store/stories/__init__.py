"""Stories with their versions, checks, readings, comments, looks, locks and recovery copies."""
