"""Every forgery that was tried, each done to a database of its own, and who sees it: the table of `docs/forgeries.md`.

`pytest tests/desk/forgeries --accept` writes the table.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from desk.services.witness import Witness
from tests.desk.forgeries import forged_later, forged_rows, forged_seals, forged_trail

PAGE = Path(__file__).resolve().parents[3] / "docs" / "forgeries.md"


@dataclass(frozen=True)
class Forgery:
    """One thing that a forger does, and to which story; `text` is what they say was approved.

    `hides` an approval or a return rather than pretending one: then a state that is not Approved gives nothing away.
    """

    words: str
    act: object
    story: str = "bridge"
    text: str | None = None
    hides: bool = False


FORGERIES = (
    Forgery("The text edited under its digest", forged_seals.text_under_its_digest),
    Forgery("The text replaced, with its digest, in story and version", forged_seals.text_with_its_digest),
    Forgery(
        "The same, and the digest beside the seal",
        forged_seals.text_with_its_digest_and_the_seals,
        text=forged_seals.OTHERS,
    ),
    Forgery("The text of an old version edited", forged_seals.old_text),
    Forgery("The author of an old version changed", forged_seals.old_author),
    Forgery("The author of the version that was approved changed", forged_seals.last_author),
    Forgery("“Approved” written into the state of a draft", forged_seals.state_alone, "twin"),
    Forgery("The same, with the id of an old seal, after a return", forged_seals.state_with_an_old_seal, "ferry"),
    Forgery("An approval entered into the trail, without a seal", forged_seals.entry_without_seal, "twin"),
    Forgery("An approval with a seal by a key that nobody knows", forged_seals.seal_by_an_unknown_key, "twin"),
    Forgery("The same, the key entered as the chief's", forged_seals.seal_by_a_key_entered_as_the_chiefs, "twin"),
    Forgery("The same, the key entered into the trail", forged_seals.seal_by_a_key_entered_into_the_trail, "twin"),
    Forgery("The same, and confirmed by itself", forged_seals.seal_by_a_key_that_confirms_itself, "twin"),
    Forgery("The same, the chief's key revoked before", forged_seals.seal_by_a_key_that_pushes_the_chiefs_out, "twin"),
    Forgery(
        "The first key of a chief who never signed entered by a forger",
        forged_seals.seal_by_the_first_key_of_a_chief,
        "twin",
    ),
    Forgery("An approval in one's own name and key, without the role", forged_seals.seal_without_the_role, "twin"),
    Forgery("The chief's public key exchanged, the seal signed with that", forged_seals.public_key_exchanged),
    Forgery("The same, with the name of the key", forged_seals.key_exchanged_with_its_name),
    Forgery("What was signed edited", forged_seals.payload_edited),
    Forgery("What was signed replaced by rubbish", forged_seals.payload_of_rubbish),
    Forgery("Columns beside the seal edited", forged_seals.seal_columns_edited),
    Forgery("The moment beside a seal edited", forged_seals.seal_moment_edited),
    Forgery("The waivers beside a seal edited", forged_seals.seal_waivers_edited),
    Forgery("The digests beside a seal of its copy map edited", forged_seals.seal_map_edited),
    Forgery("What the checks had found wiped from a seal", forged_rows.run_wiped_in_the_seal),
    Forgery("A seal made an unsigned one of before", forged_seals.seal_made_unsigned),
    Forgery(
        "A return deleted, the trail cut and chained anew; no seal after it",
        forged_seals.return_deleted_at_the_end,
        "ferry",
    ),
    Forgery("The same, with seals of other stories after it", forged_seals.return_deleted_before_a_seal, "harbour"),
    Forgery("An old seal replayed by entries that void and restore", forged_seals.restored_by_entries, "ferry"),
    Forgery("An old seal replayed by another entry that approves", forged_seals.approved_again_by_an_old_seal, "ferry"),
    Forgery("A seal given to a twin of the story", forged_seals.seal_given_to_a_twin, "twin"),
    Forgery("The same, with the entries of the trail", forged_seals.decisions_given_to_a_twin, "twin"),
    Forgery("The reason of a waiver edited", forged_trail.waiver_edited),
    Forgery("The same, the trail chained anew", forged_trail.waiver_edited_and_chained),
    Forgery("The same, the places of the seals set to 0", forged_trail.waiver_edited_chained_and_unanchored),
    Forgery("Another name in an entry of the trail", forged_trail.entry_edited),
    Forgery("Rubbish in an entry of the trail", forged_trail.entry_of_rubbish),
    Forgery("Two entries reordered", forged_trail.entries_reordered),
    Forgery("An entry deleted", forged_trail.entry_deleted),
    Forgery("The numbers of two entries swapped", forged_trail.numbers_swapped),
    Forgery("The end of the trail moved", forged_trail.end_moved),
    Forgery("The last entry cut off, the end moved there", forged_trail.entries_cut_off, "ferry", hides=True),
    Forgery("The same, and the story called approved again", forged_trail.trail_cut_and_a_ferry_approved, "ferry"),
    Forgery("A role given, an approval made, the role taken back", forged_trail.role_given_and_taken_back, "twin"),
    Forgery("The same, the role given by an entry of the trail", forged_trail.role_given_by_an_entry, "twin"),
    Forgery("A role given", forged_trail.role_given),
    Forgery("A role given and an approval asked for with it in Copydesk", forged_trail.role_given_and_used, "twin"),
    Forgery("Everybody removed from the desk, so that nobody is asked for a role", forged_trail.nobody_left),
    Forgery("Somebody who has left brought back", forged_trail.brought_back),
    Forgery("A person renamed", forged_trail.person_renamed),
    Forgery("A person added", forged_trail.person_added),
    Forgery("A PIN wiped", forged_trail.pin_wiped),
    Forgery("A revoked key revived", forged_trail.revoked_key_revived),
    Forgery("The revocation taken out of the trail, the stolen key used", forged_seals.revocation_taken_out, "twin"),
    Forgery("A stolen, revoked key used with an old date", forged_trail.stolen_key_with_an_old_date, "twin"),
    Forgery("Findings wiped from the last check", forged_trail.findings_wiped),
    Forgery("Findings wiped from what the chief saw", forged_trail.findings_wiped_where_sealed),
    Forgery("A word put into the desk's dictionary", forged_trail.dictionary_word),
    Forgery("A comment changed", forged_trail.comment),
    Forgery("The same, with its digest in the trail, chained anew", forged_trail.comment_changed_and_chained),
    Forgery(
        "A comment changed that no entry stands behind yet",
        forged_trail.comment_of_a_draft_changed,
        "twin",
        hides=True,
    ),
    Forgery("The slug of an approved story changed", forged_trail.slug),
    Forgery("Its section changed", forged_trail.section),
    Forgery("Its headline changed", forged_trail.headline),
    Forgery("Its copy map changed", forged_trail.copy_map),
    Forgery(
        "An approval deleted with its seal, the trail chained anew",
        forged_trail.approval_deleted_with_its_seal,
        hides=True,
    ),
    Forgery("A version removed", forged_trail.version_removed),
    Forgery("Guards of a table dropped", forged_trail.guards_dropped),
    Forgery("Guards dropped and put back, nothing else", forged_trail.guards_dropped_and_put_back),
    Forgery("The first entry changed and the trail chained anew", forged_trail.trail_of_another),
    Forgery("The database put back to yesterday", forged_trail.yesterday),
    Forgery(
        "Last week's stories and versions put back from an attached copy, the trail as it is",
        forged_rows.rows_of_last_week,
        "twin",
        hides=True,
    ),
    Forgery("One story put back to its version before the last", forged_rows.story_put_back, "twin", hides=True),
    Forgery("A comment removed", forged_rows.comments_removed, hides=True),
    Forgery("A comment of no sort that there is", forged_rows.comment_of_other_words),
    Forgery("A comment without its id", forged_rows.comment_without_id),
    Forgery("A NUL in the slug of an approved story", forged_rows.slug_with_a_nul),
    Forgery("Its slug in letters that look the same", forged_rows.slug_in_other_letters),
    Forgery("A NUL behind its text", forged_rows.text_with_a_nul),
    Forgery("Its text of another type of the database", forged_rows.text_of_another_type),
    Forgery("Its slug as bytes", forged_rows.slug_of_bytes),
    Forgery("Its state as bytes", forged_rows.state_of_bytes),
    Forgery("A number for its copy map", forged_rows.copy_map_of_another_shape),
    Forgery("A version that is not there", forged_rows.version_that_is_not_there),
    Forgery("A second last version beside the approved one", forged_rows.second_head),
    Forgery("A second end of the trail", forged_rows.second_end),
    Forgery("The entry of a return moved to another desk's strand", forged_rows.entry_moved_to_another_strand, "ferry"),
    Forgery("An approval in another desk's strand", forged_rows.approval_from_another_strand, "twin"),
    Forgery("The same, and that desk made this database's own", forged_rows.people_of_another_desk, "twin"),
    Forgery("Papers of another desk (its rules of review) entered", forged_rows.papers_of_another_desk),
    Forgery(
        "A chief's first key entered before all that an administrator signed, the trail chained anew",
        forged_rows.first_key_before_all_that_was_signed,
        "twin",
    ),
    Forgery("A view put in the place of a table", forged_rows.view_for_a_table),
    Forgery("A trigger that rewrites stories", forged_rows.trigger_that_rewrites),
    Forgery("The same, under the name of one of Copydesk's own", forged_rows.trigger_of_ours_that_rewrites),
    Forgery("A column that is worked out added to the stories", forged_rows.generated_column),
    Forgery("The same, and a table in the way of asking about columns", forged_rows.table_in_the_way_of_a_question),
    Forgery("A story removed, with its trail left", forged_rows.story_removed, "twin", hides=True),
    Forgery("An embargo that was set removed", forged_rows.embargo_removed),
    Forgery(
        "Findings of a draft wiped, with their digest", forged_rows.findings_wiped_with_their_digest, "twin", hides=True
    ),
    Forgery("A copy editor signs, and is made a chief only afterwards", forged_later.chief_only_later, "twin"),
    Forgery("A chief's key signs, and is confirmed only afterwards", forged_later.key_confirmed_only_later, "twin"),
    Forgery(
        "A stolen key, revoked here, signs in a copy that says it had not heard of it",
        forged_later.revoked_key_from_elsewhere,
        "twin",
    ),
    Forgery("The same in a copy that had heard of it", forged_later.revoked_key_that_heard_of_it, "twin"),
    Forgery(
        "Another copy adds an administrator of its own, who approves",
        forged_later.administrator_added_elsewhere,
        "twin",
    ),
    Forgery("An approval dated in the year 9999", forged_later.moment_of_the_far_future),
    Forgery("An approval dated beyond all calendars", forged_later.moment_beyond_all_calendars),
    Forgery("An entry on people dated beyond all calendars", forged_later.entry_of_the_desk_in_the_far_future),
    Forgery(
        "A second person added whose name looks the same", forged_later.person_added_with_letters_that_look_the_same
    ),
    Forgery("A second person added with the name in capitals", forged_later.person_added_in_other_case),
    Forgery("A view with a name in quotation marks", forged_later.view_with_a_quoted_name),
    Forgery("A trigger with a name in quotation marks", forged_later.trigger_with_a_quoted_name),
    Forgery("A guard that guards nothing, its name in capitals", forged_later.guard_in_other_case),
    Forgery("The trigger of the index made to write elsewhere", forged_later.index_of_ours_that_writes_elsewhere),
    Forgery("The view of the index made to say something else", forged_later.view_of_ours_that_says_something_else),
    Forgery("Links of an approved story exchanged, in all its versions", forged_rows.links_exchanged),
    Forgery("Its format changed", forged_rows.format_changed),
    Forgery("Why a version was made changed", forged_rows.why_of_a_version_changed),
    Forgery("A waiver made to hold for the whole desk", forged_rows.scope_of_a_waiver_widened),
    Forgery("A waiver moved to another finding", forged_rows.waiver_on_another_finding),
    Forgery("The English of an approved story changed", forged_rows.english_changed),
    Forgery("What a wire said of an approved story changed (its credit line)", forged_rows.facts_changed),
    Forgery(
        "The chief's last look at a story moved on to its last version",
        forged_rows.last_look_moved_on,
        "twin",
        hides=True,
    ),
)
COLUMNS = ("list", "review", "verify", "store check", "opening", "this machine")
_MARKED = re.compile(r"(<!-- forgeries in a database -->\n).*?(\n<!-- end -->)", re.DOTALL)


def _line(words, by):
    return f"| {words} | {' | '.join('yes' if one else '–' for one in by)} |"


def _table(lines):
    return "\n".join([f"| what was done | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}", *lines])


def test_who_sees_each_forgery_stands_in_the_table(world, request, tries):
    assert world.seen("bridge") == (False,) * len(COLUMNS)
    page, accepted, lines = PAGE.read_text("utf-8"), request.config.getoption("--accept"), []
    for forgery in FORGERIES:
        with tries.one("forgeries"):
            world.put_back()
            Witness(world.store).accept()
            forgery.act(world)
            lines.append(_line(forgery.words, world.seen(forgery.story, forgery.text, hides=forgery.hides)))
            assert accepted or lines[-1] in page, "run pytest tests/desk/forgeries --accept"
    wanted = _MARKED.sub(lambda mark: f"{mark[1]}\n{_table(lines)}\n{mark[2]}", page)
    if accepted:
        PAGE.write_text(wanted, "utf-8")
        return
    assert page.splitlines() == wanted.splitlines(), "run pytest tests/desk/forgeries --accept"
