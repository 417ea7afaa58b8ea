"""Texts as blocks, and the arithmetic of places in them."""
