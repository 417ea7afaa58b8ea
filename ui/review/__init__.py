"""The chief's view of one story: it reads clean, what changed is a key away, and beside it stands what counts."""
