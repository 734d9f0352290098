# SPDX-License-Identifier: MIT
"""People on the command line: what they enjoy, and gifts reasoned from it."""

from argparse import Namespace

from winback_desktop.application import own_ideas
from winback_desktop.application.choose_gift import ideas_for
from winback_desktop.application.contact_names import contact_for
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.cli.answers import Answer
from winback_desktop.cli.workspaces import own_file_refused, workspace, workspace_to_ask
from winback_desktop.domain.people import Attitude
from winback_desktop.exchange.idea_file import read_ideas, write_ideas


def run_interest(arguments: Namespace) -> Answer:
    """Add an interest with the person's own words."""
    with workspace(arguments) as work:
        contact = contact_for(work, arguments.contact)
        interest = add_interest(
            work,
            contact.id,
            arguments.label,
            words=arguments.words,
            on=arguments.on,
            attitude=Attitude.DISLIKE if arguments.dislike else Attitude.LIKE,
        )
    verb = "dislikes" if arguments.dislike else "enjoys"
    return Answer(interest, (f"{contact.name} {verb} {interest.label}.",))


def run_gifts(arguments: Namespace) -> Answer:
    """Ideas, best first, each with its reason."""
    budget = None if arguments.budget is None else arguments.budget // 100
    with workspace(arguments) as work:
        contact = contact_for(work, arguments.contact)
        ideas = ideas_for(work, contact.id, budget)
    lines = []
    for idea in ideas:
        lines.append(f"{idea.title} ({idea.price_band})")
        lines.append(f"    {idea.because}")
        lines += [f"    {sentence}" for sentence in (*idea.warnings, idea.question) if sentence]
    data = [
        {
            "idea": idea.title,
            "because": idea.because,
            "price_band": idea.price_band,
            "warnings": idea.warnings,
            "question": idea.question,
            "key": idea.idea,
        }
        for idea in ideas
    ]
    none = f"There are no ideas for {contact.name} yet. Add something they told you they enjoy."
    return Answer(data, tuple(lines) or (none,))


def run_sharing(arguments: Namespace) -> Answer:
    """Who enjoys a thing, or what most people enjoy."""
    label = " ".join(arguments.label.split())
    with workspace_to_ask(arguments) as work:
        if label:
            people = work.store.queries.people_sharing(label)
            lines = tuple(f"{row.name}: “{row.words}”" if row.words else row.name for row in people)
            return Answer(people, lines or (f"Nobody has told you that they enjoy {label}.",))
        counts = work.store.queries.interest_counts()
    data = [{"interest": name, "people": number} for name, number in counts]
    return Answer(data, tuple(f"{number:>7,}  {name}" for name, number in counts))


def run_ideas(arguments: Namespace) -> Answer:
    """The owner's own gift ideas; with a file, added from it or written to it."""
    if arguments.add:
        text = read_ideas(arguments.add)
        with workspace(arguments) as work:
            taken = own_ideas.take_ideas(work, arguments.add.name, text)
        said = f"{taken.added} added, {taken.known} known already, {len(taken.problems)} lines left out."
        return Answer(taken, (said, *taken.problems))
    with workspace_to_ask(arguments) as work:
        ideas, text = own_ideas.own(work), own_ideas.ideas_text(work)
    if arguments.save:
        own_file_refused(arguments, arguments.save)
        file = write_ideas(arguments.save, text)
        return Answer({"file": file, "ideas": len(ideas)}, (f"{len(ideas)} written to {file}.",))
    data = [{"key": one.key, "subject": one.topic, "kind": one.kind, "title": one.title} for one in ideas]
    lines = tuple(f"{one.topic}: {one.title} ({one.kind})" for one in ideas)
    return Answer(data, lines or ("There are none of your own yet. “winback ideas --add FILE” adds some.",))
