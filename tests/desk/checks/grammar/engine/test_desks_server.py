"""A server that the settings name: nothing proves who answers there, so seal, report and review say it in words."""

from desk.report.review_html import as_html
from desk.review.words import NOT_PROVED
from desk.services.proofs import as_lines, verify_file
from desk.story import Draft

TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday, said Mayor Ines Duarte.\n"


def test_an_approval_says_that_grammar_was_read_by_a_server_that_is_not_proved(fake, people, checked, go, tmp_path):
    desk = people.set_up()
    desk.examiner.change_settings({"engine_url": fake.url.replace("://", "://rosa:opensesame@")})
    story = desk.stories.open_text(TEXT, "bridge")
    checked(desk, story.id, TEXT)
    assert desk.facts().engine_remark == f"Grammar {NOT_PROVED}"
    for initials, action in (("RM", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief"), ("OB", "approve")):
        desk.people.switch(desk.people.with_initials(initials).id)
        go(desk, story.id, action)
    view = desk.stories.view(story.id)
    assert view.seal.stands
    assert view.seal.remark == f"Grammar was read {NOT_PROVED}."
    report = desk.reports.report(story.id)
    assert report.engine == f"LanguageTool {NOT_PROVED} ({fake.url})"
    assert as_html(report).count(NOT_PROVED) == 3
    desk.exports.export(story.id, Draft(view.text), tmp_path / "out.txt")
    (told,) = [line for line in as_lines(desk.proofs.of_story(story.id)) if NOT_PROVED in line]
    assert told == f"  note: Grammar was read {NOT_PROVED}."
    assert told in as_lines(verify_file(tmp_path / "out.txt", None))
    assert "opensesame" not in "".join(path.read_text("latin-1") for path in tmp_path.glob("desk.db*"))


def test_a_reason_does_not_tell_the_password(people):
    desk = people.desk(engine_url="http://rosa:opensesame@127.0.0.1:9")
    draft = Draft(TEXT)
    (run,) = desk.examiner.examine(draft, desk.examiner.house_brief("en-US"), ["grammar"]).runs.values()
    assert "127.0.0.1:9" in run.unchecked
    assert "opensesame" not in run.unchecked
