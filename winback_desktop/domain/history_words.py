# SPDX-License-Identifier: MIT
"""The words for what is dated about a person: steps, notes, meetings and the states of plans."""

from winback_desktop.domain.practice import CARE, LossKind, PlanState, StepKind
from winback_desktop.domain.wording import step_word

PLAN_WORDS = {
    PlanState.QUIET: "Quiet time",
    PlanState.ACTIVE: "On the path back",
    PlanState.RESTING: "Resting with the door open",
    PlanState.PAUSED: "Paused",
    PlanState.REHIRED: "Came back",
    PlanState.CLOSED: "Plan closed",
    PlanState.DO_NOT_CONTACT: "Asked for no contact",
    PlanState.DECEASED: "Has died",
    PlanState.ORGANISATION_GONE: "The organisation is gone",
    PlanState.WITHDRAWN: "It was no loss after all",
}
_DONE = {
    StepKind.PAUSE: "Quiet time kept",
    StepKind.NOTE: "Handwritten note sent",
    StepKind.LUNCH: "Lunch together",
    StepKind.GIFT: "A small gift given",
}
_NOTES = {
    "drafted": "Note drafted",
    "copied": "Note copied by hand",
    "printed": "Note printed",
    "posted": "Note posted",
    "returned": "Note came back",
}
_TOUCHES = {
    "call": "Call",
    "meeting": "Meeting",
    "lunch": "Lunch",
    "message": "Message",
    "kindness": "A kindness",
    "hello": "A hello",
}


def done_words(kind: StepKind) -> str:
    """A step that was done."""
    return _DONE.get(kind, f"{step_word(kind)} done")


def is_about_them(kind: str, title: str) -> bool:
    """Whether a line of the history is about the customer: the owner's own walk is not."""
    if kind == "step":
        return title.partition(" ")[0] not in list(CARE)
    return kind != "state" or title != PlanState.ACTIVE


def history_words(kind: str, title: str) -> str:
    """A line of the history; ``title`` is a stored value or the owner's own words, by ``kind``."""
    match kind:
        case "loss":
            return "Told you they are leaving" if title == LossKind.CLIENT else "Chose somebody else"
        case "step":
            return _step_words(*title.partition(" ")[::2])
        case "note":
            return _NOTES.get(title, "Note")
        case "touch":
            return _TOUCHES.get(title, title)
        case "interest":
            return f"Told you about {title}"
        case "referral":
            return f"Sent you {title}"
        case "mail":
            return f"Mail came back from {title}" if title else "Mail came back"
        case "early":
            return "Quiet time ended early"
        case "resumed":
            return "Went on after the pause"
        case "state" if title in list(PlanState):
            return PLAN_WORDS[PlanState(title)]
    return title


def _step_words(kind: str, state: str) -> str:
    if kind not in list(StepKind):
        return kind
    word = step_word(StepKind(kind))
    if state == "postponed":
        return f"{word} moved to another day"
    if state == "skipped":
        return f"{word} left out"
    return done_words(StepKind(kind))
