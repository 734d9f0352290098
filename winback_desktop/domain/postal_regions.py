# SPDX-License-Identifier: MIT
"""The short forms of states and provinces that the posts of the US, Canada and Australia ask for."""

from functools import lru_cache

_NAMES = {
    "US": """AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut;
        DE Delaware; DC District of Columbia; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois;
        IN Indiana; IA Iowa; KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts;
        MI Michigan; MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada;
        NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York; NC North Carolina; ND North Dakota;
        OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania; PR Puerto Rico; RI Rhode Island; SC South Carolina;
        SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington;
        WV West Virginia; WI Wisconsin; WY Wyoming""",
    "CA": """AB Alberta; BC British Columbia; MB Manitoba; NB New Brunswick;
        NL Newfoundland and Labrador; NS Nova Scotia; NT Northwest Territories; NU Nunavut; ON Ontario;
        PE Prince Edward Island; QC Quebec; QC Québec; SK Saskatchewan; YT Yukon""",
    "AU": """ACT Australian Capital Territory; NSW New South Wales; NT Northern Territory; QLD Queensland;
        SA South Australia; TAS Tasmania; VIC Victoria; WA Western Australia""",
}


def short_region(country: str, region: str) -> str:
    """The post's short form of a region (``California`` in the US: ``CA``); as given where there is none."""
    return _table().get(country, {}).get(region.casefold(), region)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return {country: _read(text) for country, text in _NAMES.items()}


def _read(text: str) -> dict[str, str]:
    pairs = (entry.strip().partition(" ") for entry in text.split(";"))
    return {name.casefold(): short for short, _, name in pairs}
