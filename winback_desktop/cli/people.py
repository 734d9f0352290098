# SPDX-License-Identifier: MIT
"""People on the command line: what they enjoy, and gifts reasoned from it."""

from argparse import Namespace

from winback_desktop.application.choose_gift import ideas_for
from winback_desktop.application.contact_names import contact_for
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.cli.answers import Answer
from winback_desktop.cli.workspaces import workspace
from winback_desktop.domain.people import Attitude


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
