"""`copydesk move` and `copydesk states`: stories moved by the same table and the same gate as in the window."""

from pathlib import Path

import click

from desk.commands.say import say
from desk.commands.with_session import at_desk
from desk.errors import KnownError
from desk.review.move_request import MoveRequest
from desk.review.obstacles import key_meant
from desk.review.words import to_slug
from desk.session import Desk
from desk.story import MoveOption


@click.command()
@click.argument("story")
@click.argument("action", metavar="[MOVE]", default="")
@click.option("--note", default="", help="Why; some moves need it.")
@click.option("--pass", "passed", multiple=True, metavar="OBSTACLE=REASON", help="Let an obstacle pass, with a reason.")
@click.option("--to", default="", metavar="INITIALS", help="Whom it goes to.")
@click.option("--as", "initials", default="", metavar="INITIALS", help="Who moves it; by default who works here.")
@click.pass_obj
def move(database: str, story: str, action: str, note: str, passed: tuple[str, ...], to: str, initials: str) -> int:
    """Move a story on; without MOVE, list where it can go and what stands in the way.

    Exit status: 0 moved or listed, 2 not moved.
    """
    with at_desk(database, initials) as desk:
        story_id = desk.stories.named(story)
        desk.review.check_anew(story_id)
        if not action:
            for option in desk.moves.options(story_id):
                say("\n".join(_listed(desk, option)))
            return 0
        whom = desk.people.with_initials(to) if to else None
        if to and whom is None:
            raise KnownError(f"Nobody on this desk has the initials “{to}”.")
        reasons = dict(_pair(each) for each in passed)
        wanted = MoveRequest(
            story=story_id, action=to_slug(action), note=note, passed=reasons, to=whom.id if whom else ""
        )
        done = desk.moves.move(wanted)
        say(done.told)
        for unsent in done.unsent:
            say(unsent.why, err=True)
    return 0


def _listed(desk: Desk, option: MoveOption) -> list[str]:
    note = ", needs a note" if option.needs_reason else ""
    head = f"{option.action}: {option.words} -> {desk.moves.state_name(option.target)}{note}"
    return [head, *(f"    {o.key}: {o.sentence}" for o in option.obstacles)]


def _pair(word: str) -> tuple[str, str]:
    key, sign, reason = word.partition("=")
    if not sign or not reason.strip():
        raise KnownError(f"“{word}” must be OBSTACLE=REASON, such as --pass “Grammar: not checked=read by hand”.")
    return key_meant(key.strip()), reason.strip()


@click.command()
@click.option("--file", "path", type=click.Path(path_type=Path), help="Try a file of rules instead of the desk's own.")
@click.pass_obj
def states(database: str, path: Path | None) -> int:
    """Show the desk's states and moves, and who may make them; a file that makes no sense is refused with its line."""
    from desk.review.states_file import read_rules

    with at_desk(database) as desk:
        manual = desk.settings.manual_items
        table = (desk.moves.rules() if path is None else read_rules(path, manual, must_exist=True)).table
        for state, name in table.names.items():
            say(f"{name} ({state})")
            for each in table.moves_out(state):
                roles = " or ".join(sorted(role.words for role in each.roles)) or "anybody"
                target = table.name(each.target) if each.target else "where it was"
                say(f"    {each.action}: {each.words} -> {target}, {roles}")
    return 0
