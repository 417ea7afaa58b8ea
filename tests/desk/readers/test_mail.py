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


def parts(*bodies):
    """Return a mail of several parts, each with the head lines it is given."""
    whole = "".join(f"--x\n{body}\n" for body in bodies)
    head = 'Subject: Bridge\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    return f"{head}{whole}--x--\n".encode()


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"


def test_every_part_of_the_text_is_read_in_its_order():
    picture = "Content-Type: image/jpeg\nContent-Disposition: inline; filename=p.jpg\n\nxx"
    html = "Content-Type: text/html; charset=utf-8\n\n<p>In a page.</p>"
    found = texts(read_mail(parts(f"{PLAIN}Before the picture.", picture, f"{PLAIN}Behind it.", html)))
    assert found == ["Bridge", "Before the picture.", "Behind it.", "In a page."]


def test_of_two_forms_of_one_text_one_is_read():
    both = f"{PLAIN}The mayor spoke.\n--y\nContent-Type: text/html\n\n<p>The mayor <b>spoke</b>.</p>"
    inner = f'Content-Type: multipart/alternative; boundary="y"\n\n--y\n{both}\n--y--'
    assert texts(read_mail(parts(inner, f"{PLAIN}Sent by a list."))) == [
        "Bridge",
        "The mayor spoke.",
        "Sent by a list.",
    ]


def test_a_text_that_was_attached_stays_shut_and_is_named():
    attached = "Content-Type: text/plain\nContent-Disposition: attachment; filename=story.txt\n\nAnother story."
    found = read_mail(parts(f"{PLAIN}See below.", attached))
    assert "Another story" not in found.text
    assert any("story.txt" in sentence for sentence in found.warnings)


def test_a_mail_whose_only_text_has_a_name_is_read():
    named = "Content-Type: text/plain; name=a.txt\nContent-Disposition: inline; filename=a.txt\n\nThe mayor spoke."
    assert texts(read_mail(parts(named))) == ["Bridge", "The mayor spoke."]
