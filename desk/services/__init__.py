"""The rooms of the session, one subject each; `desk/session.py` puts them together."""
