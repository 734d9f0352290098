# SPDX-License-Identifier: MIT
"""The words for causes and ways of going; no cause is worse than another, and none is chosen beforehand."""

KINDS = (("client", "A client"), ("prospect", "A prospect"))

CAUSES = (
    ("", "Not said"),
    ("nothing-we-did", "Nothing we did"),
    ("out-of-our-control", "Out of our control"),
    ("chose-a-competitor", "They chose a competitor"),
    ("impossible-to-please", "Impossible to please"),
    ("we-did-not-deliver", "We did not deliver"),
)

MECHANISMS = (
    ("unknown", "I don't know"),
    ("pulled", "Somebody else won them over"),
    ("pushed", "Something here drove them away"),
    ("moved", "They moved"),
    ("need-ended", "They no longer need it"),
    ("bought", "Their firm was bought"),
    ("closed", "Their firm closed"),
    ("person-left", "The person we knew left"),
)

WORTH_DOING = (
    ("walk", "Take a walk. The case can stay here."),
    ("talk", "Talk to someone who lifts you."),
    ("game", "Help a few people this week."),
    ("best-customer", "Say hello to a customer who is glad to have you."),
)
