# SPDX-License-Identifier: MIT
"""Puts PySide's signatures off until one is asked for: they take half of a bare window's time.

At each start PySide unpacks, compiles and runs about 3,000 lines of Python that describe its functions, for
help and for the sentence of a TypeError, and looks through the source of every module imported after it for
``from __feature__ import``. It fetches ``compile`` from the builtins for that. The first piece is kept here
and run when PySide calls for it. A PySide that does it another way does it as it likes.
"""

import builtins
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_KNOWN = ((6, 8), (6, 12))
"""From the first of these versions of PySide on, and before the second, all this is known to be so."""
_PIECE = "signature_bootstrap"
_STAND_IN = f"from {__name__} import bootstrap"
_NAMES = "shibokensupport.signature.mapping"
_LOADED_FOR_THEM = ("base64", "tempfile", "traceback", "zipfile")
"""What PySide imports beforehand for the signatures alone, 7 ms; whoever needs one of them loads it then."""
_NOT_NEEDED = ("post_init", "finish_import", "feature_import", "feature_imported")
"""What the loader does for ``__feature__`` and for functions that PySide gave up: nothing of ours."""

_compile = builtins.compile


def begin() -> None:
    """Call before the first import of PySide; without effect after it."""
    if "shiboken6" in sys.modules:
        return
    builtins.compile = _hand_over
    for name in _LOADED_FOR_THEM:
        sys.modules.setdefault(name, _PutOff(name))


def finish() -> None:
    """Call when PySide is imported or cannot be: all is as it was, whether PySide asked or not."""
    builtins.compile = _compile
    for name in _LOADED_FOR_THEM:
        if isinstance(sys.modules.get(name), _PutOff):
            del sys.modules[name]


def bootstrap() -> "_Loader":
    """What PySide calls in place of its own function of this name."""
    loader = _Loader()
    # PySide looks here for the names in an error's sentence before it calls the loader, and stays with it.
    names = sys.modules[_NAMES] = ModuleType(_NAMES)
    vars(names)["update_mapping"] = lambda: loader.fill(vars(names))
    return loader


class _PutOff(ModuleType):
    """Stands for a module while PySide imports it; a PySide that uses it at once gets the real one."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class _Loader:
    """Stands for PySide's loader module and loads it with the first call."""

    source: Any = None
    """The piece that was kept."""

    def __init__(self) -> None:
        self._real: Any = None

    def __getattr__(self, name: str) -> Any:
        if name in _NOT_NEEDED:
            return _nothing
        return lambda *given: getattr(self._load(), name)(*given)

    def fill(self, names: dict[str, Any]) -> None:
        """Write down what PySide's present modules call their types."""
        real = self._load().mapping
        real.update_mapping()
        names.update({name: kind for name, kind in vars(real).items() if name != "update_mapping"})

    def _load(self) -> Any:
        if self._real is None:
            place = vars(sys.modules[_PIECE])
            exec(_compile(self.source, f"{_PIECE}.py", "exec"), place)
            self._real = place["bootstrap"]()
        return self._real


def _hand_over(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
    if filename == f"{_PIECE}.py":
        finish()
        if _KNOWN[0] <= sys.modules["shiboken6"].__version_info__[:2] < _KNOWN[1]:
            _Loader.source, source = source, _STAND_IN
    return _compile(source, filename, *rest, **named)


def _nothing(*given: object) -> None:
    """Leaves an import to Python."""
