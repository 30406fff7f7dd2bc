"""What holds of any text whatever."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.deidentify import deidentify
from contributions.deidentify.finding import Severity

SCRAPS = [
    "Delyth", "delyth", "Quill", "QUILL", "Mrs ", "Mr ", "my manager ", "my name is ", "Mark ",
    "said", " and ", ", ", ". ", "\n", " ", "'s", "-", "@", "07700 900456", "oh seven double oh ",
    "B987654", "QQ 65 43 21 B", "999 555 1234", "ZE1 0AA", "27 Tamarisk Crescent", "Road ", "dob ",
    "3/2/71", "20-99-56", "55667788", "https://", "www.", "facebook.com/", "?utm_source=", "x", "£",
    "[name]", "[name A]", "[phone]", "[", "]", "\u00ad", "\u200b", "\u0301", "１", "é", "T.K.",
    "22 years", "since 2003", "14 March", "at 4.15pm", "HMP Leeds", "the Bolton office", "Truro",
    "caseload of 43", "I'm 58", "my wife, a magistrate", "I was ", "the only ", "PDU head ", "CQSW",
    "Martin Jones", "Chief Inspector", "Napo", "Leeds", "prison", "the ", "W", "12",
]  # fmt: skip
TEXTS = st.text(max_size=300) | st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)
KEEPS = st.lists(st.tuples(st.sampled_from(["PERSON", "PHONE"]), st.sampled_from(SCRAPS)))


@given(TEXTS, KEEPS)
@settings(deadline=None)
def test_findings_are_in_order_within_the_text_and_apart(text, keep):
    findings = deidentify(text, keep).findings

    assert all(0 <= finding.start < finding.end <= len(text) for finding in findings)
    assert all(one.end <= other.start for one, other in pairwise(findings))


@given(TEXTS, KEEPS)
@settings(deadline=None)
def test_places_in_the_result_map_back_to_the_text(text, keep):
    result = deidentify(text, keep)

    position = shown = 0
    for start, end, finding in result.placed():
        assert result.text[shown:start] == text[position : finding.start]
        expected = finding.replacement if finding.replaced else text[finding.start : finding.end]
        assert result.text[start:end] == expected
        position, shown = finding.end, end
    assert result.text[shown:] == text[position:]


@given(TEXTS)
@settings(deadline=None)
def test_running_the_result_through_again_finds_nothing_new(text):
    first = deidentify(text)

    second = deidentify(first.text)

    assert not any(finding.severity is Severity.STRIP for finding in second.findings)


@given(TEXTS)
@settings(deadline=None)
def test_accepting_all_advice_keeps_every_name_out(text):
    advised = deidentify(text).findings
    accepted = [(finding.category, text[finding.start : finding.end]) for finding in advised]

    findings = deidentify(text, accept=accepted).findings

    assert [f for f in findings if f.severity is Severity.STRIP] == [
        f for f in advised if f.severity is Severity.STRIP
    ]
    assert all(f.accepted for f in findings if f.severity is Severity.CAUTION)


@given(TEXTS, KEEPS)
@settings(deadline=None)
def test_running_it_again_with_the_same_restores_changes_nothing(text, keep):
    first = deidentify(text, keep)

    second = deidentify(first.text, keep)

    assert second.text == first.text


@given(st.lists(st.sampled_from(["Delyth", "Ifeoma", "Mrs Quill", "Sanjay"]), min_size=1))
@settings(deadline=None)
def test_the_same_name_has_the_same_stand_in_and_no_other_has_it(names):
    text = ". ".join(f"{name} said so" for name in names)

    result = deidentify(text)

    tokens: dict[str, set[str]] = {}
    for finding in result.findings:
        tokens.setdefault(text[finding.start : finding.end], set()).add(finding.replacement)
    assert set(tokens) == set(names)
    assert all(len(found) == 1 for found in tokens.values())
    assert len(set.union(*tokens.values())) == len(set(names))
