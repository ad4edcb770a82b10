"""A situation in parts that share nothing, so that what changes in one is answered again there alone."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from tocsin.forecasting.crises import find_side, name_commitment
from tocsin.records.frozen import Record
from tocsin.records.situation import AssessedCommitment, AssessedThreat, Situation

KINDS = ("issues", "threats", "commitments", "supplies", "wars")


def split_situation(situation: Situation) -> list[Situation]:
    """The parts of a situation, each whole but for the records of the others.

    Records belong together that name one another: a threat and its issue, what waits for it, the threats between two
    powers, a pact and the threats against those in it, a war and the supplies of its sides.

    **Holds** every record is in one part; no answer of a part changes with the records of another.
    """
    labels = label_parts([keys for _, _, keys in list_keys(situation)])
    parts: dict[int, dict[str, list[Record]]] = {}
    for (kind, record, _), label in zip(list_keys(situation), labels, strict=True):
        parts.setdefault(label, {name: [] for name in KINDS})[kind].append(record)
    return [situation.model_copy(update={k: tuple(v) for k, v in part.items()}) for part in parts.values()]


def list_keys(situation: Situation) -> Iterator[tuple[str, Record, set[Hashable]]]:
    """Each record with the keys that it shares with those it belongs to."""
    for issue in situation.issues:
        yield "issues", issue, {issue.id, *([issue.opens_after] if issue.opens_after else [])}
    pacts = [c for c in situation.commitments if c.honoured is not None]
    for threat in situation.threats:
        yield "threats", threat, list_threat_keys(situation, threat, pacts)
    for pact in situation.commitments:
        yield "commitments", pact, {("pact", name_commitment(pact))}
    for supply in situation.supplies:
        yield "supplies", supply, {("side", supply.actor), *([supply.issue] if supply.issue else [])}
    for war in situation.wars:
        yield "wars", war, {("pair", frozenset(war.sides)), *(("side", s) for s in war.sides)}


def list_threat_keys(
    situation: Situation, threat: AssessedThreat, pacts: Sequence[AssessedCommitment]
) -> set[Hashable]:
    """Its own id, its issue, the two powers, and the pacts that its target is in or covered by."""
    by, to = threat.on_behalf_of or threat.by, find_side(situation, threat.to)
    keys: set[Hashable] = {threat.id, ("pair", frozenset(s for s in (by, to) if s))}
    keys |= {threat.issue} if threat.issue else set()
    return keys | {("pact", name_commitment(p)) for p in pacts if {threat.to, to} & {*p.covers, *p.parties, p.body}}


def label_parts(keys: Iterable[set[Hashable]]) -> list[int]:
    """A number for each set of keys, the same for sets that share a key, or are joined by others that do."""
    joined: dict[Hashable, Hashable] = {}

    def find(key: Hashable) -> Hashable:
        while joined.setdefault(key, key) != key:
            joined[key] = joined[joined[key]]
            key = joined[key]
        return key

    sets = [sorted(found, key=repr) for found in keys]
    for first, *others in sets:
        for other in others:
            joined[find(other)] = find(first)
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(find(found[0]), len(numbers)) for found in sets]
