"""The signed network of parties: where two of them agree, where they clash, and the words that say so.

Two parties agree on an issue where both are for it (also on a condition) or both against it, and clash where one is
for and the other against; deeds, threats, wars and ties add to this. What is left after subtraction is the sign.

**Source** Leifeld 2017, Discourse Network Analysis (subtract method); the conflict and cooperation classes of deeds
are those of PLOVER (Halterman et al. 2023).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from tocsin.briefing.stances import name_side
from tocsin.records.coding import EventType, Stance
from tocsin.records.situation import Situation

FOR: frozenset[Stance] = frozenset(("support", "conditional"))
COOPERATION: frozenset[EventType] = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"))
CONFLICT: frozenset[EventType] = frozenset(
    ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)


@dataclass
class Bond:
    """Between two parties: how often they agree, how often they clash, on what, and the evidence."""

    pair: tuple[str, str]
    agreements: int = 0
    clashes: int = 0
    matters: dict[str, None] = field(default_factory=dict)
    evidence: dict[str, None] = field(default_factory=dict)

    @property
    def net(self) -> int:
        return self.agreements - self.clashes

    def add(self, sign: int, matter: str, evidence: tuple[str, ...]) -> None:
        self.agreements += sign > 0
        self.clashes += sign < 0
        self.matters[matter] = None
        self.evidence |= dict.fromkeys(evidence)


@dataclass(frozen=True)
class Contact:
    """One reason to see two parties together (+1) or apart (-1)."""

    pair: tuple[str, str]
    sign: int
    matter: str
    evidence: tuple[str, ...]


def find_bonds(situation: Situation) -> list[Bond]:
    """Every pair of parties between whom something stands, clashes first, then by weight and name.

    **Holds** the order of the records, and which party of a pair comes first, change nothing.
    """
    bonds: dict[tuple[str, str], Bond] = {}
    for contact in list_contacts(situation):
        a, b = sorted(contact.pair)
        if a != b:
            bonds.setdefault((a, b), Bond((a, b))).add(contact.sign, contact.matter, contact.evidence)
    return sorted(bonds.values(), key=lambda b: (b.net, -b.agreements, b.pair))


def list_contacts(situation: Situation) -> Iterator[Contact]:
    yield from compare_stands(situation)
    sides = find_sides(situation)
    for event in situation.events:
        sign = (event.type in COOPERATION) - (event.type in CONFLICT)
        actor = sides.get(event.on_behalf_of or event.actor or "")
        for target in event.targets:
            other = sides.get(target)
            if sign and actor and other and event.mode in ("asserted", "reported"):
                yield Contact((actor, other), sign, event.action or event.type.lower(), event.evidence)
    for threat in situation.threats:
        by, to = sides.get(threat.on_behalf_of or threat.by or ""), sides.get(threat.to or "")
        if by and to:
            yield Contact((by, to), -1, f"threat: {threat.consequence or threat.condition}", threat.evidence)
    for war in situation.wars:
        yield Contact(war.sides, -1, "fighting", war.evidence)
    for tie in situation.commitments:
        if tie.tie != "none":
            for pair in combinations(tie.parties, 2):
                yield Contact(pair, 1, tie.tie, tie.evidence)


def compare_stands(situation: Situation) -> Iterator[Contact]:
    """Agreement and clash over each issue."""
    for issue in situation.issues:
        stands = {name_side(s): s for s in issue.stands}
        for (a, one), (b, other) in combinations(stands.items(), 2):
            sides = [1 if s.stance in FOR else -1 if s.stance == "oppose" else 0 for s in (one, other)]
            sign = sides[0] * sides[1]
            if sign:
                yield Contact((a, b), sign, issue.proposal, (*one.evidence[:1], *other.evidence[:1]))


def find_sides(situation: Situation) -> dict[str, str]:
    """For each actor of the situation the party that it counts for; groups without a stand are nobody."""
    standing = {name_side(s) for i in situation.issues for s in i.stands}
    parties = {p.name: p for p in situation.actors}
    sides = {name: name for name in standing}
    for name, party in parties.items():
        side = party.acts_for if party.acts_for in parties else name
        if side in standing or parties[side].type in ("state", "alliance", "organisation"):
            sides[name] = side
    return sides


def find_camps(bonds: list[Bond]) -> list[tuple[str, ...]]:
    """Parties that agree with each other and stand alike to everybody else, as one camp; most others stand alone.

    **Source** Lorrain and White 1971, Structural equivalence of individuals in social networks.
    """
    signs: dict[str, dict[str, int]] = defaultdict(dict)
    for bond in bonds:
        a, b = bond.pair
        signs[a][b] = signs[b][a] = (bond.net > 0) - (bond.net < 0)
    camps: list[list[str]] = []
    for party in sorted(signs):
        camp = next((c for c in camps if all(stand_alike(party, other, signs) for other in c)), None)
        if camp is None:
            camps.append([party])
        else:
            camp.append(party)
    return [tuple(camp) for camp in camps]


def stand_alike(a: str, b: str, signs: dict[str, dict[str, int]]) -> bool:
    """Whether two parties agree, and each third one stands to both in the same way."""
    if signs[a].get(b, 0) <= 0:
        return False
    others = (signs[a].keys() | signs[b].keys()) - {a, b}
    return all(signs[a].get(o) == signs[b].get(o) for o in others)


def order_camps(bonds: list[Bond], camps: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The camps in a ring, like beside like: each next one is whom the last ones agree with most."""
    of = {party: camp for camp in camps for party in camp}
    weights: dict[tuple[str, ...], dict[tuple[str, ...], int]] = defaultdict(lambda: defaultdict(int))
    for bond in bonds:
        a, b = (of[party] for party in bond.pair)
        weights[a][b] += bond.net
        weights[b][a] += bond.net
    left = sorted(camps, key=lambda c: (-sum(map(abs, weights[c].values())), c))
    ring: list[tuple[str, ...]] = []
    while left:
        pull = {c: sum(weights[c].get(r, 0) / (1 + len(ring) - n) for n, r in enumerate(ring)) for c in left}
        chosen = max(left, key=lambda c: (pull[c], -left.index(c)))
        left.remove(chosen)
        ring.append(chosen)
    return ring
