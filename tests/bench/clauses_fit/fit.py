"""Fits shapes of sentences: python tests/bench/clauses_fit/fit.py FOLDERS... [--parts A,B] [--judge] [--write FOLDER].

FOLDERS hold treebanks as CoNLL-U: the documents of UD_English-EWT (CC BY-SA 4.0), those of UD_English-GUM whose
licences allow every use (`treebanks.FREE_GENRES`), UD_English-PUD (CC BY-SA 3.0). `--judge` leaves every tenth
document out and prints how much of it is read rightly; `--write` writes the weights to a folder
(`resources/grammar`). What finds subjects, commas and cuts is fitted on classes as they are found in texts that were
not learned from, so that it knows their errors. A verb's number is hidden from its neighbours and from its subject
(`tagger._NUMBERLESS`), for it may be the slip. The same files give the same weights.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

from desk.checks.grammar.clauses.subjects import subject_of
from desk.checks.grammar.clauses.tagger import classes_of, shape
from desk.checks.grammar.clauses.weights import MappedWeights, Row, packed
from tests.bench.clauses_fit.classes import fitted_classes
from tests.bench.clauses_fit.comma_splices import examples as examples_of_commas
from tests.bench.clauses_fit.comma_splices import fitted_splices
from tests.bench.clauses_fit.cut_sentences import SEED, fitted_cuts
from tests.bench.clauses_fit.cut_sentences import examples as examples_of_ends
from tests.bench.clauses_fit.subject_heads import Tags, fitted_subjects, subjects
from tests.bench.clauses_fit.subject_heads import examples as examples_of_heads
from tests.bench.clauses_fit.treebanks import Tree, documents

SURE = 0.95
CLASSES, SUBJECTS, SPLICES, CUTS = PARTS = ("word_classes", "subjects", "splices", "cuts")


def kept(rows: dict[str, Row], classes: Sequence[str], file: Path) -> MappedWeights:
    """Return the weights as the program will read them, from a file that is written for it."""
    file.write_bytes(packed(rows, classes))
    return MappedWeights(file)


def tags_by(weights: MappedWeights) -> Tags:
    """Return what finds the classes of a sentence with these weights."""

    def tags_of(tree: Tree) -> Sequence[str]:
        return classes_of([shape(word.text) for word in tree], [word.low for word in tree], weights)

    return tags_of


def fit(told: Sequence[Sequence[Tree]], folder: Path, parts: frozenset[str]) -> None:
    """Write the weights of these parts to the folder."""
    trees = [tree for document in told for tree in document]
    if CLASSES in parts:
        kept(*fitted_classes(trees), folder / f"{CLASSES}.weights")
    if parts == {CLASSES}:
        return
    heads, commas, ends, random = [], [], [], Random(SEED)
    for nth in (0, 1):
        others = [tree for document in told[1 - nth :: 2] for tree in document]
        tags_of = tags_by(kept(*fitted_classes(others), folder / f"{nth}.weights"))
        for document in told[nth::2]:
            heads += list(examples_of_heads(document, tags_of)) if SUBJECTS in parts else []
            commas += list(examples_of_commas(document, tags_of)) if SPLICES in parts else []
            ends += list(examples_of_ends(document, tags_of, random)) if CUTS in parts else []
        (folder / f"{nth}.weights").unlink()
    if SUBJECTS in parts:
        kept(fitted_subjects(heads), ["subject"], folder / f"{SUBJECTS}.weights")
    if SPLICES in parts:
        kept(fitted_splices(commas), ["splice"], folder / f"{SPLICES}.weights")
    if CUTS in parts:
        kept(fitted_cuts(ends), ["cut"], folder / f"{CUTS}.weights")


def judge(unseen: Sequence[Tree], classes: MappedWeights, heads: MappedWeights) -> str:
    """Return in words how much of texts that were not learned from is read rightly."""
    tags_of = tags_by(classes)
    words = [(word.tag, tag) for tree in unseen for word, tag in zip(tree, tags_of(tree), strict=True)]
    found = [(subject_of(low, tags, verb, heads), head) for low, tags, verb, head in subjects(unseen, tags_of)]
    sure = [subject.head == head for subject, head in found if subject.chance >= SURE]
    return (
        f"{sum(one == other for one, other in words) / len(words):.4f} of {len(words)} classes, "
        f"{sum(subject.head == head for subject, head in found) / len(found):.4f} of {len(found)} subjects, "
        f"{sum(sure) / len(sure):.4f} of the {len(sure)} that are {SURE} sure"
    )


def main() -> None:
    """Fit, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--judge", action="store_true", help="leave every tenth document out and judge by it")
    parser.add_argument("--write", type=Path, default=Path(), help="the folder of the weights")
    parser.add_argument("--parts", default=",".join(PARTS), help="what is fitted; all of it")
    asked = parser.parse_args()
    told = documents(asked.folders)
    unseen = [tree for document in told[::10] for tree in document] if asked.judge else []
    learned = [document for nth, document in enumerate(told) if nth % 10 or not asked.judge]
    fit(learned, asked.write, frozenset(asked.parts.split(",")))
    print(f"learned from {sum(len(tree) for document in learned for tree in document)} words")
    if unseen:
        print(judge(unseen, *(MappedWeights(asked.write / f"{part}.weights") for part in (CLASSES, SUBJECTS))))


if __name__ == "__main__":
    main()
