"""The desk's settings: each is declared once (`of_house.py`, `declared.py`), read with care, and written back."""
