"""The address of a server of the desk, as it may be told and kept: without the password that may stand in it."""


def without_password(url: str) -> str:
    """Return the address without name and password of whoever may ask there."""
    before, slashes, rest = url.strip().rpartition("://")
    host, slash, path = rest.partition("/")
    return f"{before}{slashes}{host.rpartition('@')[2]}{slash}{path}"
