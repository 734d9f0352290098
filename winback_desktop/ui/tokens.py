# SPDX-License-Identifier: MIT
"""The colour tokens of light, dark and high contrast; no other module names a literal colour."""

from typing import NamedTuple


class Shade(NamedTuple):
    """One step colour: ``solid`` for lines and icons, ``tint`` behind text, ``on`` for text on the tint."""

    solid: str
    tint: str
    on: str


class Tokens(NamedTuple):
    """Every colour of one appearance. All text pairs are at least 4.5:1, controls at least 3:1."""

    dark: bool
    contrast: bool
    window: str
    sidebar: str
    surface: str
    sunken: str
    raised: str
    border: str
    divider: str
    control_border: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_tint: str
    on_accent_tint: str
    focus: str
    link: str
    selection: str
    on_selection: str
    pause: Shade
    note: Shade
    lunch: Shade
    gift: Shade
    ok: Shade
    danger: Shade
    holiday: str
    weekend: str
    scrim: str
    paper: str = "#FFFFFF"
    paper_ink: str = "#1F2423"
    paper_rule: str = "#C9D3DE"


LIGHT = Tokens(
    dark=False,
    contrast=False,
    window="#F6F4F0",
    sidebar="#ECE8E1",
    surface="#FFFFFF",
    sunken="#F1EEE8",
    raised="#FFFFFF",
    border="#DDD7CC",
    divider="#E8E3DA",
    control_border="#8A8375",
    text="#1F2423",
    text2="#4A524F",
    text3="#646A66",
    disabled="#9A9C97",
    accent="#0B6B5D",
    accent_hover="#095A4E",
    accent_press="#074A40",
    on_accent="#FFFFFF",
    accent_tint="#DDEFEA",
    on_accent_tint="#07493F",
    focus="#0B6B5D",
    link="#0B6B5D",
    selection="#CFE8E1",
    on_selection="#10302A",
    pause=Shade("#4456A6", "#E6E9F7", "#2F3E85"),
    note=Shade("#0B6B5D", "#DDEFEA", "#07493F"),
    lunch=Shade("#9A5B00", "#FBEBD0", "#6E4100"),
    gift=Shade("#A63A5B", "#FAE3EA", "#7E2743"),
    ok=Shade("#2E6B2E", "#E2F1E0", "#215021"),
    danger=Shade("#B3261E", "#FBE4E1", "#8C1D18"),
    holiday="#F3E9DC",
    weekend="#F7F5F1",
    scrim="#661F2423",
)

DARK = Tokens(
    dark=True,
    contrast=False,
    window="#151819",
    sidebar="#101314",
    surface="#1D2122",
    sunken="#181B1C",
    raised="#24292A",
    border="#343A3B",
    divider="#2A2F30",
    control_border="#7C8586",
    text="#ECEAE4",
    text2="#BEC3C0",
    text3="#9AA19D",
    disabled="#6B716E",
    accent="#5CC7B2",
    accent_hover="#74D3C0",
    accent_press="#48B39E",
    on_accent="#06231E",
    accent_tint="#163832",
    on_accent_tint="#A5E5D8",
    focus="#7FDCCB",
    link="#6FD0BD",
    selection="#1F4A43",
    on_selection="#DDF5EF",
    pause=Shade("#9FAEF2", "#262C4A", "#C3CCF8"),
    note=Shade("#5CC7B2", "#163832", "#A5E5D8"),
    lunch=Shade("#E9B160", "#3A2C14", "#F3CC92"),
    gift=Shade("#F08FAB", "#44212D", "#F7B9CB"),
    ok=Shade("#86CC84", "#1E3520", "#B2E0B0"),
    danger=Shade("#F2968F", "#45201D", "#F8BDB8"),
    holiday="#2A251C",
    weekend="#15191A",
    scrim="#99000000",
)


def _contrast(base: Tokens, ink: str, ground: str, accent: str, focus: str, steps: dict[str, str]) -> Tokens:
    """Two colours for everything, borders as strong as the text, tints that are the surface itself."""
    grounds = ("window", "sidebar", "surface", "sunken", "raised", "holiday", "weekend")
    inks = ("border", "divider", "control_border", "text", "text2", "text3", "link")
    accents = ("accent", "accent_hover", "accent_press")
    return base._replace(
        contrast=True,
        **dict.fromkeys(grounds, ground),
        **dict.fromkeys(inks, ink),
        **dict.fromkeys(accents, accent),
        on_accent=ground,
        accent_tint=ground,
        on_accent_tint=accent,
        focus=focus,
        selection=accent,
        on_selection=ground,
        note=Shade(accent, ground, accent),
        ok=Shade(ink, ground, ink),
        **{name: Shade(colour, ground, colour) for name, colour in steps.items()},
    )


CONTRAST_LIGHT = _contrast(
    LIGHT,
    "#000000",
    "#FFFFFF",
    "#004D40",
    "#0000C8",
    {"pause": "#1F2F7A", "lunch": "#5C3600", "gift": "#7A0F36", "danger": "#8C1D18"},
)
CONTRAST_DARK = _contrast(
    DARK,
    "#FFFFFF",
    "#000000",
    "#7FFFE4",
    "#FFFF00",
    {"pause": "#C9D2FF", "lunch": "#FFD38A", "gift": "#FFB3C7", "danger": "#F8BDB8"},
)
