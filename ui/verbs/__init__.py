"""What menus, keys and buttons do: each verb asks the user what it must, then calls one operation."""
