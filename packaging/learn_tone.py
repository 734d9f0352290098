# SPDX-License-Identifier: MIT
"""Learns the weights in resources/notes/tone_….txt from the labelled notes; held-out notes are never read.

uv run --group learning python packaging/learn_tone.py [LANGUAGE …]
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from winback_desktop.domain.note_blocks import Facts, Tone, compose, read_wording, values  # noqa: E402
from winback_desktop.domain.note_check import clues_in  # noqa: E402
from winback_desktop.domain.note_lexicon import Lexicon, read_lexicon  # noqa: E402
from winback_desktop.domain.note_tone import MANNER_OF, MANNERS, Clues, ToneModel, read_tone_model, signs  # noqa: E402
from winback_desktop.domain.practice import LossKind  # noqa: E402

MOST = 60_000
"""Clues kept for sentences, and for notes: half as many tell notes apart a little worse, more no better."""
FOLDS = 5
TURNS = 12
KNOWN = (
    Facts("Rosa", owner_name="Ann"),
    Facts(
        "Rosa",
        "",
        "Delgado",
        "Delgado Catering",
        "Ann",
        years=6,
        their_words="We feed people",
        interest="opera",
    ),
)
"""Somebody of whom little is known, and somebody of whom much is."""
HEAD = """\
# Weights by which the gentle check hears a note's tone; learned by packaging/learn_tone.py, never edited.
# Parted by tabs, in hundredths. bias: of sentence, note and mix. mix: worst sentence, second, all, the note.
# Then a clue a line: what it adds to a sentence and to a note (above 0: it rather hurts), and how it hurts:
# t against them, s about oneself, d as a deal. "_" stands for one to four words in between; + ! ~ for what
# the word lists found: good, a mark, a hint; = for the length.
"""


class Labelled(NamedTuple):
    """A note's clues, whether it needs another look, which sentences hurt, and how."""

    clues: list[Clues]
    hurts: bool
    manners: list[str]
    often: int


class Learned(NamedTuple):
    """The lines of a file's clues, and the biases that go with them."""

    lines: dict[str, str]
    sentence_bias: float
    note_bias: float

    def model(self) -> ToneModel:
        """What gives a note's signs by them, before a mix is found."""
        return read_tone_model(self.text((0, 0, 0, 0), 0))

    def text(self, mix: Sequence[float], bias: float) -> str:
        """The file."""
        heads = [["bias", *map(_hundredths, (self.sentence_bias, self.note_bias, bias))]]
        heads += [["mix", *map(_hundredths, mix)]]
        lines = ["\t".join(head) for head in heads]
        lines += [f"{gram}\t{weights}" for gram, weights in self.lines.items()]
        return HEAD + "\n".join(lines) + "\n"


def labelled(note: dict[str, Any], lexicon: Lexicon) -> Labelled:
    """One note of the labelled set; notes as owners usually write them count twice."""
    sentences = clues_in(note["text"], LossKind(note["kind"]), note["name"], lexicon)
    places = [(note["text"].find(hurt["phrase"]), hurt) for hurt in note["hurts"]]
    manners = [
        next(
            (MANNER_OF[hurt["rule"]] for at, hurt in places if _share(each, at, at + len(hurt["phrase"]))), ""
        )
        for each in sentences
    ]
    return Labelled(sentences, not note["graceful"], manners, 2 if note["set"] == "usual" else 1)


def proposed(language: str, lexicon: Lexicon) -> list[Labelled]:
    """What the program itself proposes to write: kind by the practice's own word."""
    words = read_wording((ROOT / f"resources/notes/{language}.txt").read_text(encoding="utf-8"), language)
    texts = {
        (kind, compose(words, kind, tone, values(words, known), 1, turn))
        for kind in LossKind
        for tone in Tone
        for known in KNOWN
        for turn in range(TURNS)
    }
    return [
        Labelled(each := clues_in(text, kind, "Rosa", lexicon), False, [""] * len(each), 1)
        for kind, text in sorted(texts)
    ]


def learn(notes: Sequence[Labelled]) -> Learned:
    """Weights for sentences, for whole notes and for manners; the mix is still to be found."""
    heard = [
        (sentence.grams, manner)
        for note in notes
        # A note that only lacks warmth has no sentence that hurts, and says nothing about sentences.
        if any(note.manners) or not note.hurts
        for sentence, manner in zip(note.clues, note.manners, strict=True)
    ]
    by_sentence, sentence_bias = _fitted([g for g, _ in heard], [bool(m) for _, m in heard], 2, 3)
    whole = [(_all(note.clues), note.hurts) for note in notes for _ in range(note.often)]
    by_note, note_bias = _fitted([g for g, _ in whole], [hurts for _, hurts in whole], 3, 1)
    hurting = [([g for g in grams if by_sentence.get(g)], manner) for grams, manner in heard if manner]
    manners = _manners(hurting)
    letters = {manner: letter for letter, manner in MANNERS.items()}
    weights = {
        gram: (round(100 * by_sentence.get(gram, 0)), round(100 * by_note.get(gram, 0)))
        for gram in sorted({*by_sentence, *by_note})
    }
    lines = {
        gram: f"{sentence}\t{note}\t{letters.get(manners.get(gram, ''), '')}"
        for gram, (sentence, note) in weights.items()
        if sentence or note
    }
    return Learned(lines, sentence_bias, note_bias)


