# SPDX-License-Identifier: MIT
"""Interests, gifts, who shares a thing and one's own ideas through the command line."""

import pytest

MINE = "grilling\n  thing 1 | A brush for the grate\n  thing 9 | Too dear\n"


def test_who_shares_a_thing_is_listed_and_counted(winback):
    winback("lose", "Rosa Delgado")
    winback("lose", "Marcus Lind")
    winback("interest", "Rosa Delgado", "grilling", "--words", "every Sunday")
    winback("interest", "Marcus Lind", "Grilling")
    winback("interest", "Marcus Lind", "opera", "--dislike")
    assert winback("sharing", "--json").json == [{"interest": "grilling", "people": 2}]
    people = winback("sharing", "GRILLING", "--json").json
    assert [(row["name"], row["words"]) for row in people] == [
        ("Marcus Lind", ""),
        ("Rosa Delgado", "every Sunday"),
    ]
    assert winback("sharing", "opera").out == "Nobody has told you that they enjoy opera.\n"


def test_ideas_of_ones_own_come_from_a_file_and_go_to_one(winback, tmp_path, folder):
    file, copy = tmp_path / "mine.txt", tmp_path / "copy.txt"
    file.write_text(MINE)
    taken = winback("ideas", "--add", str(file), "--json").json
    assert (taken["added"], taken["known"]) == (1, 0)
    assert taken["problems"] == ["mine.txt, line 3: the price band is a number from 0 to 4."]
    assert [one["title"] for one in winback("ideas", "--json").json] == ["A brush for the grate"]
    winback("lose", "Rosa Delgado")
    winback("interest", "Rosa Delgado", "grilling")
    assert "A brush for the grate" in winback("gifts", "Rosa Delgado").out
    assert winback("ideas", "--save", str(copy), "--json").json["ideas"] == 1
    assert "  thing 1 | A brush for the grate" in copy.read_text()
    winback("undo")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "There is no gift idea in mine.txt"),
        (b"\x00\x01\x02\x03" * 500, "is no text"),
        (b"PK\x03\x04" + bytes(range(256)) * 40, "mine.txt"),
        (b"x" * 2_000_000, "larger than 1 MB"),
        (b"= | <\n" * 5000, "mine.txt, line 1"),
    ],
)
def test_a_hostile_file_gets_a_sentence_and_no_trace(winback, tmp_path, content, said):
    file = tmp_path / "mine.txt"
    file.write_bytes(content)
    refused = winback("ideas", "--add", str(file))
    assert refused.code == 1
    assert said in refused.err
    assert winback("ideas", "--json").json == []


def test_what_is_no_file_or_the_data_itself_is_refused(winback, tmp_path, folder):
    assert "There is no file" in winback("ideas", "--add", str(tmp_path / "nowhere.txt")).err
    assert "is no file" in winback("ideas", "--add", str(tmp_path)).err
    winback("lose", "Rosa Delgado")
    assert "where your data itself is kept" in winback("ideas", "--save", str(folder / "winback.db")).err
