# SPDX-License-Identifier: MIT
"""What looks after the owner, through the real window, tray and notifications."""

import time
from datetime import date, timedelta
from pathlib import Path

from tests.end_to_end.desktop import Program, until
from tests.end_to_end.owner import Owner
from winback_desktop.application.care_steps import complete_care
from winback_desktop.application.check_in import check_in
from winback_desktop.application.lean_on import add_helper
from winback_desktop.application.play_game import finish_mission, help_one, start_mission
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.application.take_walk import begin_walk
from winback_desktop.domain.care import CheckIn, GoodDeed, Walk, WalkAnswer
from winback_desktop.domain.people import Contact
from winback_desktop.domain.practice import Step, StepKind, StepMove, StepState, Touch

LOST = date(2026, 11, 20)  # a Friday; Thanksgiving is the Thursday after
NOTE_DAY = date(2026, 11, 25)
FIRST_BEAT = 4.5
"""Seconds after which the program has looked for what is due."""
WELCOME = "Welcome back. What did you bring with you?"


def lose(owner: Owner, name: str = "Rosa Marin", day: date = LOST) -> None:
    """Record a loss on a day."""
    with owner.on(day) as work:
        record_loss(work, LossDraft(name))


def wellbeing(app: Program) -> None:
    """Go to the page."""
    app.desktop.key("ctrl+5")
    app.reads("What is good for you comes first.")


def test_a_check_in_takes_a_word_a_number_and_a_line(owner: Owner) -> None:
    for days, word, level in ((120, "proud", 5), (90, "hurt", 1), (60, "tired", 3)):
        with owner.on(LOST - timedelta(days=days)) as work:
            check_in(work, word, level)
            if days == 90:
                record_loss(work, LossDraft("Ben Okafor"))
    lose(owner)
    app = owner.start(LOST)
    wellbeing(app)
    app.press("Keep it")
    app.reads("Choose a number from 1 (heavy) to 5 (light).")
    app.press("Sad")
    app.press("2")
    app.write("A line, if you like", "Eleven years with them")
    app.press("Keep it")
    app.reads("Today: sad, 2 (low). Eleven years with them")
    app.write("Or a word of your own", "hollowed out")
    app.press("1")
    app.press("Keep it")
    app.reads("Today: hollowed out, 1 (heavy).")
    owner.desktop.picture("check-in")
    trend = app.node("How you have been")["description"]
    assert trend.index("hollowed out, 1 (heavy)") < trend.index("sad, 2 (low)") < trend.index("hurt, 1")
    assert {one.word for one in owner.kept(CheckIn)} >= {"sad", "hollowed out", "proud"}
    assert not [step for step in app.line("due") if "check" in step["kind"]], "never a task"


def test_a_walk_silences_everything_and_asks_one_question(owner: Owner) -> None:
    desktop = owner.desktop
    lose(owner)
    with owner.on(NOTE_DAY) as work:
        for kind in (StepKind.TALK, StepKind.GAME, StepKind.BEST_CUSTOMER):
            complete_care(work, kind)

    app = owner.start(LOST)
    choose_from_tray(owner, "walk", 4, "Right", "Down", "Return")  # twenty minutes
    app.reads("You are on a walk until")
    until_words = next(line for line in app.names() if line.startswith("You are on a walk until"))
    app.kill()

    app = owner.start(NOTE_DAY)
    app.reads(until_words)
    assert not app.says("Rosa Marin"), "the case is out of sight"
    desktop.picture("on-a-walk")
    time.sleep(FIRST_BEAT)
    assert owner.notices() == [], "the note is due, and nothing calls"

    with owner.on(NOTE_DAY) as work, work.store.transaction():
        walk = work.store.find(Walk)[0]
        assert walk.minutes == 20
        work.store.save(walk._replace(started_at=walk.started_at - timedelta(minutes=20)))
    notice = owner.glance_until(app, owner.notices, "the walk's notice")[0]
    assert notice["title"] == "Welcome back"
    assert {"Next", "Let go", "Nothing"} <= set(notice["actions"])
    assert "sound-name" not in notice["hints"], "it is a soft one"
    app.reads(WELCOME, "Rosa Marin")
    desktop.picture("back-from-a-walk")
    app.write("In a few words", "call the accountant about the bigger job")
    app.press("Next")
    app.wait(lambda: not app.says(WELCOME), "the question to be answered")
    until(desktop.withdrawn, "the notice to be taken back")
    owner.glance_until(app, lambda: len(owner.notices()) == 2, "the reminder that waited")
    (move,) = (
        move for move in owner.kept(StepMove) if move.to_state is StepState.DONE and "walk" in move.reason
    )
    assert move.reason == "After a walk, next: call the accountant about the bigger job"


