# SPDX-License-Identifier: MIT
"""The gift shelf: subjects that people enjoy and ideas for each, read from plain text."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from winback_desktop.domain.plain_words import Phrase, phrase

ANY = "*"
OWN = "Your own"
"""The category of a subject that the owner added."""
_LONGEST_LINE = 400
LONGEST_TITLE = 90
LONGEST_SUBJECT = 60
_MOST_LINES = 20_000


class GiftKind(StrEnum):
    """What sort of gift an idea is."""

    THING = "thing"
    BOOK = "book"
    FOOD = "food"
    EXPERIENCE = "experience"
    DONATION = "donation"
    TIME = "time"


_LEAD_DAYS = {
    GiftKind.THING: 5, GiftKind.BOOK: 4, GiftKind.FOOD: 4,
    GiftKind.EXPERIENCE: 3, GiftKind.DONATION: 1, GiftKind.TIME: 0,
}  # fmt: skip
_POSTS_FLAT = frozenset({GiftKind.EXPERIENCE, GiftKind.DONATION, GiftKind.TIME})


class Idea(NamedTuple):
    """One idea. ``key`` stays the same for ever; ``band`` is a price band from 0 (free) to 4.

    ``has`` names what it surely contains or is about, ``may`` what can't be known before buying. ``plain``
    says that an eaten thing holds nothing beyond ``has``; ``eaten`` that something is eaten or drunk at all.
    ``line`` is where one of the owner's own stands in their text, 0 for what comes with the program.
    """

    key: str
    topic: str
    kind: GiftKind
    band: int
    title: str
    has: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    plain: bool = False
    eaten: bool = False
    perishable: bool = False
    needs_size: bool = False
    posts_flat: bool = False
    lead_days: int = 0
    not_for: str = ""
    line: int = 0


class Topic(NamedTuple):
    """A subject people enjoy, with the other words for it and the wider subject it belongs to."""

    name: str
    category: str
    parent: str
    names: tuple[str, ...]
    ideas: tuple[Idea, ...]
    gesture: str


class Catalogue(NamedTuple):
    """All subjects by name; ``phrases`` leads from stemmed words to a subject's name.

    ``problems`` says, as whole sentences, which lines could not be understood and were left out.
    """

    topics: dict[str, Topic]
    phrases: dict[Phrase, str]
    longest: int
    categories: tuple[str, ...]
    problems: tuple[str, ...] = ()


EMPTY = Catalogue({}, {}, 0, ())


def read_catalogue(texts: Iterable[tuple[str, str]]) -> Catalogue:
    """The catalogue from (file name, text) pairs; a line that can't be understood never stops the rest.

    A later file may add ideas to a subject of an earlier one by naming it again.
    """
    reader = _Reader()
    for source, text in texts:
        reader.read(source, text)
    return reader.catalogue()


def extended(base: Catalogue, source: str, text: str, contents: Callable[[str], str]) -> Catalogue:
    """A catalogue with the owner's own ideas added; ``problems`` are those of their text alone.

    A subject of theirs may be named by any word for it and needs no category. ``contents`` turns their word
    for something contained ("hazelnuts") into ours, or raises ValueError.
    """
    reader = _Reader(base, contents)
    reader.read(source, text)
    return reader.catalogue()


class _Reader:
    def __init__(self, base: Catalogue = EMPTY, contents: Callable[[str], str] | None = None) -> None:
        self._topics = dict(base.topics)
        self._categories = list(base.categories)
        self._phrases = dict(base.phrases)
        self._contents = contents
        self._touched: set[str] = set()
        self._problems: list[str] = []
        self._lines = 0
        self._category = ""
        self._topic = ""
        self._number = 0

    def read(self, source: str, text: str) -> None:
        self._category, self._topic = "", ""
        for self._number, line in enumerate(text.splitlines(), 1):
            self._lines += 1
            if self._lines > _MOST_LINES:
                self._problems.append(f"{source}: more than {_MOST_LINES:,} lines; the rest was left out.")
                return
            if not line.strip() or line.startswith("#"):
                continue
            try:
                self._take(line)
            except ValueError as why:
                self._problems.append(f"{source}, line {self._number}: {why}")

    def catalogue(self) -> Catalogue:
        phrases = self._phrases
        for topic in (topic for name, topic in self._topics.items() if name in self._touched):
            if topic.name != ANY:
                for name in topic.names:
                    phrases.setdefault(phrase(name), topic.name)
        phrases.pop((), None)
        longest = max(map(len, phrases), default=0)
        return Catalogue(
            self._topics, phrases, longest, tuple(dict.fromkeys(self._categories)), tuple(self._problems)
        )

    def _take(self, line: str) -> None:
        if len(line) > _LONGEST_LINE:
            raise ValueError(f"the line is longer than {_LONGEST_LINE} characters.")
        if line.startswith("=="):
            self._category, self._topic = line.strip("= "), ""
            self._categories.append(self._category)
        elif line[0].isspace():
            self._take_idea(line.strip())
        else:
            self._take_topic(line)

    def _take_topic(self, line: str) -> None:
        head, sign, others = line.partition("=")
        name, _, parent = (part.strip() for part in head.partition("<"))
        self._topic = ""
        own = self._contents is not None
        if not (sign or own) or not name or "|" in line:
            raise ValueError("a subject is written as “name = other, words”.")
        if own:
            if len(name) > LONGEST_SUBJECT:
                raise ValueError(f"a subject takes at most {LONGEST_SUBJECT} characters.")
            name = self._phrases.get(phrase(name), name)
            self._category = self._category or OWN
        if not self._category:
            raise ValueError("a category (“== Name”) has to come before the first subject.")
        if parent and parent not in self._topics:
            raise ValueError(f"the wider subject “{parent}” is not known (yet).")
        names = (name, *(other.strip() for other in others.split(",") if other.strip()))
        known = self._topics.get(name)
        self._topic = name
        self._touched.add(name)
        if known is None:
            self._topics[name] = Topic(name, self._category, parent, names, (), "")
        else:
            self._topics[name] = known._replace(names=tuple(dict.fromkeys(known.names + names)))

    def _take_idea(self, line: str) -> None:
        if not self._topic:
            raise ValueError("an idea has to stand below a subject.")
        topic = self._topics[self._topic]
        head, *rest = (part.strip() for part in line.split("|"))
        if not rest or not rest[0] or len(rest) > 2:
            raise ValueError("an idea is written as “kind price | title | what to know”.")
        if head == "gesture":
            self._topics[topic.name] = topic._replace(gesture=rest[0])
            return
        notes = rest[1] if len(rest) > 1 else ""
        if self._contents is None:
            idea = _idea(topic, head, rest[0], notes)
        else:
            idea = self._own(topic, _idea(topic, head, rest[0], notes))
        self._topics[topic.name] = topic._replace(ideas=(*topic.ideas, idea))

    def _own(self, topic: Topic, idea: Idea) -> Idea:
        """An idea of the owner's: its key must never be that of one which comes with the program."""
        assert self._contents is not None
        if len(idea.title) > LONGEST_TITLE:
            raise ValueError(f"an idea takes at most {LONGEST_TITLE} characters.")
        words = phrase(idea.title)
        if any(phrase(known.title) == words for known in topic.ideas):
            raise ValueError(f"“{idea.title}” is an idea for {topic.name} already.")
        slug = "-".join(words) or str(self._number)
        return idea._replace(
            key=f"{topic.name.replace(' ', '-')}.{idea.kind}-own-{slug}",
            has=frozenset(map(self._contents, idea.has)),
            may=frozenset(map(self._contents, idea.may)),
            line=self._number,
        )


