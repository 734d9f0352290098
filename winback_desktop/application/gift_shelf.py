# SPDX-License-Identifier: MIT
"""The gift shelf: what comes with the program, read once when first asked for, and the owner's own ideas."""

from functools import cache, lru_cache
from pathlib import Path

from winback_desktop.application.ports import Workspace
from winback_desktop.domain.gift_catalogue import Catalogue, extended, read_catalogue
from winback_desktop.domain.practice import GiftPolicy

OWN_IDEAS = "gifts.own"
"""The setting that holds the owner's own ideas, as text in the form of the files beside it."""
HIDDEN = "gifts.hidden"
"""The setting that holds the keys of the ideas that the owner does not want to see."""
OWN_SOURCE = "Your own ideas"


@cache
def catalogue() -> Catalogue:
    """All subjects and ideas that come with the program."""
    return read_catalogue(
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted(_folder().glob("*.txt"))
        if not path.name.startswith("LICENSE")
    )


@cache
def known_policies() -> tuple[GiftPolicy, ...]:
    """What some sectors let their people accept, as it was read on a day; a reminder and no advice."""
    from winback_desktop.domain.gift_policies import read_policies

    return read_policies((_folder() / "policies.csv").read_text(encoding="utf-8"))


def shelf(work: Workspace) -> Catalogue:
    """All subjects and ideas: those that come with the program and the owner's own."""
    own = work.store.setting(OWN_IDEAS) or ""
    return _with_own(own) if own else catalogue()


def hidden(work: Workspace) -> frozenset[str]:
    """The keys of the ideas that the owner does not want to see."""
    return frozenset(work.store.setting(HIDDEN) or ())


@lru_cache(maxsize=4)
def _with_own(text: str) -> Catalogue:
    from winback_desktop.domain.gift_fit import contents

    return extended(catalogue(), OWN_SOURCE, text, contents)


def _folder() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources" / "gifts"
    return installed if installed.is_dir() else package.parent / "resources" / "gifts"
