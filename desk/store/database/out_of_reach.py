"""Why a server's database cannot be used, in one sentence: no line, another name or password, no such database.

A driver has no numbers for what fails before anybody is let in, so its words are read, and those that are known are
told in ours; what the driver said stands in the cause. Other words of other drivers are said as they are.
"""

from desk.errors import KnownError, OutOfReach

_NO_NAME = ("could not translate host name", "failed to resolve host", "name or service not known", "nodename nor")
_NO_LINE = (
    "connection refused",
    "timeout expired",
    "timed out",
    "no route to host",
    "network is unreachable",
    "closed the connection",
    "connection is lost",
    "could not receive data",
    "consuming input failed",
    "terminating connection",
)
_NOT_LET_IN = (
    "password authentication failed",
    "no password supplied",
    "authentication failed",
    "no pg_hba.conf entry",
)


def server_fault(name: str, said: str) -> KnownError:
    """Return the sentence for what a driver said of the database `name` when it could not go on."""
    words = said.casefold()
    if any(each in words for each in _NOT_LET_IN) or _is_missing("role", words):
        return KnownError(f"The database {name} does not let this user in: check name and password in its address.")
    if _is_missing("database", words):
        return KnownError(f"The database {name} is not on its server: check its name at the end of the address.")
    if any(each in words for each in _NO_NAME):
        return OutOfReach(
            f"The database {name} cannot be reached: nobody here knows this server; check its name, or the network."
        )
    if any(each in words for each in _NO_LINE):
        return OutOfReach(f"The database {name} cannot be reached: there is no line to its server now.")
    return OutOfReach(f"The database {name} cannot be reached ({said}): check the address and the network.")


def _is_missing(what: str, words: str) -> bool:
    return f'{what} "' in words and "does not exist" in words
