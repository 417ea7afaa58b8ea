"""The database itself: tables, opening, faults in the user's words, backups."""
