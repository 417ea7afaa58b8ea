"""What a user can do to house style: look, try on stories, ask approved ones, write the house file."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.story import Changes
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

if TYPE_CHECKING:
    from desk.checking.house_trials import DeskStory, DeskTrial, HouseTrial, StoryTrials
    from desk.checks.style.choices.choice import StyleChoice
    from desk.checks.style.choices.learning import FormsOfText
    from desk.services.house_style import ApprovedForms, HousePage
    from desk.settings.house_writing import HouseEdit

Failed = Callable[[KnownError], None]


def page(hub: Hub, path: str, done: "Callable[[HousePage], None]") -> None:
    """Read the house file at a path, empty for the one in force."""
    hub.ask(lambda desk: desk.house_style.page(path), done)


def change(hub: Hub, shown: "HousePage", edit: "HouseEdit", done: Callable[[Changes], None], failed: Failed) -> None:
    """Write what was chosen into the house file."""
    hub.store(lambda desk: desk.house_style.change(shown, edit), done, failed)


def trials(hub: Hub, done: "Callable[[StoryTrials], None]", failed: Failed) -> None:
    """Fetch the stories that choices are tried on."""
    hub.ask(lambda desk: desk.house_style.trials(), done, failed)


def try_choice(
    hub: Hub,
    stories: "StoryTrials",
    choice: "StyleChoice",
    value: str,
    *,
    told: Callable[[int], None],
    done: "Callable[[DeskTrial], None]",
    failed: Failed,
    token: Token,
) -> None:
    """Try a value of a choice on stories, in the lane of checks; `told` hears how many were read."""
    say = hub.lanes.relay(told)
    hub.check(Lane.CHECKS, lambda _: stories.run(choice, value, say, token.cancelled), done, failed, token)


def try_house(
    hub: Hub,
    stories: "StoryTrials",
    shown: "HousePage",
    edit: "HouseEdit",
    *,
    told: Callable[[int], None],
    done: "Callable[[HouseTrial], None]",
    failed: Failed,
    token: Token,
) -> None:
    """Try all that was chosen beside what the file says, in the lane of checks; `told` hears how many were read."""
    say = hub.lanes.relay(told)

    def compared(_: object) -> "HouseTrial":
        from desk.settings.house_writing import style_with

        after = style_with(shown.house, edit)
        return stories.compare(shown.house.file.style, after, shown.off, say, token.cancelled)

    hub.check(Lane.CHECKS, compared, done, failed, token)


def approved(hub: Hub, done: "Callable[[ApprovedForms], None]") -> None:
    """Ask what is known of approved stories, and which of them nobody read yet."""
    hub.ask(lambda desk: desk.house_style.approved(), done)


def read_forms(
    hub: Hub,
    stories: "Iterable[DeskStory]",
    *,
    told: Callable[[int], None],
    done: "Callable[[Mapping[str, FormsOfText]], None]",
    token: Token,
) -> None:
    """Read what approved stories do, in the lane of checks; `told` hears how many were read."""
    from desk.checking.house_trials import read_forms_of

    say = hub.lanes.relay(told)
    hub.check(Lane.CHECKS, lambda _: read_forms_of(stories, say, token.cancelled), done, token=token)


def keep_forms(hub: Hub, forms: "Mapping[str, FormsOfText]") -> None:
    """Keep what approved stories do, so that nobody reads them again."""
    hub.store(lambda desk: desk.house_style.keep_forms(forms))
