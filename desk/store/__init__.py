"""The desk's memory: one database, frozen values in and out. `connect.open_store` is the door."""
