from email.message import EmailMessage

import pytest

from desk.errors import KnownError
from desk.readers.mail import read_mail


def mail(text="", html="", **headers):
    message = EmailMessage()
    message["Subject"], message["From"] = "Mayor resigns – at last", "Ada Desk <ada@x.example>"
    message["Date"] = "Thu, 01 Jan 2026 09:00:00 +0000"
    if text:
        message.set_content(text, **headers)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def texts(document):
    return [document.text[b.start : b.end] for b in document.blocks]


def test_the_html_of_a_mail_is_read_where_there_is_some():
    found = read_mail(mail("no", "<h2>Two</h2><p>A <a href='https://x.example'>link</a></p>").as_bytes())
    assert texts(found) == ["Mayor resigns – at last", "Two", "A link"]
    assert found.metadata == {
        "headline": "Mayor resigns – at last",
        "byline": "Ada Desk",
        "created": "Thu, 01 Jan 2026 09:00:00 +0000",
    }


def test_lines_that_were_broken_for_the_screen_run_on():
    text = "The mayor of the city said on Monday that\nnothing could be done.\n\nShe went.\n"
    found = read_mail(mail(text).as_bytes())
    assert texts(found)[1:] == ["The mayor of the city said on Monday that nothing could be done.", "She went."]


def test_flowed_text_says_itself_where_it_runs_on():
    raw = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nThe \nmayor\nShe went\n"
    assert texts(read_mail(raw))[1] == "The mayor"


def test_attachments_are_named_and_stay_shut():
    message = mail("One.\n")
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="story.docx")
    assert any("story.docx" in warning for warning in read_mail(message.as_bytes()).warnings)


def test_a_page_saved_as_one_file_is_a_page():
    long = "The council met on Monday and spoke for three hours, and nothing could be done. "
    raw = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://x.example/\nSubject: T\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\n\n"
        f"<html><nav>no</nav><div><p>{long}</p><p>{long}</p></div></html>\n--b--\n"
    )
    assert texts(read_mail(raw.encode())) == [long.strip()] * 2


def test_a_mail_without_text_is_refused():
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="x.pdf")
    with pytest.raises(KnownError, match="no text"):
        read_mail(message.as_bytes())
