"""What a submission's sealed summary keeps of its flags."""

from contributions.words import Words
from moderation.flags import KINDS, Level, flags_in, flags_of, ids_in

WORDS = Words(text="I can't go on and I want to die. Our SPO is corrupt.")


def test_a_summary_keeps_kinds_and_levels_and_no_words():
    kept = ids_in(WORDS)

    assert kept == ["suicide:urgent", "defamation:red"]


def test_a_flag_is_told_from_what_was_kept():
    told = flags_of(ids_in(WORDS))

    assert [(flag.kind, flag.level) for flag in told] == [
        (flag.kind, flag.level) for flag in flags_in(WORDS)
    ]
    assert all(not flag.triggers and not flag.title_triggers for flag in told)


def test_every_kind_is_told_again_at_every_level():
    kept = [f"{kind}:{level}" for kind in KINDS for level in Level]

    assert [f"{flag.id}:{flag.level}" for flag in flags_of(kept)] == kept


def test_a_kind_no_longer_known_is_left_out():
    assert flags_of(["omens:red"]) == []


def test_what_is_hard_to_read_can_be_told():
    distressing = {kind.id for kind in KINDS.values() if kind.distressing}

    assert {"suicide", "safeguard", "sex_complainant", "child"} <= distressing
    assert not {"copyright", "osa2023", "s5_notice", "defamation"} & distressing
    assert flags_of(["suicide:red"])[0].distressing
