# SPDX-License-Identifier: MIT
import pytest

from winback_desktop.system.zone_check import unknown_zone


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "UTC",
        "Europe/Berlin",
        ":America/New_York",
        "EST5EDT,M3.2.0/2,M11.1.0/2",
        "/etc/localtime",
        "EST5",
        "OFFICE-3",
    ],
)
def test_a_zone_that_is_known_or_a_rule_needs_no_word(zone: str) -> None:
    assert unknown_zone({"TZ": zone} if zone else {}) == ""


@pytest.mark.parametrize(
    "zone", ["Mars/Olympus", "Mars", "../../etc/passwd", "Europe/Ber\x00lin", "A/" + "x" * 10_000]
)
def test_an_unknown_zone_is_told_with_what_to_do(zone: str) -> None:
    told = unknown_zone({"TZ": zone})
    assert "follow UTC" in told
    assert "settings" in told
    assert len(told) < 300
