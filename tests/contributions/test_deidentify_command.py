"""`manage.py deidentify`: text in, stripped text out."""

import io
import json

import pytest
from django.core.management import call_command

from tests.factories import make_watched_word
from tests.probationblog.processes import manage

TEXT = "Ring 07700 900123 or write to jo.bloggs@example.org.\nThanks"


def deidentify(*arguments, text=TEXT):
    return manage("deidentify", *arguments, text=text, DEMO="1")


def deidentify_in(environment):
    return manage("deidentify", text=TEXT, DEMO="1", **environment)


def test_text_comes_out_stripped_and_with_nothing_added():
    result = deidentify()

    assert result.returncode == 0, result.stderr.decode()
    assert result.stdout.decode() == "Ring [phone] or write to [email].\nThanks"


def test_json_has_findings_with_offsets_into_what_came_in():
    found = json.loads(deidentify("--json").stdout)

    assert found["text"] == "Ring [phone] or write to [email].\nThanks"
    assert [TEXT[f["start"] : f["end"]] for f in found["findings"]] == [
        "07700 900123",
        "jo.bloggs@example.org",
    ]
    assert all(
        set(f) == {"start", "end", "category", "severity", "replacement", "reason"}
        for f in found["findings"]
    )


def test_offsets_are_in_characters():
    text = "🙂é\r\n" + TEXT

    found = json.loads(deidentify("--json", text=text).stdout)

    start, end = (found["findings"][0][name] for name in ("start", "end"))
    assert text[start:end] == "07700 900123"


def test_jsonl_answers_line_by_line_with_the_id_repeated():
    rows = [{"id": "a", "text": TEXT}, {"id": 7, "text": "Line\u2028end"}, {"id": "c", "text": ""}]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n"

    lines = deidentify("--jsonl", text=text).stdout.decode().rstrip("\n").split("\n")

    answers = [json.loads(line) for line in lines]
    assert [answer["id"] for answer in answers] == ["a", 7, "c"]
    assert answers[0]["text"].startswith("Ring [phone]")
    assert [answer["text"] for answer in answers[1:]] == ["Line\u2028end", ""]


def refusal(*lines):
    result = deidentify("--jsonl", text="\n".join(lines))
    return result.returncode, result.stderr.decode()


def test_a_line_that_cannot_be_read_stops_it_with_its_number_and_no_traceback():
    good = json.dumps({"id": 1, "text": "Words."})
    for bad in ("{", "[1]", "7", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 5}', "null"):
        code, said = refusal(good, bad)

        assert code == 1, bad
        assert "Line 2" in said, bad
        assert "Traceback" not in said, bad


def test_bytes_that_are_no_text_do_no_harm():
    result = deidentify(text=b"caf\xe9 07700 900123 \x00")

    assert result.returncode == 0
    assert b"[phone]" in result.stdout


def test_no_text_is_no_text():
    result = deidentify(text="")

    assert (result.returncode, result.stdout) == (0, b"")


def test_it_needs_no_database():
    result = manage(
        "deidentify", text=TEXT, DEMO="1", DATABASE_URL="postgres://nobody@127.0.0.1:1/x"
    )

    assert result.returncode == 0, result.stderr.decode()
    assert result.stdout.startswith(b"Ring [phone]")
    assert b"watched words is out of reach" in result.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_words_that_the_editor_lists_count(monkeypatch, capsys, form):
    make_watched_word("the Biscuit Tin")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"In the Biscuit Tin.")))

    call_command("deidentify", *form)

    assert "In [office]." in capsys.readouterr().out


def test_the_names_runtime_leaves_nothing_on_disk_and_reports_to_nobody(tmp_path):
    """It would: onnxruntime sends telemetry and keeps its queue and a machine number in files."""
    places = {"HOME": tmp_path, "TMPDIR": tmp_path, "XDG_CACHE_HOME": tmp_path}

    result = deidentify_in({name: str(path) for name, path in places.items()})

    assert result.returncode == 0, result.stderr.decode()
    assert list(tmp_path.rglob("*")) == []
