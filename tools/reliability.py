"""Reliability of certainties: judged records, their shares by bins, and the expected calibration error."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.codebook.reliability import Key, Tried, load_reliability, make_key, take_certainty

BINS = 10


@dataclass(frozen=True)
class Judged:
    """A record judged against the labels of its article; `said` is the certainty that its rule says of itself."""

    article: str
    kind: str
    why: str
    said: float
    right: bool


def count_tried(judged: Iterable[Judged], fresh: bool) -> dict[Key, Tried]:
    """Judged records by kind, rule and certainty said."""
    found: dict[Key, Tried] = defaultdict(Tried)
    for j in judged:
        one = (int(j.right), 1)
        found[make_key(j.kind, j.why, j.said)] += Tried(fresh=one) if fresh else Tried(seen=one)
    return dict(found)


def add_tables(one: dict[Key, Tried], other: dict[Key, Tried]) -> dict[Key, Tried]:
    """The sums of two tables."""
    return {key: one.get(key, Tried()) + other.get(key, Tried()) for key in sorted({*one, *other})}


def keep_part(table: dict[Key, Tried], fresh: bool) -> dict[Key, Tried]:
    """The part of a table that was counted on fresh articles, or on seen ones."""
    return {key: Tried(fresh=t.fresh) if fresh else Tried(seen=t.seen) for key, t in table.items()}


def leave_out(judged: Sequence[Judged], fresh: bool) -> list[float]:
    """The certainty of each record by the records of the other articles, beside the other part of the table."""
    rest = keep_part(load_reliability(), not fresh)
    certainties = {}
    for article in {j.article for j in judged}:
        table = add_tables(rest, count_tried((j for j in judged if j.article != article), fresh))
        for place, j in enumerate(judged):
            if j.article == article:
                certainties[place] = take_certainty(j.kind, j.why, j.said, table)
    return [certainties[place] for place in range(len(judged))]


def measure_error(certainties: Sequence[float], judged: Sequence[Judged]) -> float:
    """The expected calibration error: mean distance of certainty and share right over ten bins, weighted by records.

    **Source** Naeini, Cooper and Hauskrecht 2015, AAAI 29.
    """
    gaps = [abs(sum(c for c, _ in rows) - sum(r for _, r in rows)) for rows in fill_bins(certainties, judged).values()]
    return sum(gaps) / max(1, len(judged))


def measure_brier(certainties: Sequence[float], judged: Sequence[Judged]) -> float:
    """The mean squared distance of certainty and outcome (Brier 1950): lower is better, .25 is a coin's."""
    return sum((c - j.right) ** 2 for c, j in zip(certainties, judged, strict=True)) / max(1, len(judged))


def fill_bins(certainties: Sequence[float], judged: Sequence[Judged]) -> dict[int, list[tuple[float, bool]]]:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for certainty, j in zip(certainties, judged, strict=True):
        bins[min(BINS - 1, int(certainty * BINS))].append((certainty, j.right))
    return dict(sorted(bins.items()))


def write_bins(certainties: Sequence[float], judged: Sequence[Judged]) -> str:
    rows = ["| certainty | records | mean certainty | right |", "|---|--:|--:|--:|"]
    for place, found in fill_bins(certainties, judged).items():
        mean, share = (sum(column) / len(found) for column in zip(*found, strict=True))
        rows.append(f"| {place / BINS:.1f} to {(place + 1) / BINS:.1f} | {len(found)} | {mean:.2f} | {share:.2f} |")
    return "\n".join(rows) + "\n"


def write_reliability(judged: Sequence[Judged], fresh: bool) -> str:
    """The reliability of certainties on some articles, as said by the rules and as learnt, as Markdown."""
    learnt = leave_out(judged, fresh)
    rows = ["| certainty | calibration error | Brier score |", "|---|--:|--:|"]
    for name, found in (("said by the rules", [j.said for j in judged]), ("learnt from other articles", learnt)):
        rows.append(f"| {name} | {measure_error(found, judged):.3f} | {measure_brier(found, judged):.3f} |")
    seen = "" if fresh else "The rules were written on these articles: records are right more often than elsewhere.\n\n"
    head = f"## Reliability of certainties: {len(judged)} records\n\n{seen}" + "\n".join(rows)
    return f"{head}\n\nLearnt, each article left out in turn:\n\n{write_bins(learnt, judged)}"
