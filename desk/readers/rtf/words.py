"""What the control words of RTF mean, as tables."""

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\t": "\t"}
NOWHERE = frozenset(
    word
    for line in (
        "colortbl pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep",
        "aftnsepc aftncn filetbl bkmkstart bkmkend template nonshppict objclass objname objdata objalias objsect xe tc",
        "rxe tcn txe nonesttables fldtype datafield formfield falt panose fname private themedata",
        "colorschememapping datastore latentstyles generator xmlnstbl rsidtbl listtable listoverridetable pgptbl",
        "pnseclvl pntxta pntxtb background wgrffmtfilter fontemb fontfile passwordhash userprops docvar blipuid",
        "mmathPr shprslt picprop sp sn sv operator company manager category comment hlinkbase",
    )
    for word in line.split()
)
"""Groups without words of the story."""
SHELLS = frozenset({"upr", "moMath"})
"""Groups that say the same twice, or hold letters that draw: only their `INNER` groups have words of the story."""
INNER = frozenset({"ud", "mr"})
COLLECTED = frozenset(
    {"fldinst", "listtext", "pntext", "revtbl", "title", "author", "subject", "keywords", "doccomm"}
) | {
    "atnid",
    "atnauthor",
    "atndate",
    "atnref",
    "atrfstart",
    "atrfend",
}
"""Groups whose words are taken as a value."""
STORIES = frozenset({"footnote", "annotation", "shptxt", "dptxbxtext"})
WALKED = frozenset(
    {
        "shppict",
        "shpinst",
        "do",
        "shp",
        "field",
        "fldrslt",
        "object",
        "result",
        "moMathPara",
        "info",
        "shpgrp",
        "dpgroup",
        "dptxbx",
    }
)
"""Groups that may be marked as unknown to old readers and are read all the same."""
