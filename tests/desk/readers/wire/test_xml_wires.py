"""NITF, NewsML-G2 and NewsML 1: made here, by the rules of their standards."""

import pytest

from desk.errors import KnownError
from desk.readers.wire.newsml_1 import read_newsml_1
from desk.readers.wire.newsml_g2 import read_newsml_g2
from desk.readers.wire.nitf import read_nitf
from tests.rows import rows

NITF = """<nitf><head><title>Page title</title>
<tobject tobject.type="news"><tobject.property tobject.property.type="Analysis"/></tobject>
<docdata><urgency ed-urg="2"/><ed-msg info="Check the spelling"/><date.issue norm="20260101T0900Z"/>
<date.release norm="20260102T0600Z"/><key-list><keyword key="flood"/><keyword key="Ulm"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Mayor&nbsp;of Ulm resigns</hl1><hl2>Deputy takes over</hl2></hedline>
<byline>By Ada Desk, <byttl>Staff</byttl></byline><dateline><location>ULM</location></dateline></body.head>
<body.content><p>The mayor  said
no.</p><hl2>What next</hl2><ul><li>One</li></ul><media><media-reference source="x.jpg"/><media-caption>A picture
</media-caption></media><table><tr><td>1</td></tr></table></body.content>
<body.end><tagline>no</tagline></body.end></body></nitf>"""

