"""What speaks for a comma that holds two sentences together, and against it."""

from collections.abc import Iterator, Sequence

from desk.checks.grammar.clauses.subjects import FINITE, NOUNS, left_edge
from desk.checks.grammar.clauses.word_lists import clause_words

FENCES = frozenset({";", ":", "--", "—", "...", "…", "(", ")", "[", "]", '"'})
"""What a sentence may begin behind, and end before."""
_ENDS = frozenset({",", ".", "?", "!", '"'}) | FENCES
_BETWEEN = frozenset({"RB", "NN", "JJ"})
_REACH = 4
_HEADS = NOUNS | {"PRP", "EX", "DT", "CD", "JJ"}
_ALSO = frozenset({"and", "or", "but"})


def places(low: Sequence[str], tags: Sequence[str]) -> Iterator[int]:
    """Yield the commas behind which a new sentence may begin: with a pronoun and its verb."""
    openers = clause_words().openers
    for at in range(3, len(low) - 2):
        if low[at] == "," and low[at + 1] in openers and low[at - 1] != '"' and verb_after(tags, at + 2):
            yield at


def verb_after(tags: Sequence[str], at: int) -> int:
    """Return where the verb of an opener stands, 0 where none does."""
    for place in range(at, min(at + _REACH, len(tags))):
        if tags[place] in FINITE:
            return place
        if tags[place] not in _BETWEEN:
            return 0
    return 0


def features(low: Sequence[str], tags: Sequence[str], comma: int) -> Iterator[str]:
    """Yield what speaks for and against a comma."""
    begin = max((at + 1 for at in range(comma) if low[at] in FENCES), default=0)
    end = next((at for at in range(comma + 1, len(low)) if low[at] in _ENDS), len(low))
    verbs = [at for at in range(begin, comma) if tags[at] in FINITE]
    hanging = [is_subordinate(low, tags, verb, begin) for verb in verbs]
    main, commas = min(hanging.count(False), 1), low[begin:comma].count(",")
    last = max((at for at in range(begin, comma) if low[at] == ","), default=begin - 1)
    clause, head = _clause(low, tags, verbs, last), tags[begin] if begin < comma else ""
    first, lead = low[begin] if begin < comma else "", _lead(low, begin, comma)
    yield "b"
    yield f"m {min(hanging.count(False), 2)} {min(hanging.count(True), 2)}"
    yield f"mh {main} {head}"
    yield f"mf {main} {first}"
    yield f"f {first}"
    yield f"s {clause}"
    yield f"sm {clause} {main} {min(commas, 2)}"
    yield f"sl {clause} {tags[last + 1] if last + 1 < comma else ''}"
    yield f"sw {clause} {low[last + 1] if last + 1 < comma else ''}"
    yield f"ll {low[comma - 1]}"
    yield f"lt {tags[comma - 1]} {clause}"
    yield f"n {min((comma - begin) // 3, 6)} {main}"
    yield f"g {begin > 0} {low[begin - 1] if begin else ''}"
    yield f"k {min(commas, 3)} {head}"
    yield f"lead {lead}"
    yield f"lm {lead} {main} {clause}"
    yield f"sv {low[verbs[-1]] if verbs else ''}"
    yield from _features_behind(low, tags, comma, end, clause)
    joins = any(word in _ALSO for word in low[end : end + 3])
    yield f"cc {joins} {low[end] if end < len(low) else '|'} {commas > 0}"
    yield f"cm {low[end] if end < len(low) else '|'} {main} {clause}"
    yield f"vv {tags[verbs[-1]] if verbs else ''} {tags[verb_after(tags, comma + 2)]}"


def _features_behind(low: Sequence[str], tags: Sequence[str], comma: int, end: int, clause: str) -> Iterator[str]:
    """Yield what stands behind the comma."""
    verb, opener = verb_after(tags, comma + 2), low[comma + 1]
    says, close = low[verb] in clause_words().saying, low[end] if end < len(low) else "|"
    yield f"ss {clause} {says} {close}"
    yield f"o {opener} {says}"
    yield f"v {low[verb]}"
    yield f"vt {tags[verb]} {opener}"
    yield f"c {close} {says}"
    yield f"d {min((end - comma) // 2, 8)}"
    yield f"r {tags[verb + 1] if verb + 1 < len(tags) else ''} {says}"


def _clause(low: Sequence[str], tags: Sequence[str], verbs: Sequence[int], last: int) -> str:
    """Return what the words since the last comma are: no clause, one that hangs on another, a main one."""
    near = [verb for verb in verbs if verb > last]
    if not near:
        return "none"
    return "hanging" if all(is_subordinate(low, tags, verb, last + 1) for verb in near) else "main"


def _lead(low: Sequence[str], begin: int, comma: int) -> str:
    """Return the first word that begins a clause which cannot stand alone."""
    return next((word for word in low[begin:comma] if word in clause_words().holding), "")


def is_subordinate(low: Sequence[str], tags: Sequence[str], verb: int, begin: int) -> bool:
    """Return whether a verb belongs to a clause that cannot stand alone, by the word before its subject."""
    at = verb - 1
    while at >= begin and tags[at] in ("RB", "MD"):
        at -= 1
    if at < begin or tags[at] in ("WDT", "WP"):
        return True
    if tags[at] not in _HEADS:
        return False
    edge = _edge_with_phrases(low, tags, at, begin)
    before = edge - 1
    while before >= begin and tags[before] == "RB":
        before -= 1
    if before < begin or edge <= begin:
        return False
    return low[before] in clause_words().holding or tags[before] in ("WRB", "WDT", "WP")


def _edge_with_phrases(low: Sequence[str], tags: Sequence[str], head: int, begin: int) -> int:
    """Return where a phrase begins that others hang on by prepositions: “the boats in the harbour”."""
    edge = left_edge(tags, head)
    while edge - 1 > begin and tags[edge - 1] in ("IN", "TO") and tags[edge - 2] in NOUNS:
        if low[edge - 1] in clause_words().holding:
            break
        edge = left_edge(tags, edge - 2)
    return edge
