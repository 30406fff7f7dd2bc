"""A number ends where its sentence does."""

import pytest

from contributions.deidentify import deidentify


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring 07700 900123.\n\nI could not sleep.", "Ring [phone].\n\nI could not sleep."),
        ("It was on 07700 900123. A man rang.", "It was on [phone]. A man rang."),
        ("CRN X123456. I do.", "CRN [case number]. I do."),
        ("NHS number 485 777 3456. I am done.", "NHS number [NHS number]. I am done."),
        ("AB 12 34 56 C. I went.", "[National Insurance number]. I went."),
        ("Payroll number 1234567. I left.", "Payroll number [staff number]. I left."),
        ("Her plate was AB12 CDE. I saw it.", "Her plate was [number plate]. I saw it."),
    ],
)
def test_the_next_sentence_keeps_its_first_word(text, left):
    assert deidentify(text).text == left
