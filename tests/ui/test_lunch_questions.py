# SPDX-License-Identifier: MIT
"""The three light questions of the lunch brief: about what is not known yet, filled up to three."""

from fakes import FakeClock, NoHolidays

from winback_desktop.application.ask_lightly import answer_question
from winback_desktop.application.keep_interests import add_constraint, add_interest
from winback_desktop.application.move_steps import complete
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.light_questions import _BY_CATEGORY
from winback_desktop.domain.people import ConstraintKind
from winback_desktop.domain.practice import StepKind
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.ui.lunch.presenter import LunchPresenter
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.printing import brief
from winback_desktop.ui.printing.marks import Text


def test_the_brief_asks_what_is_not_known_yet(qapp, clock: FakeClock) -> None:
    work = Workspace(open_memory_store(clock.now), clock, NoHolidays())
    recorded = record_loss(work, LossDraft("Rosa Delgado"))
    steps = {step.kind: step.id for step in recorded.steps}
    rosa = recorded.contact.id
    clock.move(days=8)
    complete(work, steps[StepKind.NOTE])
    add_interest(work, rosa, "grilling")
    presenter = LunchPresenter(work, Operations(work.store), steps[StepKind.LUNCH])
    assert presenter.open()
    asked = presenter.questions()
    assert len(asked) == 3
    assert _BY_CATEGORY["Food and drink"] not in asked
    page = brief.compose(brief.BriefJob("Rosa", questions=brief.three(asked))).pages[0]
    words = " ".join(mark.words for mark in page.marks if isinstance(mark, Text))
    assert all(question in words for question in asked)

    add_constraint(work, rosa, ConstraintKind.ALLERGY, "nuts")
    for category in _BY_CATEGORY:
        answer_question(work, rosa, category, "asked")
    assert presenter.questions() == ()
    assert brief.three(presenter.questions()) == brief.LIGHT_QUESTIONS
    work.store.listener = None
    work.store.close()