def _idea(topic: Topic, head: str, title: str, notes: str) -> Idea:
    kind_name, _, band = head.partition(" ")
    if kind_name not in list(GiftKind):
        raise ValueError(f"“{kind_name}” is no kind; use {', '.join(GiftKind)} or gesture.")
    if band.strip() not in ("0", "1", "2", "3", "4"):
        raise ValueError("the price band is a number from 0 to 4.")
    kind = GiftKind(kind_name)
    before = sum(idea.kind is kind for idea in topic.ideas)
    name = "any" if topic.name == ANY else topic.name.replace(" ", "-")
    plain = Idea(
        key=f"{name}.{kind}" + (f"-{before + 1}" if before else ""),
        topic=topic.name,
        kind=kind,
        band=int(band),
        title=title,
        eaten=kind is GiftKind.FOOD,
        posts_flat=kind in _POSTS_FLAT,
        lead_days=_LEAD_DAYS[kind],
    )
    for note in notes.split(";"):
        plain = _noted(plain, note.strip())
    return plain


def _noted(idea: Idea, note: str) -> Idea:
    word, _, value = note.partition(" ")
    names = frozenset(name.strip() for name in value.split(",") if name.strip())
    match word:
        case "":
            return idea
        case "has" if names:
            return idea._replace(has=idea.has | names)
        case "may" if names:
            return idea._replace(may=idea.may | names)
        case "alcohol":
            return idea._replace(has=idea.has | {"alcohol"})
        case "plain":
            return idea._replace(plain=True)
        case "eaten":
            return idea._replace(eaten=True)
        case "perishable":
            return idea._replace(perishable=True)
        case "size":
            return idea._replace(needs_size=True)
        case "flat":
            return idea._replace(posts_flat=True)
        case "lead" if value.isascii() and value.isdigit() and len(value) < 4:
            return idea._replace(lead_days=int(value))
        case "not-for" if value:
            return idea._replace(not_for=value)
    raise ValueError(f"“{note}” is nothing we know about an idea.")
