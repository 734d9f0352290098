# SPDX-License-Identifier: MIT
"""Killed at any moment nothing that was saved is lost, and two programs at once don't harm each other."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from winback_desktop.application.own_records import Reminder
from winback_desktop.domain.people import Contact, Interest
from winback_desktop.domain.practice import Loss, LossKind, Plan, PlanState, Step, StepKind
from winback_desktop.storage.opening import open_store

WRITER = Path(__file__).parent / "writer.py"
KILLS = int(os.environ.get("WINBACK_TEST_KILLS", "20"))


def start(path: Path, *what: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(path), *what], stdout=subprocess.PIPE, text=True
    )


def open_here(path: Path):
    return open_store(path, clock_now=lambda: datetime(2026, 1, 1, tzinfo=UTC), program_version="0.1.0")


@pytest.mark.timeout(1200)
def test_killed_at_any_moment_nothing_saved_is_lost(path):
    chance = random.Random(20)
    expected: set[int] = set()
    said = 0
    for _ in range(KILLS):
        process = start(path, "add")
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.12))
        process.kill()
        rest = process.stdout.read()
        process.wait()
        store = open_here(path)
        found = {contact.id for contact in store.find(Contact)}
        for line in (first + rest).splitlines(keepends=True):
            if not line.endswith("\n"):
                continue
            said += 1
            number = int(line)
            if number > 0:
                expected.add(number)
            else:
                expected.discard(-number)
        # One change beyond what was said may have been saved in the moment of the kill.
        assert len(expected ^ found) <= 1
        assert store.check() == []
        assert {i.contact for i in store.find(Interest)} == found
        assert store.queries.contact_total(text="person") == len(found)
        expected = found
        store.close()
    assert said >= KILLS


@pytest.mark.parametrize("delay", [0.0, 0.03, 0.06, 0.09, 0.12, 0.15])
def test_killed_while_the_file_is_made_the_next_start_makes_it(path, delay):
    process = start(path, "open")
    time.sleep(delay)
    process.kill()
    process.communicate()
    store = open_here(path)
    assert store.check() == []
    store.close()


def test_two_starts_at_once_make_one_sound_file(tmp_path):
    for number in range(3):
        path = tmp_path / f"data{number}" / "winback.db"
        both = [start(path, "open") for _ in range(3)]
        assert [process.communicate()[0].strip() for process in both] == ["sound"] * 3


def test_two_programs_never_claim_the_same_reminder(path):
    store = open_here(path)
    with store.transaction():
        person = store.add(Contact("Ann"))
        day = datetime(2026, 1, 1, tzinfo=UTC).date()
        loss = store.add(Loss(person.id, LossKind.CLIENT, day))
        plan = store.add(Plan(loss.id, person.id, PlanState.ACTIVE, day))
        store.add_all([Step(plan.id, person.id, StepKind.WALK, day, day) for _ in range(60)])
    store.close()
    both = [start(path, "claim", "60") for _ in range(2)]
    claimed = [[int(line) for line in process.communicate()[0].split()] for process in both]
    assert sorted(claimed[0] + claimed[1]) == list(range(1, 61))
    store = open_here(path)
    assert len(store.find(Reminder)) == 60
    store.close()
