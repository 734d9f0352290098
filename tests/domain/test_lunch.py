# SPDX-License-Identifier: MIT
"""Days that suit a lunch, an invitation without a pitch, and links that are safe to open."""

from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winback_desktop.domain import lunch
from winback_desktop.domain.meetings import MeetingForm, NewsItem, ValueIdea, ValueUse
from winback_desktop.domain.people import Constraint, ConstraintKind
from winback_desktop.domain.value import STARTERS, offers
from winback_desktop.domain.working_days import WorkingDays

WEEK = frozenset(range(5))
TODAY = date(2026, 11, 24)  # a Tuesday
CHRISTMAS = {date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year's Day"}
DAYS = WorkingDays(WEEK, CHRISTMAS)

closures = st.dictionaries(
    st.integers(0, 90).map(lambda n: TODAY + timedelta(days=n)), st.just("Holiday"), max_size=25
)
days_near = st.integers(-30, 60).map(lambda n: TODAY + timedelta(days=n))


@given(wanted=days_near, closed=closures, full=st.sets(days_near, max_size=20), quiet=days_near)
def test_proposed_days_are_open_calm_apart_and_far_enough(wanted, closed, full, quiet):
    days = WorkingDays(WEEK, closed)
    found = lunch.propose_days(wanted, TODAY, days, full, quiet)
    assert len(found) == 3
    assert list(found) == sorted(found)
    for day in found:
        assert days.is_open(day)
        assert day not in full
        assert day > quiet
        assert day >= max(wanted, TODAY + lunch.AHEAD)
        before = day - timedelta(days=1)
        run = []
        while not days.is_open(before):
            run.append(before)
            before -= timedelta(days=1)
        assert not (day.weekday() == 0 and set(run) & set(closed))
    assert all(late - early >= timedelta(days=2) for early, late in pairwise(found))


def test_three_days_of_a_plain_week_fall_on_three_weekdays():
    found = lunch.propose_days(date(2027, 2, 3), TODAY, DAYS, ())
    assert found == (date(2027, 2, 3), date(2027, 2, 5), date(2027, 2, 8))
    assert len({day.weekday() for day in found}) == 3


@pytest.mark.parametrize(
    ("day", "is_it"),
    [
        (date(2026, 12, 28), True),  # the Monday after Christmas
        (date(2027, 1, 4), True),
        (date(2026, 12, 14), False),  # a plain Monday
        (date(2026, 12, 29), False),
        (date(2026, 12, 25), False),  # closed itself
    ],
)
def test_the_first_day_back_after_holidays_is_known(day, is_it):
    assert lunch.first_back(day, DAYS) is is_it


def test_after_a_single_holiday_midweek_desks_are_not_full():
    days = WorkingDays(WEEK, {date(2026, 12, 9): "A Wednesday"})
    assert not lunch.first_back(date(2026, 12, 10), days)
    whole = WorkingDays(WEEK, {date(2026, 12, 7): "A Monday"})
    assert lunch.first_back(date(2026, 12, 8), whole)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 26), "Saturday"),
        (date(2026, 12, 28), "first day back"),
        (date(2026, 12, 10), "full already"),
        (date(2026, 11, 25), "very soon"),
        (date(2026, 12, 9), ""),
    ],
)
def test_a_doubtful_day_gets_a_sentence(day, words):
    said = lunch.doubt(day, TODAY, DAYS, {date(2026, 12, 10)})
    assert words in said
    assert bool(said) == bool(words)


def test_a_past_day_and_quiet_time_are_refused_in_words():
    assert "is over" in lunch.refusal(TODAY - timedelta(days=1), TODAY, None)
    assert "Quiet time lasts through Thu 26 Nov 2026" in lunch.refusal(
        date(2026, 11, 26), TODAY, date(2026, 11, 26)
    )
    assert lunch.refusal(date(2026, 11, 27), TODAY, date(2026, 11, 26)) == ""


@pytest.mark.parametrize("form", list(MeetingForm))
def test_the_invitation_is_light_and_names_no_business(form):
    text = lunch.invitation(form, "Rosa", ["Wed 3 Feb", "Fri 5 Feb"], "Olive & Vine", "Dana")
    assert text.startswith("Dear Rosa,")
    assert text.endswith("Warm regards,\nDana")
    assert "Wed 3 Feb" in text
    assert "Olive & Vine" in text
    assert "that is fine too" in text
    for pitch in (
        "offer",
        "price",
        "discount",
        "contract",
        "product",
        "service",
        "come back",
        "business",
        "!",
    ):
        assert pitch not in text.lower()
    assert lunch.subject(form).endswith("?")


def test_an_invitation_without_name_days_or_place_still_reads_well():
    text = lunch.invitation(MeetingForm.CALL, "", [], " ", "")
    assert text.startswith("Hello,\n\nit has been a while")
    assert "Any of these days" not in text
    assert text.endswith("Warm regards")


@given(st.text(max_size=80), st.text(max_size=200))
def test_a_mail_link_carries_every_letter(subject, body):
    clean = body.encode("utf-8", "replace").decode()
    link = lunch.mail_link("rosa+home@example.com", subject.encode("utf-8", "replace").decode(), clean)
    parts = urlsplit(link)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "rosa+home@example.com")
    asked = parse_qs(parts.query, keep_blank_values=True)
    assert asked["body"][0].replace("\r\n", "\n") == clean.replace("\r\n", "\n")
    assert lunch.is_safe_link(link)


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "mailto:", "", "smb://x", " ftp://x", "C:\\x"]
)
def test_other_links_are_never_opened(link):
    assert not lunch.is_safe_link(link)


def test_what_to_mind_says_what_and_never_why():
    noted = [
        Constraint(ConstraintKind.DIET, "vegetarian"),
        Constraint(ConstraintKind.ALLERGY, "nuts"),
        Constraint(ConstraintKind.ALCOHOL, "alcohol"),
        Constraint(ConstraintKind.NO_GIFTS),
        Constraint(ConstraintKind.FRAGRANCE, "perfume"),
    ]
    assert lunch.to_mind(noted) == ("vegetarian", "allergic: nuts", "no alcohol")


def test_nothing_is_offered_twice_to_the_same_person():
    ideas = [ValueIdea("A checklist", id=1), ValueIdea("An introduction", id=2)]
    news = [NewsItem("Saturday delivery", id=1)]
    uses = [
        ValueUse(7, "a CHECKLIST", TODAY, value_idea=1),
        ValueUse(8, "An introduction", TODAY, value_idea=2),
        ValueUse(9, "An introduction", TODAY, value_idea=2),
    ]
    found = offers(ideas, news, uses, 7)
    assert [one.title for one in found[:2]] == ["Saturday delivery", "An introduction"]
    assert found[1].used_with == 2
    assert [one.title for one in found[2:]] == list(STARTERS)
    assert "A checklist" in [one.title for one in offers(ideas, news, uses, 8)]
