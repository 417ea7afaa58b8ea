from desk.readers.document import DocumentRole, Note


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def start(name):
    return f'<w:commentRangeStart w:id="{name}"/>'


def end(name):
    return f'<w:commentRangeEnd w:id="{name}"/>'


def sign(name):
    return f'<w:r><w:commentReference w:id="{name}"/></w:r>'


def comment(name, text, paragraph, who="Ann"):
    return (
        f'<w:comment w:id="{name}" w:author="{who}" w:date="2026-03-01T10:00:00Z">'
        f'<w:p w14:paraId="{paragraph}">{run(text)}</w:p></w:comment>'
    )


THREADS = (
    '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/>'
)


def test_comments_stand_at_their_words_with_answers_and_what_is_settled(read):
    body = (
        f"<w:p>{run('The ')}{start(0)}{start(1)}{run('mayor')}{end(0)}{sign(0)}{end(1)}{sign(1)}{run(' spoke.')}</w:p>"
    )
    found = read(
        body, comments=comment(0, "Which?", "A1") + comment(1, "Brandt", "A2", "Bob"), commentsExtended=THREADS
    )
    first, second = found.comments
    assert (found.text[first.start : first.end], first.author, first.text, first.done) == (
        "mayor",
        "Ann",
        "Which?",
        True,
    )
    assert (second.parent, second.author, second.done) == ("0", "Bob", False)


def test_without_a_list_of_threads_a_comment_at_the_same_words_answers(read):
    both = f"{start(0)}{start(1)}{run('mayor')}{end(0)}{sign(0)}{end(1)}{sign(1)}"
    body = f"<w:p>{both}{start(2)}{run(' spoke')}{end(2)}{sign(2)}</w:p>"
    found = read(body, comments="".join(comment(n, "x", f"A{n}") for n in range(3)))
    assert [c.parent for c in found.comments] == ["", "0", ""]


def test_an_answer_without_a_place_stands_where_its_question_does(read):
    body = f"<w:p>{start(0)}{run('mayor')}{end(0)}{sign(0)}</w:p>"
    found = read(body, comments=comment(0, "Which?", "A1") + comment(1, "Brandt", "A2"), commentsExtended=THREADS)
    assert [(c.start, c.end) for c in found.comments] == [(0, 5), (0, 5)]


def test_a_comment_over_paragraphs_and_one_between_them(read):
    body = f"<w:p>{run('one ')}{start(0)}{run('two')}</w:p>{start(1)}<w:p>{run('three')}{end(0)}{sign(0)}</w:p>{end(1)}"
    found = read(body, comments=comment(0, "a", "A1") + comment(1, "b", "A2"))
    assert [found.text[c.start : c.end] for c in found.comments] == ["two\n\nthree", "three"]


def test_a_sign_alone_is_a_place_and_a_comment_without_any_is_stale(read):
    body = f"<w:p>{run('one ')}{sign(0)}{run('two')}</w:p>"
    found = read(body, comments=comment(0, "a", "A1") + comment(5, "old", "A2"))
    assert [(c.id, c.start, c.end) for c in found.comments] == [("0", 4, 4)]
    assert any("no words of the text any more" in sentence for sentence in found.warnings)


def test_notes_stand_behind_the_text_where_they_are_called(read):
    body = f'<w:p>{run("Fact")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(".")}</w:p><w:p>{run("End")}</w:p>'
    notes = (
        f'<w:footnote w:type="separator" w:id="-1"><w:p>{run("-")}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run("By ")}<w:hyperlink r:id="n1">{run("him")}</w:hyperlink></w:p></w:footnote>'
        f'<w:footnote w:id="3"><w:p>{run("never called")}</w:p></w:footnote>'
    )
    found = read(
        body, footnotes=notes, links=[("n1", "https://wrong.example/")], notes_links=[("n1", "https://n.example/")]
    )
    assert found.text == "Fact.\n\nEnd\n\nBy him"
    assert found.notes == (Note("footnote", 4, "By him"),)
    assert found.blocks[-1].role is DocumentRole.FOOTNOTE
    assert [link.href for link in found.links] == ["https://n.example/"]