def test_the_question_is_answered_from_the_notice_and_a_moved_clock_is_said(owner: Owner) -> None:
    lose(owner)
    with owner.on(LOST) as work:
        walk = begin_walk(work, 15)
        with work.store.transaction():
            work.store.save(walk._replace(started_at=walk.started_at - timedelta(minutes=20)))
    owner.let_notices_show(True)
    app = owner.start(LOST)
    until(lambda: any(one["title"] == "Welcome back" for one in owner.notices()), "the walk's notice")
    owner.desktop.press_notification("Let go")
    owner.let_notices_show(False)
    app.wait(lambda: not app.says(WELCOME), "the question to be answered")
    assert owner.kept(Walk)[0].answer is WalkAnswer.LET_GO

    wellbeing(app)
    app.press("Go for a walk of 30 minutes")
    app.reads("You are on a walk until")
    with owner.on(LOST) as work, work.store.transaction():
        # As if the clock had been set back an hour meanwhile: the walk began in what is now the future.
        walk = work.store.find(Walk, order="-id")[0]
        work.store.save(walk._replace(started_at=walk.started_at + timedelta(hours=1)))
    moved = "The clock was changed meanwhile, so the walk counts as over."
    owner.glance_until(app, lambda: app.says(moved), "the sentence about the clock")
    owner.desktop.picture("the-clock-was-moved")
    app.press("Nothing")
    app.reads("Go for a walk of 60 minutes")
    assert owner.kept(Walk)[1].answer is WalkAnswer.NOTHING


def test_somebody_to_lean_on_is_sought_found_called_and_remembered(owner: Owner) -> None:
    lose(owner)
    with owner.on(LOST) as work:
        complete_care(work, StepKind.WALK)
    app = owner.start(LOST + timedelta(days=1))
    wellbeing(app)
    app.reads("Find somebody to lean on", "Ask the trade body or chamber of your field")
    app.press("Coach")
    app.reads("Ask two people in your field whom they would recommend, and why.")
    app.press("Friend")
    app.reads("Who made you laugh or think in the last year? Send that person one line today.")

    app.press("Find somebody: Find somebody to lean on")
    app.write("Name", "Sam Whitfield")
    app.write("Phone", "+1 555 0142")
    app.write("E-mail", "sam@example.com")
    app.write("Why they help", "Asks good questions")
    app.press("Put them on the list")
    app.press("Talk to Sam: ", exact=False)
    app.press("Call Sam Whitfield: +1 555 0142")
    app.press("Write to Sam Whitfield: sam@example.com")
    assert owner.opens("tel:") == "tel:+15550142"
    assert owner.opens("mailto:") == "mailto:sam@example.com"
    app.write("What you talked about", "The case, and what is next")
    owner.desktop.picture("somebody-to-lean-on")
    app.press("We talked")
    app.wait(lambda: not app.says("Talk to Sam"), "the step to be done")
    (talk,) = owner.kept(Touch)
    assert talk.summary == "The case, and what is next"

    with owner.on(LOST) as work:
        add_helper(work, "Dora Quint", why="Has been there")
    app.press("Today")
    wellbeing(app)
    app.node("Dora Quint, Has been there, ask next, not talked yet")
    app.node("Sam Whitfield, Asks good questions, today")
    owner.desktop.picture("whom-to-ask-next")


