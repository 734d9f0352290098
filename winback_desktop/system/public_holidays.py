# SPDX-License-Identifier: MIT
"""Public holidays of a country and region, from the ``holidays`` library, loaded when first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from winback_desktop.application.failures import Refused

if TYPE_CHECKING:
    from winback_desktop.application.own_records import Holiday


class PublicHolidays:
    """Public holidays with substitute days, named in the owner's language where that is known."""

    def __init__(self, language: str = "en") -> None:
        self._language = language.replace("-", "_")

    def countries(self) -> list[str]:
        """The ISO 3166-1 alpha-2 codes that are known."""
        return sorted(_codes())

    def subdivisions(self, country: str) -> list[str]:
        """The codes of a country's regions; empty where the whole country shares its holidays.

        Raises Refused for an unknown country.
        """
        return list(_country(country).subdivisions)

    def holidays(self, country: str, subdivision: str, year: int) -> list[Holiday]:
        """All public holidays of one year, in order, days observed instead included.

        Raises Refused for an unknown country or region, naming what was probably meant.
        """
        place = _country(country)
        region = _region(place, country, subdivision) if subdivision.strip() else None
        found = place(subdiv=region, years=year, observed=True, language=self._spoken(place))
        from winback_desktop.application.own_records import Holiday

        return [Holiday(day, str(name)) for day, name in sorted(found.items()) if day.year == year]

    def _spoken(self, place: Any) -> str | None:
        """The library's closest language: the owner's, else English, else the country's own."""
        known: tuple[str, ...] = tuple(place.supported_languages)
        for wanted in (self._language, self._language.partition("_")[0], "en_US", "en"):
            for name in known:
                if name == wanted or name.partition("_")[0] == wanted:
                    return name
        return None


def _codes() -> dict[str, str]:
    """The known countries: alpha-2 code to English name."""
    from holidays.registry import COUNTRIES

    return {
        names[1]: module.replace("_", " ").title()
        for module, names in COUNTRIES.items()
        if len(names[1]) == 2 and names[1].isalpha()
    }


def _country(code: str) -> Any:
    """The library's class of a country; raises Refused with near matches."""
    known = _codes()
    wanted = code.strip().upper()
    if wanted not in known:
        by_name = {name.casefold(): short for short, name in known.items()}
        meant = by_name.get(code.strip().casefold())
        if meant:
            near = [meant]
        else:
            from difflib import get_close_matches

            near = [by_name[name] for name in get_close_matches(code.strip().casefold(), by_name, 3, 0.6)]
            if len(wanted) == 3:
                near += [short for short in _by_alpha3(wanted) if short not in near]
        raise Refused(
            f"“{_short(code)}” is not a country I know. Use its two-letter code, such as US, GB or DE."
            f"{_meant(near, known)}",
            field="country",
        )
    import holidays

    return getattr(holidays, wanted)


def _by_alpha3(code: str) -> list[str]:
    from holidays.registry import COUNTRIES

    return [names[1] for names in COUNTRIES.values() if len(names) > 2 and names[2] == code]


def _region(place: Any, country: str, subdivision: str) -> str:
    """A region's code from a code or a name; raises Refused with near matches."""
    codes: tuple[str, ...] = tuple(place.subdivisions)
    names: dict[str, str] = dict(getattr(place, "subdivisions_aliases", {}) or {})
    wanted = subdivision.strip()
    wanted = wanted.removeprefix(f"{country.strip().upper()}-")
    for code in codes:
        if code.casefold() == wanted.casefold():
            return str(code)
    for name, code in names.items():
        if name.casefold() == wanted.casefold():
            return str(code)
    from difflib import get_close_matches

    spoken = {name.casefold(): code for name, code in names.items()} | {
        code.casefold(): code for code in codes
    }
    near = [spoken[key] for key in get_close_matches(wanted.casefold(), spoken, 3, 0.6)]
    by_code = {code: name for name, code in names.items()}
    if not codes:
        hint = " This country has no regions with holidays of their own; leave the region empty."
    elif near:
        hint = _meant(near, by_code)
    else:
        hint = f" Regions are: {', '.join(codes[:20])}{', …' if len(codes) > 20 else ''}."
    raise Refused(
        f"“{_short(subdivision)}” is not a region of {country.strip().upper()}.{hint}", field="subdivision"
    )


def _meant(codes: list[str], names: dict[str, str]) -> str:
    """ " Did you mean DE (Germany)?", or nothing."""
    shown = [f"{code} ({names[code]})" if code in names else code for code in dict.fromkeys(codes)]
    return f" Did you mean {' or '.join(shown)}?" if shown else ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
