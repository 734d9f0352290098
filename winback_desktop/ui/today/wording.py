# SPDX-License-Identifier: MIT
"""The sentences that only Today says: greetings, counts and what each step's first button is called."""

from winback_desktop.domain.wording import count_word

_ACTIONS = {
    "note": ("Write the note", "pen-line"),
    "invite-lunch": ("Plan the invitation", "utensils"),
    "lunch": ("Prepare the lunch", "utensils"),
    "choose-gift": ("See gift ideas", "gift"),
    "order-gift": ("See the gift", "gift"),
    "gift": ("See the gift", "gift"),
}
_CHIPS = {
    "note": "Thank-you note",
    "invite-lunch": "Lunch",
    "lunch": "Lunch",
    "choose-gift": "Gift",
    "order-gift": "Gift",
    "gift": "Gift",
}
_COMING = {
    "note": "Thank-you note",
    "invite-lunch": "Invitation to lunch",
    "lunch": "Lunch at three months",
    "choose-gift": "Choose a small gift",
    "order-gift": "Order the gift",
    "gift": "Small gift at six months",
}


def greeting(hour: int, name: str) -> str:
    """A greeting for the hour of the day, with the owner's first name where it is known."""
    if 5 <= hour < 12:
        words = "Good morning"
    elif 12 <= hour < 18:
        words = "Good afternoon"
    else:
        words = "Good evening"
    first = name.split()[0] if name.split() else ""
    return f"{words}, {first}" if first else words


def due_sentence(day: str, due: int, care: int) -> str:
    """The day and how much there is to do."""
    if due:
        return f"{day} · {count_word(due)} {'thing' if due == 1 else 'things'} to do today"
    if care:
        return f"{day} · nothing towards customers today, something for you"
    return f"{day} · nothing to do today"


def action_of(kind: str) -> str:
    """What the first button of a due step says."""
    return _ACTIONS.get(kind, ("Open", "chevron-right"))[0]


def action_icon(kind: str) -> str:
    """The icon on it."""
    return _ACTIONS.get(kind, ("Open", "chevron-right"))[1]


def chip_of(kind: str) -> str:
    """The word in the pill beside the title."""
    return _CHIPS.get(kind, "")


def coming_words(kind: str, loss_kind: str, interests: tuple[str, ...]) -> str:
    """What a later step is, in a few words."""
    words = _COMING.get(kind, "")
    if kind == "note" and loss_kind == "prospect":
        return f"{words} (prospect)"
    if kind in ("choose-gift", "order-gift", "gift") and interests:
        return f"{words} · {', '.join(interests[:2])}"
    return words
