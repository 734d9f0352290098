# SPDX-License-Identifier: MIT
"""The studio's words: tones, blocks and states, and how a finding or an event is told in a line."""

from winback_desktop.domain.note_check import Finding
from winback_desktop.domain.note_occasions import OTHER_OCCASIONS, Occasion
from winback_desktop.domain.practice import NoteState
from winback_desktop.ui.notes.rows import CheckLine, Memory

TONES = (("warm", "Warm"), ("plain", "Plain"), ("brief", "Brief"))
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
COVERS = {"en": "Thank you", "de": "Danke", "fr": "Merci", "es": "Gracias"}
"""What stands on the front of a folded card, unless the owner writes something else."""
BLOCK_WORDS = {
    "salutation": "Their name",
    "thanks": "Thanks",
    "opportunity": "The opportunity",
    "specific": "Something they said",
    "meaning": "What they meant",
    "door": "The open door",
    "forward": "Looking forward",
    "sign-off": "Your name",
}
SUBTITLE = "Write it here, then copy it out by hand. That is the part they will remember."
TITLES = {
    Occasion.THANK_YOU: "Note to {name}",
    Occasion.REFERRAL: "Thanks for a referral, to {name}",
    Occasion.GIFT: "A gift card for {name}",
    Occasion.LUNCH: "Thanks for lunch, to {name}",
    Occasion.HELLO: "Hello to {name}",
    Occasion.CONDOLENCE: "Sympathy for {name}",
    Occasion.COURTESY: "A short answer to {name}",
}
OCCASIONS = OTHER_OCCASIONS
SUBTITLES = {
    Occasion.REFERRAL: "They gave their good name for you. Thank them soon, by hand.",
    Occasion.GIFT: "Two or three lines beside the gift; it speaks for itself.",
    Occasion.LUNCH: "While the talk is fresh: what you liked, and thank you.",
    Occasion.HELLO: "For somebody who is glad of you. No reason is needed.",
    Occasion.CONDOLENCE: "Short and simple. That you write is what counts.",
    Occasion.COURTESY: "Two lines are enough. The rest can wait until quiet time is over.",
}
_BLOCK_OF_RULE = {"name": "salutation"}
TOLD = {"loss": "You learned of the loss", "touch": "", "gift": "Gift: "}
STATES = {
    NoteState.DRAFTED: ("", ""),
    NoteState.COPIED: ("Copied by hand, not posted yet", "lunch"),
    NoteState.PRINTED: ("Printed, not posted yet", "lunch"),
    NoteState.POSTED: ("Posted on {day}", "ok"),
    NoteState.RETURNED: ("Came back by post", "danger"),
}


def check_line(found: Finding) -> CheckLine:
    """A finding as it is shown."""
    if found.marked:
        detail = f"{found.reason} {found.kinder}"
        if found.hint:
            return CheckLine(
                "hint", f"“{found.phrase}”", f"Often harmless. {detail}", "", found.start, found.end
            )
        return CheckLine("mark", f"“{found.phrase}”", detail, "", found.start, found.end)
    if found.good:
        return CheckLine("good", found.title, "")
    block = _BLOCK_OF_RULE.get(found.rule, found.rule)
    return CheckLine("open", found.title, found.kinder, block if block in BLOCK_WORDS else "")


def event(kind: str, title: str, detail: str, day: str) -> Memory:
    """A line of the timeline as it is shown."""
    if kind == "loss":
        return Memory(TOLD[kind], day, "")
    words = title if kind == "gift" else detail or title.capitalize()
    return Memory(f"{TOLD[kind]}{words}", day if kind == "gift" else f"{title.capitalize()}, {day}", "")
