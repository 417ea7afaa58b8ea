"""Every verb of one window: what its menus, keys and buttons do."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.people.strip import SetUpStrip
from ui.verbs.changes import ChangeVerbs
from ui.verbs.comments import CommentVerbs
from ui.verbs.exchange import ExchangeVerbs
from ui.verbs.figures import FigureVerbs
from ui.verbs.folder import FolderVerbs
from ui.verbs.headline import HeadlineVerbs
from ui.verbs.laying import LayingVerbs
from ui.verbs.letters import LetterVerbs
from ui.verbs.links import LinkVerbs
from ui.verbs.look_up import LookUpVerbs
from ui.verbs.names import NameVerbs
from ui.verbs.notes import NoteVerbs
from ui.verbs.packs import PackVerbs
from ui.verbs.pasting import PasteVerbs
from ui.verbs.people import PeopleVerbs
from ui.verbs.printing import PrintVerbs
from ui.verbs.problems import ProblemVerbs
from ui.verbs.queue import QueueVerbs
from ui.verbs.report import ReportVerbs
from ui.verbs.review import ReviewVerbs
from ui.verbs.settings import SettingsVerbs
from ui.verbs.story import StoryVerbs
from ui.verbs.text import TextVerbs
from ui.verbs.versions import VersionVerbs
from ui.verbs.view import ViewVerbs
from ui.verbs.window_parts import WindowParts
from ui.verbs.windows import WindowVerbs


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs by subject."""

    story: StoryVerbs
    text: TextVerbs
    problems: ProblemVerbs
    view: ViewVerbs
    settings: SettingsVerbs
    names: NameVerbs
    figures: FigureVerbs
    people: PeopleVerbs
    review: ReviewVerbs
    queue: QueueVerbs
    report: ReportVerbs
    notes: NoteVerbs
    folder: FolderVerbs
    letters: LetterVerbs
    printing: PrintVerbs
    headline: HeadlineVerbs
    versions: VersionVerbs
    changes: ChangeVerbs
    comments: CommentVerbs
    links: LinkVerbs
    pasting: PasteVerbs
    look_up: LookUpVerbs
    laying: LayingVerbs
    packs: PackVerbs
    windows: WindowVerbs
    exchange: ExchangeVerbs

    def table(self) -> dict[str, Callable[[], object]]:
        """Return every verb by the name of its action; walking is the review's, which hands it on to the problems."""
        return {
            **self.story.table(),
            **self.text.table(),
            **self.problems.table(),
            **self.view.table(),
            **self.settings.table(),
            **self.names.table(),
            **self.figures.table(),
            **self.people.table(),
            **self.review.table(),
            **self.notes.table(),
            **self.queue.table(),
            **self.report.table(),
            **self.folder.table(),
            **self.letters.table(),
            **self.printing.table(),
            **self.headline.table(),
            **self.versions.table(),
            **self.changes.table(),
            **self.comments.table(),
            **self.links.table(),
            **self.look_up.table(),
            **self.laying.table(),
            **self.packs.table(),
            **self.windows.table(),
            **self.exchange.table(),
        }


def make_verbs(parts: WindowParts, set_up: SetUpStrip) -> Verbs:
    """Return the verbs of a window with these parts."""
    laying = LayingVerbs(parts)
    packs = PackVerbs(parts, laying.list)
    story, problems = StoryVerbs(parts, packs.look_at), ProblemVerbs(parts)
    settings = SettingsVerbs(parts)
    view = ViewVerbs(parts, settings)
    notes = NoteVerbs(parts)
    review = ReviewVerbs(parts, problems.step_back_or_on)
    return Verbs(
        story=story,
        text=TextVerbs(parts),
        problems=problems,
        view=view,
        settings=settings,
        names=NameVerbs(parts),
        figures=FigureVerbs(parts),
        people=PeopleVerbs(parts, set_up),
        review=review,
        queue=QueueVerbs(parts, story, review, view.panes_changed),
        report=ReportVerbs(parts),
        notes=notes,
        folder=FolderVerbs(parts),
        letters=LetterVerbs(parts),
        printing=PrintVerbs(parts),
        headline=HeadlineVerbs(parts),
        versions=VersionVerbs(parts),
        links=LinkVerbs(parts),
        pasting=PasteVerbs(parts),
        look_up=LookUpVerbs(parts),
        laying=laying,
        packs=packs,
        windows=WindowVerbs(parts),
        exchange=ExchangeVerbs(parts, laying.list, packs.look_at),
        changes=ChangeVerbs(parts),
        comments=CommentVerbs(parts, notes),
    )