def test_the_game_is_played_from_page_keyboard_and_tray(owner: Owner, tmp_path: Path) -> None:
    desktop = owner.desktop
    lose(owner)
    with owner.on(LOST - timedelta(days=40)) as work:
        start_mission(work, "A first week", 2)
        for who in ("Ann", "Bo", "Cy", "Di"):
            help_one(work, who)
        finish_mission(work)
    app = owner.start(LOST)
    wellbeing(app)
    app.press("Start another…")
    app.write("What you call it", "Open the shop door")
    app.write("How many people", "0")
    app.press("Start today")
    app.reads("A mission is about people: choose at least one to help.")
    assert app.node("What you call it", ["text"])["text"] == "Open the shop door"
    desktop.picture("nobody-to-help")
    app.write("How many people", "3")
    app.press("Start today")
    app.reads("3 people in seven days, whoever they are.", "Your best week so far: 4 people.")

    app.write("Who was helped", "The florist")
    app.write("How", "a look at her prices")
    app.press("+1 helped")
    app.reads("1 of 3", "The florist")
    assert "focused" in app.node("Who was helped", ["text"])["states"], "and not Undo"
    desktop.key("ctrl+h")
    app.write("Who", "A nephew")
    app.press("Count it")
    app.reads("2 of 3")
    choose_from_tray(owner, "helped", 5, "Return")
    app.reads("3 of 3", "You helped 3 people. That is what you set out to do, and more is a gift.")
    assert app.node("The seven days")["description"].startswith("Friday 20 November: 3 helped; ")

    app.press("The florist, ", exact=False)
    app.write("Customer", "Rosa Marin")
    app.press("Keep it", number=-1)
    app.reads("a look at her prices · now Rosa Marin")
    assert [one.name for one in owner.kept(Contact)] == ["Rosa Marin"], "nobody becomes a lead by it"

    app.choose("More: Open the shop door", "Down", "Return")
    app.reads("Paused.")
    app.quit()
    app = owner.start(LOST + timedelta(days=20))
    wellbeing(app)
    app.reads("Paused. You helped 3 people.", "The seven days wait for you.")
    app.choose("More: Open the shop door", "Down", "Return")
    app.press("+1 helped")
    app.reads("4 of 3")
    desktop.picture("the-game")
    app.choose("More: Open the shop door", "Up", "Return")
    app.choose("Print the card…", "Down", "Return")
    words = owner.text_of(owner.save_as(app, tmp_path / "finish.pdf"))
    assert "Open the shop door" in words
    assert "The florist: a look at her prices" in words
    assert {one.how for one in owner.kept(GoodDeed, who="The florist")} == {"a look at her prices"}


def test_pride_gets_a_smaller_step_a_later_day_or_a_reason_and_care_can_be_left_for_good(
    owner: Owner,
) -> None:
    desktop = owner.desktop
    lose(owner, "Rosa Marin")
    lose(owner, "Ben Okafor")
    lose(owner, "Mina Sol")
    app = owner.start(NOTE_DAY)
    for name in ("Rosa Marin", "Ben Okafor", "Mina Sol"):
        app.choose(f"More for {name}", "Down", "Down", "Return")
        app.reads("That is all right.")
        if name == "Rosa Marin":
            app.press("Why is it worth it?")
            desktop.picture("rather-not")
            app.press(f"Two lines on a card to {name}")
        elif name == "Ben Okafor":
            app.choose("Another day…", "Up", "Up", "Return")  # before "Pick…": next week
        else:
            app.press("Skip it")
            app.reads("Please give a reason for skipping, if only a word; it stays with the plan.")
            app.write("Reason for skipping", "They moved abroad")
            app.press("Skip it")
        app.wait(lambda: not app.says("That is all right."), "it to be settled")
    notes = {step.id: step for step in owner.kept(Step, kind=StepKind.NOTE)}
    states = [(step.smaller, step.state is StepState.SKIPPED, step.due > NOTE_DAY) for step in notes.values()]
    assert states == [(True, False, False), (False, False, True), (False, True, False)]
    assert owner.kept(StepMove, to_state=StepState.SKIPPED)[0].reason == "They moved abroad"

    wellbeing(app)
    app.choose("More: Take a walk", "Up", "Return")
    app.reads("Suggest again: Take a walk")
    desktop.picture("not-suggested-any-more")
    app.line("lose", "Cleo Park")
    kinds = [step.kind for step in owner.kept(Step, plan=4)]
    assert StepKind.TALK in kinds
    assert StepKind.WALK not in kinds


def choose_from_tray(owner: Owner, shown: str, downs: int, *keys: str) -> None:
    """Open the tray's menu with the mouse and choose by the keyboard."""
    (box,) = until(owner.desktop.tray_icons, "the tray icon")
    owner.desktop.click(box, button=3)
    time.sleep(0.3)
    owner.desktop.picture(f"tray-{shown}")
    owner.desktop.key(*["Down"] * downs, *keys)
