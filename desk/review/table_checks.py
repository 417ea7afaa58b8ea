"""Whether a table of states and moves makes sense: every state reached and left, and one way alone to Approved."""

from collections.abc import Iterator

from desk.review.states import Action, Read, State, Table, Watch
from desk.toml_places import Places


def check_sense(table: Table, places: Places) -> None:
    """Raise `KnownError` with line and reason for the first thing in the table that makes no sense."""
    for reason, keys in _nonsense(table):
        raise places.wrong(reason, *(keys if places.has(*keys[:2]) else ("move",)))


def _nonsense(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from _moves(table)
    yield from _approval(table)
    reached = _reached(table)
    for state, name in table.names.items():
        at = ("state", state)
        if state not in reached:
            yield f"no move from “{table.name(State.DRAFT)}” ever comes to “{name}”: add one, or take it out.", at
        if not table.moves_out(state):
            yield f"no move leads out of “{name}”: a story would be stuck there.", at


def _moves(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    words: dict[str, str] = {}
    for move in table.moves:
        at = ("move", move.action)
        if not move.sources:
            yield f"“{move.words}” starts nowhere: “from” must name a state.", (*at, "from")
        if move.words in words:
            yield f"“{move.words}” are the words of “{words[move.words]}” already.", (*at, "words")
        words[move.words] = move.action
        if move.target is not None and move.target in move.sources:
            yield f"“{move.words}” leads from “{table.name(move.target)}” to itself.", (*at, "to")
        if move.target == State.HOLD and move.action != Action.HOLD:
            yield "only “hold” may lead to Hold, for a held story goes back to where it was.", (*at, "to")
        if move.asks_until and move.action != Action.HOLD:
            yield "“until” belongs to “hold” alone.", (*at, "until")


def _approval(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    for move in table.moves:
        at = ("move", move.action)
        approves = move.action == Action.APPROVE
        if approves and (move.target != State.APPROVED or move.watch is not Watch.ALL):
            yield "“approve” must lead to Approved and watch all: it makes the seal.", at
        if approves and State.CHIEF not in move.sources:
            yield f"“approve” must start from “{table.name(State.CHIEF)}”: that is where a fallen approval goes.", at
        if not approves and move.target == State.APPROVED:
            yield "only “approve” may lead to Approved, for nothing is approved without a seal.", (*at, "to")
    if not any(move.action == Action.RESUME for move in table.moves):
        yield "without “resume” a held story never goes back to where it was.", ("move", Action.RESUME)
    if not any(move.read is not Read.NONE for move in table.moves):
        yield "no move ends a first read: a story would reach the section chief unread.", ("move",)
    for move in table.moves:
        if move.read is Read.SECOND and not any(m.read is Read.FIRST for m in table.moves):
            yield f"“{move.words}” ends a second read, and no move ends a first one.", ("move", move.action, "read")


def _reached(table: Table) -> set[str]:
    reached: set[str] = {State.DRAFT}
    grown = True
    while grown:
        new = {m.target for m in table.moves if m.target is not None and m.sources & reached} - reached
        grown = bool(new)
        reached |= new
    return reached
