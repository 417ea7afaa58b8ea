"""The kinds of the copy map in plain words."""

from desk.text.blocks import Kind

KIND_NAMES = {
    Kind.COPY: "Story text",
    Kind.FURNITURE: "Headline, byline or other furniture",
    Kind.PAID: "Advertising",
    Kind.AD_LABEL: "Label of an advertisement",
    Kind.LEFTOVER: "Left over from the web page",
}
