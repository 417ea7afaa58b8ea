"""Rows turned into frozen values and back."""
