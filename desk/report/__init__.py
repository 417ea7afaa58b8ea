"""What a check or a review came to, in words and in JSON."""