G2_HEAD = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="3" xml:lang="en">
<rightsInfo><copyrightNotice>Copyright 2026</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><embargoed>2026-01-02T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/>
<edNote>For the desk</edNote></itemMeta>
<contentMeta><urgency>4</urgency><by>By Ada Desk</by><dateline>ULM, Jan 1</dateline><slugline>ULM-MAYOR</slugline>
<genre qcode="genre:advertisersupplied"><name>Advertiser Supplied</name></genre><keyword>flood</keyword>
<headline>Mayor resigns</headline></contentMeta><contentSet>"""
G2_TAIL = "</contentSet></newsItem>"
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>'
    "<body><header><h1>Mayor resigns</h1><ul><li>no</li></ul></header><p>One.</p><h2>Two</h2></body></html></inlineXML>"
)


def texts(document):
    return [document.text[b.start : b.end] for b in document.blocks]


def test_nitf_is_read_with_its_facts_and_its_headline_on_top():
    found = read_nitf(NITF.encode())
    assert [(found.text[b.start : b.end], b.role.value) for b in found.blocks] == [
        ("Mayor of Ulm resigns", "title"),
        ("The mayor said no.", "paragraph"),
        ("What next", "heading"),
        ("One", "list-item"),
        ("A picture", "caption"),
        ("1", "table-cell"),
    ]
    assert found.metadata == {
        "headline": "Mayor of Ulm resigns",
        "byline": "By Ada Desk, Staff",
        "dateline": "ULM",
        "urgency": "2",
        "editors_note": "Check the spelling",
        "created": "20260101T0900Z",
        "embargo": "20260102T0600Z",
        "keywords": "flood, Ulm",
        "genre": "Analysis",
    }


def test_the_encoding_that_a_wire_claims_is_not_believed_against_its_bytes():
    claimed = '<?xml version="1.0" encoding="iso-8859-1"?>'
    found = read_nitf((claimed + NITF.replace("said", "décès")).encode())
    assert "décès" in found.text
    assert any("UTF-8" in warning for warning in found.warnings)


def test_a_document_type_is_passed_by_unread():
    kind = '<!DOCTYPE nitf SYSTEM "http://x.example/nitf.dtd" [<!ENTITY % more SYSTEM "more.dtd"> %more;]>'
    assert "said no" in read_nitf((kind + NITF).encode()).text
    with pytest.raises(KnownError, match="damaged"):
        read_nitf(('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + NITF.replace("no.", "&x;")).encode())


@rows(
    "content",
    [
        XHTML,
        '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
        "<body.content><p>One.</p><hl2>Two</hl2></body.content></body></nitf></inlineXML>",
        '<inlineData contenttype="text/html">&lt;p>One.&lt;/p>&lt;h2>Two&lt;/h2></inlineData>',
        '<inlineData contenttype="text/plain">One.\n\nTwo</inlineData>',
        '<inlineData contenttype="text/plain">One. Two by two</inlineData>' + XHTML,
    ],
)
def test_newsml_g2_carries_words_in_many_ways(content):
    found = read_newsml_g2((G2_HEAD + content + G2_TAIL).encode())
    assert texts(found) == ["Mayor resigns", "One.", "Two"]
    assert found.metadata == {
        "headline": "Mayor resigns",
        "byline": "By Ada Desk",
        "dateline": "ULM, Jan 1",
        "slugline": "ULM-MAYOR",
        "urgency": "4",
        "keywords": "flood",
        "genre": "Advertiser Supplied",
        "embargo": "2026-01-02T06:00:00Z",
        "status": "usable",
        "editors_note": "For the desk",
        "copyright": "Copyright 2026",
        "language": "en",
        "id": "urn:x:1",
        "version": "3",
    }


def test_a_news_message_gives_its_first_text_and_says_how_many_it_has():
    picture = '<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>'
    item = G2_HEAD + XHTML + G2_TAIL
    found = read_newsml_g2(f"<newsMessage><itemSet>{picture}{item}{item}</itemSet></newsMessage>".encode())
    assert found.text.startswith("Mayor resigns")
    assert any("2 stories" in warning for warning in found.warnings)
    with pytest.raises(KnownError, match="no item of text"):
        read_newsml_g2(f"<newsMessage><itemSet>{picture}</itemSet></newsMessage>".encode())


def test_a_withdrawn_story_is_told_of():
    item = (G2_HEAD + XHTML + G2_TAIL).replace("stat:usable", "stat:canceled")
    assert any("do not publish" in warning for warning in read_newsml_g2(item.encode()).warnings)


def component(inner, attributes="", role="", lines=""):
    said = f'<Role FormalName="{role}"/>' if role else ""
    return f"<NewsComponent {attributes}>{said}{lines}{inner}</NewsComponent>"


def content(words, kind="Text"):
    return f'<ContentItem><MediaType FormalName="{kind}"/><DataContent>{words}</DataContent></ContentItem>'


def newsml(inner, management=""):
    return read_newsml_1(
        f'<NewsML Version="1.2"><NewsItem><NewsManagement><Urgency FormalName="4"/>{management}</NewsManagement>'
        f"{inner}</NewsItem></NewsML>".encode()
    )


LINES = "<NewsLines><HeadLine>Mayor resigns</HeadLine><ByLine>Ada Desk</ByLine><SlugLine>ULM</SlugLine></NewsLines>"


def test_newsml_1_with_a_body_in_nitf():
    found = newsml(component(content(NITF) + content("no", "Photo"), lines=LINES))
    assert texts(found)[:2] == ["Mayor resigns", "The mayor said no."]
    assert (found.metadata["byline"], found.metadata["slugline"], found.metadata["urgency"]) == ("Ada Desk", "ULM", "4")


def test_parts_of_one_story_are_put_together_by_their_roles():
    parts = component(content("Mayor resigns"), role="Headline") + component(content("One."), role="Lead")
    parts += component(content("&lt;p>Two.&lt;/p>&lt;p>Three.&lt;/p>"), role="Body")
    assert texts(newsml(component(parts))) == ["Mayor resigns", "One.", "Two.", "Three."]


def test_components_with_headlines_of_their_own_are_stories():
    other = LINES.replace("Mayor", "Maire")
    found = newsml(component(component(content("One."), lines=LINES) + component(content("Un."), lines=other)))
    assert texts(found) == ["Mayor resigns", "One."]
    assert any("2 stories" in warning for warning in found.warnings)


def test_equivalents_are_read_once():
    same = component(component(content("&lt;p>One.&lt;/p>")) + component(content("One.")), 'EquivalentsList="yes"')
    assert texts(newsml(component(same, lines=LINES))) == ["Mayor resigns", "One."]


def test_an_embargo_of_newsml_1_is_a_status_that_will_change():
    later = (
        '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/>'
        "<DateAndTime>20260102T060000Z</DateAndTime></StatusWillChange>"
    )
    assert newsml(component(content("One."), lines=LINES), later).metadata["embargo"] == "20260102T060000Z"


def test_newsml_1_without_words_is_refused():
    with pytest.raises(KnownError, match="no words"):
        newsml(component(content("x.jpg", "Photo"), lines=LINES))


def test_captions_belong_to_their_pictures():
    picture = component(content("x.jpg", "Photo") + content("The mayor in May."))
    picture += component(content("The mayor in June."), role="Caption")
    found = newsml(component(component(content("One."), role="Main") + picture, lines=LINES))
    assert texts(found) == ["Mayor resigns", "One."]


@pytest.mark.parametrize(
    "body",
    [
        "<![CDATA[<p>One &eacute;.</p><p>Two.</p>]]>",
        "<block><![CDATA[<p>One &eacute;.<br/></p>\n<p>Two.</p>]]></block>",
        "&lt;p&gt;One &amp;eacute;.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;",
        "<p>One &amp;eacute;.</p><p>Two.</p>",
    ],
)
def test_html_that_was_put_in_as_text_is_never_shown_as_copy(body):
    found = read_nitf(f"<nitf><body><body.content>{body}</body.content></body></nitf>".encode())
    assert texts(found) == ["One é.", "Two."]


def test_a_headline_has_no_tags():
    lines = LINES.replace("Mayor", "&lt;b>Mayor&lt;/b> &amp;amp; deputy")
    assert newsml(component(content("One."), lines=lines)).text == "Mayor & deputy resigns\n\nOne."
