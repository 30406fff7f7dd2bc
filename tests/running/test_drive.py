"""Rows of a file go all the way through the running site."""

import json

from tests import drive
from tests.running_site import NAME, PASSWORD

ROWS = [
    {"id": "short", "kind": "reply", "title": "", "text": "Same here."},
    {"id": "lines", "kind": "reply", "title": "", "text": "One.\n\n\nTwo,\nand three.  \n"},
    {
        "id": "awkward",
        "kind": "guest_blog",
        "title": "Less <than> & “more”",
        "text": "if (a < b && b > c) it is <b>not</b> &amp; never [[so]] — naïf, 5€ 🙃\r\nCymru",
    },
    {
        "id": "named",
        "kind": "guest_blog",
        "title": "",
        "text": "My SPO, Zebedee Quillfeather, reads https://example.org/a?b=c&d=e at night.",
    },
    {"id": "quiet", "kind": "confidential", "title": "", "text": "For you alone: we are tired."},
]


def test_every_row_is_sent_stored_published_and_read(site, tmp_path, capsys):
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    people = ["--site", site.address, "--editor", NAME, "--password", PASSWORD]

    failed = drive.main([*people, str(file)])

    printed = capsys.readouterr().out.splitlines()
    assert printed[2:] == []
    assert printed[1].split() == ["rows.jsonl", "5", "5", "5", "4", "1", "4", "4", "0"]
    assert failed == 0


def test_a_row_that_goes_astray_is_told_with_its_reason(site, tmp_path, capsys):
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(ROWS[0] | {"id": "empty", "text": "  "}), "utf-8")
    people = ["--site", site.address, "--editor", NAME, "--password", PASSWORD]

    failed = drive.main([*people, str(file)])

    assert "empty: /contact/: 422" in capsys.readouterr().out
    assert failed == 1
