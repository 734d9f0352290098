# SPDX-License-Identifier: MIT
"""The sentences and suggestions for looking after the owner and the people who are glad of them."""

from collections.abc import Sequence

from winback_desktop.domain.practice import TouchKind

FEELINGS: tuple[str, ...] = (
    "calm",
    "sad",
    "angry",
    "tired",
    "relieved",
    "hurt",
    "worried",
    "proud",
    "hopeful",
)
"""Words to pick from; one's own word is as good."""

LEVELS: tuple[tuple[int, str], ...] = ((1, "heavy"), (2, "low"), (3, "so-so"), (4, "fine"), (5, "light"))

SEEKING: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "advisor",
        "Advisor",
        (
            "Ask the trade body or chamber of your field whether it has a mentoring list.",
            "Think of somebody a few years ahead of you whose work you like, and ask for half an hour.",
            "Ask your accountant or lawyer whom their other clients turn to.",
        ),
    ),
    (
        "coach",
        "Coach",
        (
            "Ask two people in your field whom they would recommend, and why.",
            "Look for one with a register entry in your country's coaching association.",
            "Take a first conversation with two of them before you decide; most offer one.",
        ),
    ),
    (
        "friend",
        "Friend",
        (
            "Who made you laugh or think in the last year? Send that person one line today.",
            "Ask another owner for a coffee every month, same day, same place.",
            "Look for a round table of small businesses near you and go once.",
        ),
    ),
)
"""(key, word, concrete ways to find one)."""

TOUCH_WORDS: dict[TouchKind, str] = {
    TouchKind.CALL: "Call",
    TouchKind.MEETING: "Meet",
    TouchKind.KINDNESS: "Act of kindness",
    TouchKind.HELLO: "Say hello",
    TouchKind.LUNCH: "Lunch",
    TouchKind.MESSAGE: "Message",
}
"""The kinds of touch as words."""

TOUCH_DONE: dict[str, str] = {
    "call": "a call",
    "meeting": "a meeting",
    "lunch": "a lunch",
    "message": "a message",
    "kindness": "an act of kindness",
    "hello": "a hello",
    "note": "a note",
    "gift": "a gift",
}
"""A past contact as words."""

ANYTHING_MORE = "Is there anything more I can do for you?"


def opening_lines(kind: TouchKind, first_name: str, likes: Sequence[str]) -> tuple[str, ...]:
    """A few things to say or do, from what is known of somebody; no figures and no pitch."""
    about = likes[0] if likes else ""
    if kind is TouchKind.CALL:
        lines = [f"“Hello {first_name}, I was thinking of you. How are things?”"]
        lines.append(f"Ask how it goes with {about}." if about else "Ask what has been good lately.")
        lines.append("Listen for one thing you could make easier for them.")
    elif kind is TouchKind.MEETING:
        lines = [f"Suggest two days to {first_name}, and somewhere they like."]
        lines.append("Bring one useful thing: an idea, a name, something your other customers enjoy.")
        lines.append(f"Ask about {about}." if about else "Ask what they are looking forward to.")
    elif kind is TouchKind.KINDNESS:
        lines = [kindness_for(label) for label in likes[:3]]
        lines.append(f"Tell somebody who would fit them about {first_name}'s work.")
        if not likes:
            lines.append("Write a kind, true review of something they did.")
    else:
        lines = [f"“Hello {first_name}, just a hello.”", f"“{ANYTHING_MORE}”"]
    return tuple(lines)


def kindness_for(label: str) -> str:
    """A small unasked kindness from one interest."""
    return f"Send something small about {label}: an article, a picture, a tip you came across."


def hello_text(first_name: str, owner_name: str) -> str:
    """A short hello to send or to say."""
    signed = f"\n\n{owner_name}" if owner_name else ""
    return f"Hello {first_name},\n\njust a hello from me. How are things with you? {ANYTHING_MORE}{signed}"
