"""How much is found in texts labelled by hand: normal, disguised, and names of every origin."""

from collections import defaultdict

import pytest

from contributions.deidentify.names.name_model import model_in_use

from .labelled import missed, recall, rows

needs_model = pytest.mark.skipif(not model_in_use(), reason="The name model is not installed.")


@pytest.mark.parametrize(
    ("name", "least"), [("structured.jsonl", 0.97), ("structured_more.jsonl", 0.90)]
)
def test_identifiers_in_their_normal_shapes_are_found(name, least):
    found, misses = recall(rows(name))

    assert found >= least, misses


def test_disguised_identifiers_are_found():
    found, misses = recall(rows("disguised.jsonl"))

    assert found >= 0.95, misses


@needs_model
def test_names_without_capitals_are_found():
    found, misses = recall(rows("lower_names.jsonl"))

    assert found >= 0.75, misses


@needs_model
def test_no_origin_of_names_falls_far_below_the_rest():
    tally = defaultdict(list)
    for row in rows("name_origins.jsonl"):
        lost = missed(row["text"], row["names"])
        tally[row["group"]] += [name not in lost for name in row["names"]]

    shares = {group: sum(hits) / len(hits) for group, hits in tally.items()}

    mean = sum(shares.values()) / len(shares)
    assert mean >= 0.95, shares
    assert min(shares.values()) >= mean - 0.05, shares
