"""The signed network: who agrees, who clashes, and that neither order nor sides change it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.briefing.network import Bond, find_bonds, find_camps, order_camps
from tocsin.briefing.network_chart import draw_network, place_ring
from tocsin.records.situation import Situation

PARTIES = "ABCDEF"
NETS = st.dictionaries(
    st.tuples(st.sampled_from(PARTIES), st.sampled_from(PARTIES)).filter(lambda p: p[0] < p[1]),
    st.integers(-3, 3),
    min_size=1,
)


def make_bonds(nets: dict[tuple[str, str], int]) -> list[Bond]:
    return [Bond(pair, agreements=max(0, net), clashes=max(0, -net)) for pair, net in nets.items()]


def test_stands_threats_wars_and_ties_make_the_bonds_of_a_harbour(harbour: Situation) -> None:
    bonds = {b.pair: b for b in find_bonds(harbour)}
    assert bonds["Borsk", "Cestria"].net == 1
    assert bonds["Aldania", "Cestria"].net == -1
    clash = bonds["Aldania", "Borsk"]
    assert (clash.agreements, clash.clashes) == (0, 3)
    assert list(clash.matters) == ["close the harbour of Port Selm", "threat: recall its grain ships", "fighting"]
    assert {"e1", "e2", "e3", "e5"} <= set(clash.evidence)
    assert bonds["Aldania", "Harbour League"].net == 1


def test_the_order_of_the_records_changes_nothing(harbour: Situation) -> None:
    def turn(situation: Situation) -> Situation:
        issues = [i.model_copy(update={"stands": i.stands[::-1]}) for i in situation.issues[::-1]]
        return situation.model_copy(update={"issues": tuple(issues), "threats": situation.threats[::-1]})

    assert [(b.pair, b.net) for b in find_bonds(turn(harbour))] == [(b.pair, b.net) for b in find_bonds(harbour)]


def test_who_only_refuses_to_rule_out_has_no_bond_over_it(harbour: Situation) -> None:
    assert not any("Dorland" in b.pair for b in find_bonds(harbour))


@given(NETS)
def test_each_party_is_in_one_camp_and_camps_agree_within(nets: dict[tuple[str, str], int]) -> None:
    camps = find_camps(make_bonds(nets))
    members = [party for camp in camps for party in camp]
    assert sorted(members) == sorted({party for pair in nets for party in pair})
    for camp in camps:
        for n, one in enumerate(camp):
            assert all(nets.get((one, other), 0) > 0 for other in camp[n + 1 :])


@given(NETS)
def test_the_ring_holds_every_camp_once(nets: dict[tuple[str, str], int]) -> None:
    bonds = make_bonds(nets)
    camps = find_camps(bonds)
    assert sorted(order_camps(bonds, camps)) == sorted(camps)


@pytest.mark.parametrize("number", [2, 3, 9, 28])
def test_names_in_the_ring_never_meet(number: int) -> None:
    ring = [(f"The delegation of the {n}th province of the United Isles",) for n in range(number)]
    nodes, height = place_ring(ring)
    for side in (1, -1):
        own = sorted((n["y"], 11.5 * (1 + n["text"].count("\n"))) for n in nodes if n["side"] == side)
        edges = [(y - size / 2, y + size / 2) for y, size in own]
        assert all(top >= 0 and bottom <= height for top, bottom in edges)
        assert all(a[1] <= b[0] for a, b in pairwise(edges))


def test_parties_that_all_agree_or_are_two_make_no_chart(make: Callable[..., Situation]) -> None:
    assert draw_network(make_bonds({("A", "B"): -2}), "network") is None
    assert draw_network(make_bonds({("A", "B"): 1, ("A", "C"): 1, ("B", "C"): 1}), "network") is None
    assert draw_network(make_bonds({("A", "B"): 1, ("A", "C"): -1}), "network") is not None
