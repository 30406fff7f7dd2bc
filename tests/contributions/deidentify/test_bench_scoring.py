"""The benchmark counts as the labelling guide says."""

from tests.bench_deid.scoring import score

TEXT = "Delyth Quill left Hull after 22 years. Pay is low. She wept in the lift."


def labelled(words: str, category: str, identifies: str) -> dict[str, object]:
    return place(words) | {"category": category, "identifies": identifies}


def place(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def found(words: str, category: str, severity: str) -> dict[str, object]:
    return place(words) | {"category": category, "severity": severity}


ROW = {
    "id": "one",
    "text": TEXT,
    "spans": [
        labelled("Delyth Quill", "PERSON", "direct"),
        labelled("22 years", "YEARS_SERVICE", "quasi"),
        labelled("Hull", "PLACE_PUBLIC", "keep"),
    ],
    "sentences": [
        place("Delyth Quill left Hull after 22 years.") | {"risk": True},
        place("Pay is low.") | {"risk": False},
        place("She wept in the lift.") | {"risk": True},
    ],
}


def test_a_direct_mention_counts_when_all_of_it_is_covered_and_a_quasi_one_when_half_is():
    half = [found("Quill", "PERSON", "strip"), found("years", "YEARS_SERVICE", "caution")]

    tally = score([ROW], {"one": half})

    assert tally.share("direct") == 0
    assert tally.share("quasi form") == 1
    assert tally.share("strip right") == 1


def test_a_flagged_sentence_counts_for_risk_and_covers_no_span():
    findings = [found("She wept in the lift.", "SENTENCE", "caution")]

    tally = score([ROW], {"one": findings})

    assert tally.share("risk sentences") == 0.5
    assert tally.share("alarm") == 0
    assert tally.share("direct") == 0


def test_touching_what_is_to_stay_and_what_is_harmless_counts_against():
    findings = [found("Hull", "PERSON", "strip"), found("Pay", "PERSON", "strip")]

    tally = score([ROW], {"one": findings})

    assert tally.share("keep touched") == 1
    assert tally.share("alarm") == 1
    assert tally.share("strip right") == 0
