"""The page of house style in the settings: every choice, tried on stories before it is made."""
