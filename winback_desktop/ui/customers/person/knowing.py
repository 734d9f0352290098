# SPDX-License-Identifier: MIT
"""What the owner notes about a person: interests, what to avoid, what was heard in free words, tags."""

from collections.abc import Callable

from winback_desktop.application import ask_lightly, keep_interests, keep_many
from winback_desktop.application.long_work import at_once
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.listening import Proposal
from winback_desktop.domain.people import Attitude, Interest
from winback_desktop.ui.customers.person.avoiding import AvoidOffer, avoid_of, avoid_offers
from winback_desktop.ui.customers.person.rows import HeardRow, InterestRow, Screen
from winback_desktop.ui.operations import Operations

_MOST_OTHERS = 1000


class Knowing:
    """Stores what is known of the person shown."""

    def __init__(
        self,
        work: Workspace,
        operations: Operations,
        shown: Callable[[], Screen],
        keep: Callable[[str, Callable[[], object]], bool],
    ) -> None:
        self._work, self._operations = work, operations
        self._shown, self._keep = shown, keep
        self._heard: list[Proposal] = []

    def interest_offers(self, text: str) -> list[tuple[str, str]]:
        """Labels to complete typed words with: how many share them, or the category they belong to."""
        own = {row.label.casefold() for row in self._shown().interests}
        return [
            (one.label, _shared(one.people) if one.people else one.category)
            for one in keep_interests.suggest_labels(self._work, text)
            if one.label.casefold() not in own
        ][:5]

    def add_interests(self, text: str) -> None:
        """Note one or several interests."""
        self._keep("interests", lambda: keep_interests.add_interests(self._work, self._shown().contact, text))

    def edit_interest(self, row: InterestRow) -> bool:
        """Store what is known about an interest; False when it was refused."""

        def keep() -> object:
            stored = self._work.store.get(Interest, row.id)
            return keep_interests.edit_interest(
                self._work,
                stored._replace(
                    label=row.label,
                    words=row.words,
                    heard_on=row.heard_on,
                    heard_where=row.where,
                    attitude=Attitude.LIKE if row.likes else Attitude.DISLIKE,
                    still_true=row.still_true,
                    certainty=row.certainty,
                ),
            )

        return self._keep("interest", keep)

    def remove_interest(self, interest: int) -> None:
        """Take an interest away."""
        self._keep("interests", lambda: keep_interests.remove_interest(self._work, interest))

    def others_enjoying(self, label: str) -> int:
        """How many other people enjoy the same."""
        found = self._operations.run(lambda: self._work.store.queries.people_sharing(label, _MOST_OTHERS))
        return sum(row.contact != self._shown().contact for row in found or ())

    def answer(self, topic: str, asked: bool) -> None:
        """A light question was asked, or is not for now."""
        answer = "asked" if asked else "not-now"
        self._keep("", lambda: ask_lightly.answer_question(self._work, self._shown().contact, topic, answer))

    def avoid_offers(self, text: str) -> list[AvoidOffer]:
        """What typed words may mean as something to avoid, likeliest first."""
        return avoid_offers(text)

    def add_avoid(self, value: str) -> None:
        """Note something to avoid, from an offer or as typed."""
        for kind, avoid in avoid_of(value):
            self._keep(
                "avoid",
                lambda kind=kind, avoid=avoid: keep_interests.add_constraint(
                    self._work, self._shown().contact, kind, avoid
                ),
            )

    def remove_avoid(self, constraint: int) -> None:
        """Take away something to avoid."""
        self._keep("avoid", lambda: keep_interests.remove_constraint(self._work, constraint))

    def hear(self, text: str) -> list[HeardRow]:
        """What the free words say that is not noted yet."""
        heard = (
            self._operations.run(lambda: keep_interests.hear(self._work, self._shown().contact, text)) or []
        )
        self._heard = heard[:8]
        return [
            HeardRow(at, _heard_words(one), one.because, isinstance(one.record, Interest))
            for at, one in enumerate(self._heard)
        ]

    def accept(self, place: int) -> None:
        """Note what was heard."""
        if 0 <= place < len(self._heard):
            proposal = self._heard[place]
            self._keep("", lambda: keep_interests.accept(self._work, self._shown().contact, proposal))

    def tag_offers(self, text: str) -> list[str]:
        """Tags in use to complete typed words with."""
        own = {tag.casefold() for tag in self._shown().fields.tags}
        tags = self._operations.run(self._work.store.queries.tags) or []
        return [
            tag for tag in tags if tag.casefold().startswith(text.casefold()) and tag.casefold() not in own
        ][:5]

    def add_tags(self, text: str) -> None:
        """Give them one or several tags."""
        self._keep("tags", lambda: at_once(keep_many.add_tags(self._work, [self._shown().contact], text)))

    def remove_tag(self, place: int) -> None:
        """Take a tag away."""
        tag = self._shown().fields.tags[place]
        self._keep("tags", lambda: at_once(keep_many.remove_tag(self._work, [self._shown().contact], tag)))


def _shared(people: int) -> str:
    return "1 person" if people == 1 else f"{people:,} people"


def _heard_words(proposal: Proposal) -> str:
    record = proposal.record
    if isinstance(record, Interest):
        return record.label if record.attitude is Attitude.LIKE else f"dislikes {record.label}"
    return proposal.label if not record.avoid else f"avoid {record.avoid}"
