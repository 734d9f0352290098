# SPDX-License-Identifier: MIT
"""Sample data in every state, lived through with the real use cases, relative to today."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from winback_desktop.application.change_plans import pause
from winback_desktop.application.move_steps import begin, complete, postpone
from winback_desktop.application.owner import owner, playbook_of
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, Recorded, record_loss
from winback_desktop.application.sample_care import fill_in_care
from winback_desktop.application.value_ideas import add_idea, add_news
from winback_desktop.application.welcome_back import return_of, welcome_back
from winback_desktop.application.working_calendar import working_days
from winback_desktop.domain.people import (
    Address,
    Constraint,
    ConstraintKind,
    Contact,
    ContactPoint,
    ImportantDate,
    Interest,
    PointKind,
    Role,
)
from winback_desktop.domain.playbook import schedule
from winback_desktop.domain.practice import (
    CARE,
    Cause,
    LossKind,
    Mechanism,
    Step,
    StepKind,
    Touch,
    TouchKind,
)
from winback_desktop.domain.working_days import DayOff


class DayClock(NamedTuple):
    """A clock that stands at ten in the morning of one day."""

    day: date

    def today(self) -> date:
        """That day."""
        return self.day

    def now(self) -> datetime:
        """That day at ten, as if local time were UTC."""
        return datetime.combine(self.day, time(10), UTC)

    def local_now(self) -> datetime:
        """The same instant."""
        return self.now()


class Person(NamedTuple):
    """A made-up customer: years with the owner, what they told, and their loss."""

    name: str
    organisation: str
    years: int
    likes: tuple[tuple[str, str], ...]
    cause: Cause | None
    mechanism: Mechanism
    kind: LossKind = LossKind.CLIENT
    value: int = 240_000
    reason: str = ""


ROSA = Person(
    "Rosa Delgado",
    "Delgado Catering",
    3,
    (("baking bread", "My sourdough starter is older than my car."), ("gardening", "Tomatoes, mostly.")),
    Cause.CHOSE_A_COMPETITOR,
    Mechanism.PULLED,
    reason="A cousin does it now.",
)
MARCUS = Person(
    "Marcus Lindqvist",
    "Lindqvist Joinery",
    5,
    (("sailing", "Every August around the islands."), ("coffee", "I roast my own beans.")),
    Cause.OUT_OF_OUR_CONTROL,
    Mechanism.NEED_ENDED,
)
PRIYA = Person(
    "Priya Nair",
    "Nair Interiors",
    6,
    (
        ("grilling", "I grill every Sunday with my brother."),
        ("trout fishing", "Up at the lake, before anyone is awake."),
        ("her spaniel Biscuit", "He comes to every site visit."),
    ),
    Cause.NOTHING_WE_DID,
    Mechanism.MOVED,
    value=480_000,
)
TOM = Person(
    "Tom Okafor",
    "Okafor & Sons",
    4,
    (("jazz", "Anything with a saxophone."), ("cycling", "To work, in any weather.")),
    Cause.WE_DID_NOT_DELIVER,
    Mechanism.PUSHED,
)
ELLEN = Person(
    "Ellen Voss", "Voss Architekten", 0, (("opera", "My season ticket is sacred."),), None, Mechanism.UNKNOWN,
    LossKind.PROSPECT,
)  # fmt: skip
HARBOUR = Person("Harbour Dental", "", 2, (), None, Mechanism.UNKNOWN)
JUN = Person(
    "Jun Kim", "Kim Studio", 2, (("photography", "Only film."),), Cause.CHOSE_A_COMPETITOR, Mechanism.PULLED
)
ANNA = Person(
    "Anna Brandt", "Brandt Books", 7, (("crime novels", "The darker the better."),), None, Mechanism.CLOSED
)
BEA = Person("Beatriz Lima", "Lima Flowers", 3, (("orchids", "I talk to them."),), None, Mechanism.BOUGHT)
OMAR = Person("Omar Haddad", "Haddad Imports", 1, (), Cause.IMPOSSIBLE_TO_PLEASE, Mechanism.PUSHED)


def fill_with_samples(work: Workspace) -> None:
    """Fill an empty store with customers in every state of the practice, as seen from today.

    Each one is lived through with the real use cases on a clock of its own, so that everything on the
    screens is what it would be after such months.
    """
    today = work.clock.today()
    with work.store.change("fill in the sample data"):
        work.store.set_setting("owner.name", owner(work).name or "Dana")
        _others(work, today)
        for person, days_ago, done in (
            (BEA, 420, (StepKind.NOTE, StepKind.LUNCH, StepKind.GIFT)),
            (TOM, 155, (StepKind.NOTE, StepKind.LUNCH)),
            (JUN, 60, (StepKind.NOTE,)),
        ):
            _live_through(work, person, today - timedelta(days=days_ago), done, today)
        _live_through(work, PRIYA, _learned_for(work, StepKind.CHOOSE_GIFT, today, 2), _TWO, today)
        _live_through(work, MARCUS, _learned_for(work, StepKind.INVITE_LUNCH, today), (StepKind.NOTE,), today)
        back = _live_through(work, ANNA, today - timedelta(days=300), (StepKind.NOTE, StepKind.LUNCH), today)
        returned = _on(work, today - timedelta(days=40))
        welcome_back(returned, return_of(returned, back.plan.id)._replace(helped="The lunch, and time."))
        add_idea(work, "My spring checklist for small firms")
        add_news(work, "Orders by telephone on Saturdays")
        away = _live_through(work, OMAR, today - timedelta(days=30), (StepKind.NOTE,), today)
        pause(
            _on(work, today - timedelta(days=10)),
            away.plan.id,
            today + timedelta(days=20),
            "They are travelling",
        )
        _live_through(work, ELLEN, today, (), today)
        _live_through(work, HARBOUR, _learned_for(work, StepKind.NOTE, _next_open(work, today)), (), today)
        rosa = _live_through(work, ROSA, _learned_for(work, StepKind.NOTE, today), (), today)
        _postpone_care(work, rosa, today)
        fill_in_care(work, today, _on)


_TWO = (StepKind.NOTE, StepKind.LUNCH)


def _on(work: Workspace, day: date) -> Workspace:
    return work._replace(clock=DayClock(day))


def _live_through(
    work: Workspace, person: Person, learned: date, done: tuple[StepKind, ...], today: date
) -> Recorded:
    """Add a person, lose them on a day and do these path steps each on its day."""
    contact = _add(work, person, learned)
    recorded = record_loss(
        _on(work, learned),
        LossDraft(
            contact=contact.id,
            kind=person.kind,
            learned_on=learned,
            happened_on=learned - timedelta(days=1),
            value=person.value,
            cause=person.cause,
            mechanism=person.mechanism,
            reason_given=person.reason,
        ),
    )
    for step in recorded.steps:
        stored = work.store.get(Step, step.id)
        closes = step.kind in done or _prepares(step.kind, done) or (step.kind in CARE and bool(done))
        if closes and stored.due <= today:
            complete(_on(work, stored.due), stored.id)
            _heard(work, contact, stored)
    return recorded


def _prepares(kind: StepKind, done: tuple[StepKind, ...]) -> bool:
    return (kind is StepKind.INVITE_LUNCH and StepKind.LUNCH in done) or (
        kind in (StepKind.CHOOSE_GIFT, StepKind.ORDER_GIFT) and StepKind.GIFT in done
    )


def _heard(work: Workspace, contact: Contact, step: Step) -> None:
    if step.kind is StepKind.LUNCH:
        work.store.add(
            Touch(
                contact.id,
                TouchKind.LUNCH,
                step.due,
                summary="Lunch at Olive & Vine",
                heard="Business is good; the family is well.",
                plan=step.plan,
                step=step.id,
            )
        )


def _postpone_care(work: Workspace, recorded: Recorded, today: date) -> None:
    for step in recorded.steps:
        if step.kind is StepKind.GAME:
            begin(work, step.id)
        elif step.kind is StepKind.TALK:
            postpone(work, step.id, today, "wanted to sleep on it")


def _learned_for(work: Workspace, kind: StepKind, due: date, ahead: int = 0) -> date:
    """The latest day on which learning of a loss brings this step on the wanted day or just before it."""
    book = playbook_of(owner(work))
    days = working_days(work, due - timedelta(days=400), due + timedelta(days=400))
    wanted = due + timedelta(days=ahead)
    learned = wanted
    while dict(schedule(learned, days, book, LossKind.CLIENT).steps)[kind] > wanted:
        learned -= timedelta(days=1)
    return learned


def _next_open(work: Workspace, today: date) -> date:
    return working_days(work, today, today + timedelta(days=400)).next_open(today)


def _add(work: Workspace, person: Person, learned: date) -> Contact:
    now = work.clock.now()
    contact = work.store.add(
        Contact(
            person.name,
            given=person.name.split()[0] if person.organisation else "",
            family=person.name.split()[-1] if person.organisation else "",
            organisation=person.organisation,
            customer_since=learned - timedelta(days=365 * person.years + 40) if person.years else None,
            roles=(Role.CLIENT if person.kind is LossKind.CLIENT else Role.PROSPECT,),
            created_at=now,
            updated_at=now,
        )
    )
    first = person.name.split()[0].lower()
    work.store.add(ContactPoint(PointKind.EMAIL, f"{first}@example.com", contact=contact.id))
    work.store.add(ContactPoint(PointKind.PHONE, "+1 555 0100", contact=contact.id, position=1))
    for position, (label, words) in enumerate(person.likes):
        work.store.add(
            Interest(
                label,
                words=words,
                heard_on=learned - timedelta(days=200 - position * 30),
                heard_where="at the spring fair",
                position=position,
                contact=contact.id,
            )
        )
    if person is PRIYA:
        work.store.add(Constraint(ConstraintKind.ALLERGY, "nuts", learned - timedelta(days=200), contact.id))
        work.store.add(ImportantDate("Birthday", 2, 29, 1984, contact.id))
    if person in (ROSA, PRIYA):
        work.store.add(
            Address(
                "12 Mill Lane", locality="Springfield", region="IL", postal_code="62701", contact=contact.id
            )
        )
    return contact


def _others(work: Workspace, today: date) -> None:
    """Best customers, someone to lean on and a few days off."""
    now = work.clock.now()
    since = today - timedelta(days=2000)
    for name, firm, roles in (
        ("Ines Moreau", "Moreau Bakery", (Role.CLIENT, Role.BEST)),
        ("Gus Petersen", "Petersen Boats", (Role.CLIENT, Role.BEST)),
        ("Sam Whitfield", "", (Role.LEAN_ON, Role.PERSONAL)),
    ):
        person = work.store.add(
            Contact(
                name, organisation=firm, roles=roles, customer_since=since, created_at=now, updated_at=now
            )
        )
        work.store.add(Touch(person.id, TouchKind.CALL, today - timedelta(days=50), summary="A good talk"))
    work.store.add(DayOff(today + timedelta(days=33), today + timedelta(days=36), "Days off"))
