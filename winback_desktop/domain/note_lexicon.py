# SPDX-License-Identifier: MIT
"""Reads a language's word lists for the gentle check rule by rule."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from winback_desktop.domain.note_phrases import Phrases
from winback_desktop.domain.note_tone import ToneModel
from winback_desktop.domain.practice import LossKind


class Rule(NamedTuple):
    """One thing to look for. A ``present`` rule is good when found; any other rule marks what it finds."""

    name: str
    present: bool
    optional: bool
    kinds: tuple[LossKind, ...]
    title: str
    reason: str
    kinder: str
    phrases: Phrases
    hints: Phrases
    unless: Phrases


class Lexicon(NamedTuple):
    """The rules of one language, and the words for what is counted rather than looked up."""

    language: str
    rules: tuple[Rule, ...]
    said: dict[str, tuple[str, str, str]]
    tone: ToneModel | None = None

    def rule(self, name: str) -> tuple[str, str, str]:
        """Title, reason and kinder way of a rule that is counted; empty texts where the list has none."""
        return self.said.get(name, ("", "", ""))


def read_lexicon(text: str, language: str) -> Lexicon:
    """The rules of a word list: heads ``[present name …]``, ``[mark name …]`` or ``[count name]``, then
    ``title:``, ``reason:``, ``kinder:`` and phrases, one a line; # is a comment.

    In a phrase ``word*`` stands for any ending, ``[a|b]`` for one of them, ``[a|b]?`` (never first) for one
    or none and ``...`` for up to four words in between; ``unless: phrase`` shields what it covers;
    ``hint: phrase`` is a mark that alone means little. Raises ValueError with the line's number.
    """
    rules: list[Rule] = []
    said: dict[str, tuple[str, str, str]] = {}
    head: list[str] = []
    lines: list[str] = []

    def close() -> None:
        if not head:
            return
        words = {key: _after(lines, key) for key in ("title:", "reason:", "kinder:")}
        texts = words["title:"], words["reason:"], words["kinder:"]
        if head[0] == "count":
            said[head[1]] = texts
            return
        phrases = [line for line in lines if not line.startswith((*words, "hint:", "unless:"))]
        kinds = tuple(kind for kind in LossKind if kind in head[2:]) or tuple(LossKind)
        rules.append(
            Rule(
                head[1],
                head[0] == "present",
                "optional" in head[2:],
                kinds,
                *texts,
                Phrases(phrases),
                Phrases(list(_all_after(lines, "hint:"))),
                Phrases(list(_all_after(lines, "unless:"))),
            )
        )

    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        opened = re.fullmatch(r"\[(present|mark|count) ([\w -]+)\]", line)
        if opened:
            close()
            head, lines = [opened[1], *opened[2].split()], []
        elif not head:
            raise ValueError(f"Line {number} stands before the first rule.")
        else:
            lines.append(line)
    close()
    return Lexicon(language, tuple(rules), said)


def _after(lines: Iterable[str], key: str) -> str:
    return next(_all_after(lines, key), "")


def _all_after(lines: Iterable[str], key: str) -> Iterator[str]:
    return (line.removeprefix(key).strip() for line in lines if line.startswith(key))
