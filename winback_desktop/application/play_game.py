# SPDX-License-Identifier: MIT
"""The game: help so many people in seven days; every one counts, a missed day or a pause costs nothing."""

from typing import NamedTuple

from winback_desktop.application.care_steps import begin_care, complete_care
from winback_desktop.application.contact_names import contact_for
from winback_desktop.application.failures import Refused
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.care import GoodDeed, Mission, MissionPause
from winback_desktop.domain.missions import (
    MissionDay,
    drawn_days,
    is_over,
    is_paused,
    mission_sentence,
    target_problem,
)
from winback_desktop.domain.practice import StepKind

LONGEST_NAME = 80
LONGEST_LINE = 300
USUAL_TARGET = 5


class Standing(NamedTuple):
    """A mission as it stands; ``best`` is the most that were helped in any one mission, this one included."""

    mission: Mission
    days: tuple[MissionDay, ...]
    deeds: tuple[GoodDeed, ...]
    over: bool
    paused: bool
    best: int
    sentence: str

    @property
    def helped(self) -> int:
        """How many were helped."""
        return len(self.deeds)

    @property
    def is_best(self) -> bool:
        """Whether no mission helped more people."""
        return self.helped > 0 and self.helped >= self.best


def start_mission(work: Workspace, name: str, target: int) -> Mission:
    """Begin a mission today; raises Refused for nobody to help, or while another one runs."""
    name = " ".join(name.split())[:LONGEST_NAME] or "Help people this week"
    if problem := target_problem(target):
        raise Refused(problem, field="target")
    present = standing(work)
    if present is not None and not present.over:
        raise Refused(f"“{present.mission.name}” is still running. Close it first, or go on with it.")
    with work.store.change(f"start “{name}”"):
        begin_care(work, StepKind.GAME)
        return work.store.add(Mission(name, target, work.clock.today()))


def standing(work: Workspace) -> Standing | None:
    """The latest mission as it stands, or None when there never was one."""
    latest = work.store.find(Mission, order="-id", limit=1)
    return _standing(work, latest[0]) if latest else None


def help_one(work: Workspace, who: str = "", how: str = "") -> GoodDeed:
    """One more person helped, in the mission that runs or just so. Who and how are the owner's own words."""
    who, how = _line(who, "who"), _line(how, "how")
    present = standing(work)
    mission = present.mission if present is not None and not present.over else None
    with work.store.change(f"one more helped{f': {who}' if who else ''}"):
        deed = work.store.add(
            GoodDeed(work.clock.today(), who, how, mission.id if mission else None, at=work.clock.now())
        )
        if mission and present and present.helped + 1 == mission.target:
            complete_care(work, StepKind.GAME, f"Helped {mission.target} in “{mission.name}”")
        return deed


def edit_deed(work: Workspace, deed: int, who: str, how: str, customer: str = "") -> GoodDeed:
    """Say who was helped and how; ``customer`` links a known customer by name and never makes a new one.

    Raises Missing for a customer that is not known.
    """
    old = work.store.get(GoodDeed, deed)
    linked = _known(work, customer) if customer.strip() else None
    new = old._replace(who=_line(who, "who"), how=_line(how, "how"), customer=linked)
    if new == old:
        return old
    with work.store.change("change a good deed"):
        return work.store.save(new)


def remove_deed(work: Workspace, deed: int) -> None:
    """Take an entry away; undo brings it back."""
    old = work.store.get(GoodDeed, deed)
    with work.store.change("remove a good deed"):
        work.store.remove(old)


def pause_mission(work: Workspace) -> None:
    """Let the mission stand still from today on; the days of a pause don't count."""
    present = _running(work)
    if not present.paused:
        with work.store.change(f"pause “{present.mission.name}”"):
            work.store.add(MissionPause(present.mission.id, work.clock.today()))


def resume_mission(work: Workspace) -> None:
    """Go on from today."""
    present = _running(work)
    with work.store.change(f"go on with “{present.mission.name}”"):
        for pause in work.store.find(MissionPause, mission=present.mission.id, resumed_on=None):
            work.store.save(pause._replace(resumed_on=max(pause.first, work.clock.today())))


def finish_mission(work: Workspace) -> Mission:
    """Close the latest mission; whatever was done in it was good."""
    present = standing(work)
    if present is None or present.mission.ended_on is not None:
        raise Refused("No mission is open. Start one whenever you like.")
    with work.store.change(f"close “{present.mission.name}”"):
        people = "person" if present.helped == 1 else "people"
        complete_care(work, StepKind.GAME, f"Helped {present.helped} {people} in “{present.mission.name}”")
        return work.store.save(present.mission._replace(ended_on=work.clock.today()))


def ledger(work: Workspace, most: int = 20) -> list[GoodDeed]:
    """The latest good deeds, newest first."""
    return work.store.find(GoodDeed, order="-id", limit=most)


def _standing(work: Workspace, mission: Mission) -> Standing:
    today = work.clock.today()
    pauses = work.store.find(MissionPause, mission=mission.id)
    deeds = work.store.find(GoodDeed, mission=mission.id)
    over = is_over(mission, pauses, today)
    return Standing(
        mission,
        drawn_days(mission, pauses, deeds, today),
        tuple(deeds),
        over,
        is_paused(pauses) and not over,
        _best(work),
        mission_sentence(len(deeds), mission.target, over),
    )


def _best(work: Workspace) -> int:
    counted: dict[int, int] = {}
    for deed in work.store.find(GoodDeed):
        if deed.mission is not None:
            counted[deed.mission] = counted.get(deed.mission, 0) + 1
    return max(counted.values(), default=0)


def _running(work: Workspace) -> Standing:
    present = standing(work)
    if present is None or present.over:
        raise Refused("No mission is running. Start one whenever you like.")
    return present


def _known(work: Workspace, name: str) -> int:
    try:
        return contact_for(work, name).id
    except Refused as error:
        raise type(error)(str(error), field="customer") from error


def _line(text: str, field: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_LINE:
        raise Refused(f"Please keep it to {LONGEST_LINE} characters; a few words are enough.", field=field)
    return text
