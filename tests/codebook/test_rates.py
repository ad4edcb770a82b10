"""Base rates, capability and wording: numbers in their bounds, and the same as their sources."""

import csv
from pathlib import Path

import pytest

from tocsin.codebook.capability import capability, load_capability
from tocsin.codebook.rates import base_rate, ensemble, load_ensembles, load_rates
from tocsin.codebook.wording import (
    amount_wording,
    likelihood_wording,
    list_rhetoric,
    load_wordings,
    salience_wording,
    stance_wording,
)
from tocsin.errors import InputError

SHARED = Path(__file__).parents[3] / "shared" / "data" / "conflict" / "base_rates.csv"
THREATS = ("sanctions_carried_out", "refusal_yields")


@pytest.mark.parametrize("rate", load_rates().values(), ids=lambda rate: rate.id)
def test_rates_are_shares_and_match_their_counts(rate) -> None:  # type: ignore[no-untyped-def]
    assert rate.source and rate.definition
    if rate.unit == "share" and rate.value is not None:
        assert 0 <= rate.value <= 1
    if rate.unit == "share" and rate.k is not None:
        assert rate.value == pytest.approx(rate.k / rate.n, abs=5e-4)
    if rate.low is not None:
        assert rate.low < rate.value < rate.high


def test_no_ensemble_rests_on_a_rate_that_nobody_verified() -> None:
    for found in load_ensembles().values():
        assert all(rate.verified or rate.value is None for rate in found.rates), found.id


def test_the_defence_pact_keeps_its_three_readings() -> None:
    found = ensemble("honoured_defence_pact")
    assert [rate.value for rate in found.rates] == [0.22, 0.41, 0.745]
    assert found.worth_cases == 10


def test_a_threat_has_no_published_rate() -> None:
    rate = base_rate("conditional_threat_carried_out")
    assert (rate.value, rate.worth_cases, rate.verified) == (None, 2, False)


def test_threats_of_sanctions_keep_their_rival_readings() -> None:
    carried, yields = (sorted(float(rate.value or 0) for rate in ensemble(id).rates) for id in THREATS)
    assert carried == pytest.approx([217 / 424, 175 / 280, 486 / 693, 349 / 489], abs=5e-4)
    assert yields == pytest.approx([202 / 955, 144 / 633, 202 / 686, 0.3], abs=5e-4)


def test_an_unknown_rate_is_an_error() -> None:
    with pytest.raises(InputError, match="no such rate"):
        base_rate("luck")


@pytest.mark.skipif(not SHARED.exists(), reason="the reference table of base rates is not on this machine")
def test_rates_are_those_of_the_research_table() -> None:
    with SHARED.open(encoding="utf-8") as file:
        rows = [(r["quantity"], r["years"], r["source"], r["value"], r["verified"]) for r in csv.DictReader(file)]
    later = {"compromise_model_error", *(rate.id for id in THREATS for rate in ensemble(id).rates)}
    ours = [(r.quantity, r.years, r.source, r.value, r.verified) for r in load_rates().values() if r.id not in later]
    assert ours == [(q, y, s, float(v) if v else None, ok == "yes") for q, y, s, v, ok in rows]


def test_capability_is_a_share_of_the_world() -> None:
    found = load_capability().values()
    assert all(0 < c.share < 1 for c in found if c.share is not None)
    for part in ("population_share", "product_share", "spending_share"):
        known = [value for c in found if (value := getattr(c, part)) is not None]
        assert 0.85 < sum(known) <= 1.0, part


def test_a_gap_is_no_zero() -> None:
    korea = capability("North Korea")
    assert korea is not None
    assert (korea.share, korea.spending_share) == (None, None)
    assert capability("Atlantis") is None


def test_the_great_powers_come_first() -> None:
    order = sorted(load_capability().values(), key=lambda c: -(c.share or 0))
    assert [c.state for c in order[:3]] == ["United States", "China", "India"]


@pytest.mark.parametrize("key", ["stance", "salience", "likelihood", "amount"])
def test_wordings_are_in_order(key: str) -> None:
    assert all(0 <= w.low <= w.likely <= w.high for w in load_wordings(key).values())


def test_words_become_numbers_by_the_table_alone() -> None:
    assert stance_wording("oppose").likely < stance_wording("open").likely < stance_wording("support").likely
    assert 0 <= salience_wording().low <= salience_wording().high <= 1
    unlikely = likelihood_wording("Unlikely")
    assert unlikely is not None
    assert (unlikely.low, unlikely.high) == (0.20, 0.45)
    assert "ICD" in unlikely.source or "203" in unlikely.source
    assert amount_wording("three") is None


def test_a_word_of_rhetoric_is_no_likelihood() -> None:
    assert "inevitable" in list_rhetoric()
    assert not list_rhetoric() & set(load_wordings("likelihood"))
    with pytest.raises(InputError, match="no such wording"):
        stance_wording("furious")
