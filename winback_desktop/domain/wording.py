# SPDX-License-Identifier: MIT
"""The sentences for steps, shared by the window, the notifications and the command line."""

from datetime import date

from winback_desktop.domain.plan_states import LossKind, StepKind

_TITLES = {
    StepKind.PAUSE: "Quiet time with {name}",
    StepKind.NOTE: "Write to {name}",
    StepKind.LUNCH: "Lunch with {name}",
    StepKind.GIFT: "A small gift for {name}",
    StepKind.INVITE_LUNCH: "Invite {name} to lunch",
    StepKind.CHOOSE_GIFT: "Choose a gift for {name}",
    StepKind.ORDER_GIFT: "Order the gift for {name}",
    StepKind.WALK: "Take a walk",
    StepKind.TALK: "Talk to someone who lifts you",
    StepKind.GAME: "Help people this week",
    StepKind.BEST_CUSTOMER: "Say hello to a best customer",
}

_SMALLER = {
    StepKind.NOTE: "Two lines on a card to {name}",
    StepKind.LUNCH: "Coffee or a call with {name}",
    StepKind.GIFT: "A card with one kind line for {name}",
    StepKind.INVITE_LUNCH: "Ask {name} for a coffee",
    StepKind.CHOOSE_GIFT: "Think of one small thing for {name}",
    StepKind.ORDER_GIFT: "Buy a card for {name}",
    StepKind.WALK: "Five minutes outside the door",
    StepKind.TALK: "Send one line to someone you trust",
    StepKind.GAME: "Help one person this week",
    StepKind.BEST_CUSTOMER: "One friendly line to a best customer",
}

_WORDS = {
    StepKind.PAUSE: "Quiet time",
    StepKind.NOTE: "Thank-you note",
    StepKind.LUNCH: "Lunch",
    StepKind.GIFT: "Gift",
    StepKind.INVITE_LUNCH: "Lunch invitation",
    StepKind.CHOOSE_GIFT: "Choosing a gift",
    StepKind.ORDER_GIFT: "Ordering the gift",
    StepKind.WALK: "A walk",
    StepKind.TALK: "A talk",
    StepKind.GAME: "Helping others",
    StepKind.BEST_CUSTOMER: "Best customer",
}

_WORTH = {
    StepKind.NOTE: "A few honest lines by hand are kept for years; hardly anybody sends them.",
    StepKind.LUNCH: "Being interested without selling is what people remember.",
    StepKind.GIFT: "It shows that you listened, and asks for nothing back.",
    StepKind.INVITE_LUNCH: "A friendly question costs little, and no is a fine answer.",
    StepKind.CHOOSE_GIFT: "Something small that fits says more than something large.",
    StepKind.ORDER_GIFT: "Ordered now, it arrives without hurry.",
    StepKind.WALK: "A change of scenery changes the state you decide in.",
    StepKind.TALK: "Said aloud to the right person, it weighs less.",
    StepKind.GAME: "Helping others brings back the feeling of being good at what you do.",
    StepKind.BEST_CUSTOMER: "The people who value you are a call away.",
}

WHY_WAIT = (
    "Feelings run high on the first days, and it is easy to make it personal. Nothing you send now "
    "works better than what you send after two quiet working days."
)

INSTEAD = (
    "Take a walk, talk to someone who lifts you, help a few people, "
    "or say hello to a customer who is glad to have you."
)


def step_title(kind: StepKind, name: str, smaller: bool = False) -> str:
    """The step as one short imperative or name, for a card, a list or a notification."""
    return ((smaller and _SMALLER.get(kind)) or _TITLES[kind]).format(name=name)


def step_word(kind: StepKind) -> str:
    """The kind of a step as a word, always shown beside its colour and icon."""
    return _WORDS[kind]


def smaller_version(kind: StepKind, name: str) -> str:
    """What the step becomes when it is made smaller; empty where it cannot be."""
    return _SMALLER.get(kind, "").format(name=name)


def worth_it(kind: StepKind) -> str:
    """One sentence on why the step is worth it, shown only when asked for."""
    return _WORTH.get(kind, "")


def step_reason(
    kind: StepKind,
    loss: LossKind,
    learned: date,
    since: date | None,
    today: date,
    interests: tuple[str, ...] = (),
) -> str:
    """One sentence on why this step is due now."""
    if kind is StepKind.NOTE:
        if loss is LossKind.PROSPECT:
            return "The quiet days are over. Thank them for considering you, by hand."
        years = whole_years(since, learned)
        together = (
            f"for {count_word(years)} {'year' if years == 1 else 'years'} together"
            if years
            else "for their business"
        )
        return f"The quiet days are over. Thank them {together}, by hand."
    if kind in (StepKind.LUNCH, StepKind.INVITE_LUNCH):
        return f"{_months_since(learned, today)} since they left. No pitch: bring one useful idea."
    if kind in (StepKind.GIFT, StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT):
        heard = " and ".join(interests[:2])
        return (
            f"Something small that shows you listened: {heard}."
            if heard
            else "Something small that shows you listened."
        )
    return _WORTH.get(kind, WHY_WAIT)


def whole_years(since: date | None, until: date) -> int:
    """Full years from one day to another; 0 when the first is unknown or later."""
    if since is None or since > until:
        return 0
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


def count_word(number: int) -> str:
    """Small numbers as words, larger ones as figures."""
    words = (
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    )
    return words[number] if 0 <= number < len(words) else str(number)


def _months_since(learned: date, today: date) -> str:
    months = (today.year - learned.year) * 12 + today.month - learned.month - (today.day < learned.day)
    if months < 1:
        return "A few weeks"
    return f"{count_word(months).capitalize()} {'month' if months == 1 else 'months'}"


def short_day(day: date) -> str:
    """A day as "Wed 25 Nov 2026", the same on every system."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
