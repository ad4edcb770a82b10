"""The jump process against closed forms, pooled over many seeds, and its laws."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import expm

from tocsin.models.attrition import wear_down
from tocsin.models.commitment import STAGES, Guarded, find_stage, name_stage, write_rules
from tocsin.models.process import Effect, Process, Rule, State, make_luck, run_process, split_rules

PATHS = 4000
SEEDS = range(25)
STATES = ("crisis", "display", "use", "settle", "war")
# Per year: Q of a crisis that may climb, fall back, settle or become a war.
RATES = np.array(
    [[-3, 2, 0, 1, 0], [0.5, -3, 1.5, 1, 0], [0, 0.7, -2.2, 1.2, 0.3], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], dtype=float
)


def write_chain(rates: np.ndarray, names: tuple[str, ...] = STATES) -> Process:
    rules = tuple(
        Rule(
            f"{names[i]} to {names[j]}", (Effect(sets=(names[j],), clears=(names[i],)),), needs=(names[i],),
            hazard=float(rates[i, j]),
        )
        for i in range(len(names)) for j in range(len(names)) if i != j and rates[i, j] > 0
    )  # fmt: skip
    return Process(rules, true=frozenset({names[0]}))


def pool(process: Process, weeks: float, **rest: Any) -> list[State]:
    return [run_process(process, make_luck(seed, PATHS), PATHS, weeks, **rest) for seed in SEEDS]


def close(share: float, expected: float, cases: int) -> bool:
    """Within four standard errors of a share of so many cases."""
    return abs(share - expected) <= 4 * np.sqrt(expected * (1 - expected) / cases)


def test_a_chain_of_rungs_is_absorbed_as_linear_algebra_says() -> None:
    states = pool(write_chain(RATES), 40.0)
    war = np.mean([s.holds("war") for s in states])
    assert close(float(war), 0.062283737024221464, PATHS * len(states))
    ended = np.concatenate([np.minimum(s.first[s.index["war"]], s.first[s.index["settle"]]) for s in states])
    assert ended.mean() == pytest.approx(0.8961937716262977, abs=4 * ended.std() / np.sqrt(ended.size))


def test_a_chain_of_rungs_stands_where_its_exponential_says_at_one_year() -> None:
    states = pool(write_chain(RATES), 1.0)
    for name, expected in zip(STATES, expm(RATES)[0], strict=True):
        assert close(float(np.mean([s.holds(name) for s in states])), float(expected), PATHS * len(states))


def test_competing_hazards_share_the_first_event() -> None:
    once = ("war", "end")
    process = Process((
        Rule("war", (Effect(sets=("war",)),), bars=once, hazard=0.0036),
        Rule("end", (Effect(sets=("end",)),), bars=once, hazard=0.0411),
    ))  # fmt: skip
    states = pool(process, 52.0)
    war, end = (np.mean([s.holds(n) for s in states]) for n in once)
    cases = PATHS * len(states)
    assert close(float(war), 0.07265700952571907, cases)
    assert close(float(war / (war + end)), 0.08053691275167786, int(cases * (war + end)))
    assert not any((s.holds("war") & s.holds("end")).any() for s in states)


@pytest.mark.parametrize(
    ("variance", "survives"), [(0.0, 0.09784213172232155), (0.5, 0.2138987634777718), (1.0, 0.3008061605101673)]
)
def test_gamma_frailty_slows_the_clock(variance: float, survives: float) -> None:
    total = 0.0
    for seed in SEEDS:
        stream = np.random.default_rng(seed)
        frailty = stream.gamma(1 / variance, variance, PATHS) if variance else np.ones(PATHS)
        rule = Rule("end", (Effect(sets=("end",)),), bars=("end",), hazard=0.0447 * frailty)
        total += 1 - float(run_process(Process((rule,)), make_luck(seed, PATHS), PATHS, 52.0).holds("end").mean())
    assert close(total / len(SEEDS), survives, PATHS * len(SEEDS))


@pytest.mark.parametrize(
    ("members", "alpha", "beta", "shared", "apart"),
    [(31, 0.5, 9.5, 0.520528386398455, 0.7960931742542097), (5, 4.1, 5.9, 0.8820472486263735, 0.9285075701)],
)
def test_allies_with_one_reliability_are_beta_binomial_and_apart_binomial(
    members: int, alpha: float, beta: float, shared: float, apart: float
) -> None:
    found = {"shared": 0.0, "apart": 0.0}
    for seed in SEEDS[:8]:
        one = np.random.default_rng(seed).beta(alpha, beta, PATHS)
        for name, kept in (("shared", one), ("apart", np.full(PATHS, alpha / (alpha + beta)))):
            rules = [r for n in range(members) for r in write_rules(Guarded(f"ally {n}", ("attack",), kept))]
            state = run_process(Process(tuple(rules), true=frozenset({"attack"})), make_luck(seed, PATHS), PATHS, 1.0)
            helped = np.any([state.holds(name_stage(f"ally {n}", "discharged")) for n in range(members)], axis=0)
            found[name] += float(helped.mean()) / 8
    assert close(found["shared"], shared, PATHS * 8)
    assert close(found["apart"], apart, PATHS * 8)


@pytest.mark.parametrize("kept", [0.22, 0.41, 0.745])
def test_one_commitment_is_kept_with_its_base_rate(kept: float) -> None:
    rules = write_rules(Guarded("pact", ("attack",), np.full(PATHS, kept)))
    states = pool(Process(rules, true=frozenset({"attack"})), 1.0)
    share = np.mean([s.holds("discharged: pact") for s in states])
    assert close(float(share), kept, PATHS * len(states))


def test_without_choices_the_process_is_the_law_of_attrition() -> None:
    def flow(state: State, start: float, weeks: float) -> None:
        state.stocks["A"], state.stocks["D"] = wear_down(
            state.stocks["A"], state.stocks["D"], loss_one=0.02, loss_two=0.03, exponent=1.0, weeks=weeks
        )

    process = Process((), stocks={"A": np.full(3, 100.0), "D": np.full(3, 90.0)}, flow=flow)
    state = run_process(process, make_luck(1, 3), 3, 10.0)
    np.testing.assert_allclose(state.stocks["A"], 84.83448926009608, rtol=1e-6)
    np.testing.assert_allclose(state.stocks["D"], 62.412625742164266, rtol=1e-6)


@given(st.integers(1, 8), st.integers(0, 999))
@settings(max_examples=15, deadline=None)
def test_splitting_the_week_changes_no_path(parts: int, seed: int) -> None:
    slow = Rule("never", (Effect(sets=("nothing",)),), hazard=lambda s: np.zeros(200), bars=("nothing",))
    chain = write_chain(RATES)
    process = Process((*chain.rules, slow), true=chain.true)
    whole = run_process(process, make_luck(seed, 200), 200, 3.0)
    split = run_process(process, make_luck(seed, 200), 200, 3.0, step=1 / parts)
    np.testing.assert_array_equal(whole.facts, split.facts)
    np.testing.assert_allclose(whole.first, split.first)


@given(st.permutations(range(8)), st.integers(0, 999))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_rules_changes_no_path(order: list[int], seed: int) -> None:
    chain = write_chain(RATES)
    turned = Process(tuple(chain.rules[n] for n in order if n < len(chain.rules)), true=chain.true)
    assert len(turned.rules) == len(chain.rules)
    one, two = (run_process(p, make_luck(seed, 300), 300, 2.0) for p in (chain, turned))
    for name in STATES:
        np.testing.assert_array_equal(one.holds(name), two.holds(name))


def test_a_rule_that_shares_no_fact_leaves_the_others_alone() -> None:
    chain = write_chain(RATES)
    other = Rule("bridge", (Effect(sets=("bridge",)),), bars=("bridge",), hazard=2.0)
    one = run_process(chain, make_luck(5, 500), 500, 2.0)
    two = run_process(Process((*chain.rules, other), true=chain.true), make_luck(5, 500), 500, 2.0)
    for name in STATES:
        np.testing.assert_allclose(one.first[one.index[name]], two.first[two.index[name]])
    groups = split_rules((other, *chain.rules))
    assert [len(group) for group in groups] == [1, len(chain.rules)]
    alone = run_process(Process(groups[1], true=chain.true), make_luck(5, 500), 500, 2.0)
    np.testing.assert_array_equal(alone.first[alone.index["war"]], one.first[one.index["war"]])


def test_rescaling_time_changes_nothing() -> None:
    by_year = run_process(write_chain(RATES), make_luck(8, 500), 500, 2.0)
    by_week = run_process(write_chain(RATES / 52), make_luck(8, 500), 500, 104.0)
    np.testing.assert_allclose(by_year.first * 52, by_week.first)


def test_a_commitment_is_in_one_stage_at_any_time() -> None:
    """Exactly one of created, detached, discharged, violated, expired: by a trigger, a release, a pace, a deadline."""
    base = (
        Rule("attack", (Effect(sets=("attack",)),), bars=("attack",), hazard=0.05),
        Rule("peace", (Effect(sets=("peace",)),), bars=("peace",), hazard=0.05),
    )
    pact = Guarded("pact", ("attack",), np.full(PATHS, 0.4), pace=0.1, deadline=6.0, releases=("peace",))
    for weeks in (1.0, 10.0, 40.0):
        state = run_process(Process((*base, *write_rules(pact))), make_luck(3, PATHS), PATHS, weeks)
        true = {s: state.holds(name_stage("pact", s)) for s in STAGES}
        assert not (true["discharged"] & true["violated"]).any()
        assert not (true["expired"] & true["detached"]).any()
        assert (true["detached"] | ~(true["discharged"] | true["violated"])).all()
        stages = find_stage(true)
        assert set(stages) <= {"created", *STAGES}
        broken = true["violated"]
        late = (state.first[state.index[f"{stage}: pact"], broken] for stage in ("violated", "detached"))
        assert np.subtract(*late).max(initial=0.0) <= 6.0 + 1e-9


REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "conflict" / "closed_form.json"


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the table of closed forms is not here")
def test_the_chain_of_these_tests_is_that_of_the_table() -> None:
    table = json.loads(REFERENCE.read_text(encoding="utf-8"))["ctmc"]
    np.testing.assert_allclose(table["Q"], RATES)
    assert tuple(table["states"]) == STATES