def mixed(
    notes: Sequence[Labelled], usual: Sequence[Labelled]
) -> tuple[tuple[float, ...], float, list[float]]:
    """How the signs of a note are weighed, found on notes that the weights were not learned from."""
    others = [note for note in notes if note.often == 1]
    hurts = np.array([note.hurts for note in usual])
    found = np.zeros((len(usual), 4))
    for learned, tried in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(found, hurts):
        model = learn([*(usual[i] for i in learned), *others]).model()
        for i in tried:
            found[i] = signs(model, usual[i].clues)[0]
    mix = LogisticRegression(max_iter=1000).fit(found, hurts).coef_[0]
    score = found @ mix
    # As many false alarms as missed notes: precision and recall are then the same.
    middle = float(np.sort(score)[len(hurts) - int(hurts.sum())])
    return tuple(mix), -middle, list(score - middle)


def main(languages: Sequence[str]) -> None:
    """Learn and write each language's weights, and say how well they did on notes left out of learning."""
    for language in languages:
        words = (ROOT / f"resources/notes/check_{language}.txt").read_text(encoding="utf-8")
        lexicon = read_lexicon(words, language)
        lines = (ROOT / f"tests/domain/notes/{language}.jsonl").read_text(encoding="utf-8").splitlines()
        told = [note for note in map(json.loads, lines) if note["part"] == "tuning"]
        notes = [*(labelled(note, lexicon) for note in told), *proposed(language, lexicon)]
        usual = [note for note in notes if note.often > 1]
        mix, bias, scores = mixed(notes, usual)
        learned = learn(notes)
        (ROOT / f"resources/notes/tone_{language}.txt").write_text(learned.text(mix, bias), encoding="utf-8")
        hit = sum(s > 0 and n.hurts for s, n in zip(scores, usual, strict=True))
        said, true = sum(s > 0 for s in scores), sum(n.hurts for n in usual)
        print(
            f"{language}: {len(notes)} notes, {len(learned.lines)} clues; left out in turn: "
            f"precision {hit / said:.3f}, recall {hit / true:.3f}"
        )


def _fitted(
    rows: Sequence[Iterable[str]], hurts: Sequence[bool], rarest: int, weight: int
) -> tuple[dict[str, float], float]:
    """Logistic regression on clues by their rarity: once to choose those that matter, once with these."""
    counts = Counter(gram for row in rows for gram in row)
    grams = sorted(gram for gram, count in counts.items() if count >= rarest)
    while True:
        rarity = np.array([log((1 + len(rows)) / (1 + counts[gram])) + 1 for gram in grams])
        model = LogisticRegression(C=1, max_iter=300, class_weight={True: weight, False: 1})
        model.fit(_table(rows, grams, rarity), hurts)
        values = model.coef_[0] * rarity
        if len(grams) <= MOST:
            return dict(zip(grams, map(float, values), strict=True)), float(model.intercept_[0])
        worth = np.abs(values) * np.sqrt([counts[gram] for gram in grams])
        grams = [grams[i] for i in np.sort(np.argsort(worth, kind="stable")[-MOST:])]


def _manners(hurting: Sequence[tuple[Sequence[str], str]]) -> dict[str, str]:
    rows = [row for row, _ in hurting]
    counts = Counter(gram for row in rows for gram in row)
    grams = sorted(counts)
    rarity = np.array([log((1 + len(rows)) / (1 + counts[gram])) + 1 for gram in grams])
    model = LogisticRegression(C=1, max_iter=300, class_weight="balanced")
    model.fit(_table(rows, grams, rarity), [manner for _, manner in hurting])
    best = np.argmax(model.coef_ * rarity, axis=0)
    return {gram: str(model.classes_[i]) for gram, i in zip(grams, best, strict=True)}


def _table(rows: Sequence[Iterable[str]], grams: Sequence[str], rarity: Any) -> csr_matrix:
    column = {gram: number for number, gram in enumerate(grams)}
    at, which, values = [], [], []
    for number, row in enumerate(rows):
        known = [column[gram] for gram in row if gram in column]
        at += [number] * len(known)
        which += known
        values += [1 / sqrt(max(1, len(known)))] * len(known)
    table = csr_matrix((values, (at, which)), shape=(len(rows), len(grams)))
    return csr_matrix(table.multiply(rarity[None, :]))


def _all(sentences: Sequence[Clues]) -> frozenset[str]:
    return frozenset().union(*(sentence.grams for sentence in sentences))


def _share(sentence: Clues, start: int, end: int) -> bool:
    return start < sentence.end - 1 and sentence.start < end


def _hundredths(value: float) -> str:
    return str(round(value * 100))


if __name__ == "__main__":
    main(sys.argv[1:] or ("en", "de", "fr", "es"))
