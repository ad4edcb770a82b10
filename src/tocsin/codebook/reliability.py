"""How often records of a kind and rule were right on labelled articles, and what certainty follows from it."""

from dataclasses import dataclass
from functools import cache

from tocsin.codebook.tables import load_table

LEAST, MOST = 0.05, 0.97


@dataclass(frozen=True, slots=True)
class Tried:
    """Records judged against labels: how many of how many were right, on fresh articles and on those rules grew on."""

    fresh: tuple[int, int] = (0, 0)
    seen: tuple[int, int] = (0, 0)

    def __add__(self, other: "Tried") -> "Tried":
        return Tried(
            (self.fresh[0] + other.fresh[0], self.fresh[1] + other.fresh[1]),
            (self.seen[0] + other.seen[0], self.seen[1] + other.seen[1]),
        )


Key = tuple[str, str, float]


def name_rule(kind: str, why: str) -> str:
    """The rule in a record's `why`, without the words that fired it: "verb" of "verb: warn (warned)".

    A position's rule is its stance: its verbs are too many for a share of each.
    """
    words = why.split(":")[0].split()
    if kind == "position":
        return words[0] if words else ""
    ends = (place for place, word in enumerate(words) if not word.strip(",").isalpha() or not word.islower())
    return " ".join(words[: next(ends, len(words))])


def make_key(kind: str, why: str, said: float) -> Key:
    """What records are counted under: kind, rule, and the certainty that the rule itself says."""
    return kind, name_rule(kind, why), round(said, 2)


@cache
def load_reliability() -> dict[Key, Tried]:
    """The judged records of the table by kind, rule and the certainty said."""
    return {
        (row["kind"], row["rule"], row["said"]): Tried(tuple(row["fresh"]), tuple(row["seen"]))
        for row in load_table("certainty")["row"]
    }


def find_tried(kind: str, why: str, said: float | None = None, table: dict[Key, Tried] | None = None) -> Tried:
    """The judged records like one: of its rule with the certainty it says where there are any, else of its rule."""
    rows = load_reliability() if table is None else table
    if said is not None and (found := rows.get(make_key(kind, why, said))):
        return found
    rule = name_rule(kind, why)
    return sum((t for (k, r, _), t in rows.items() if (k, r) == (kind, rule)), Tried())


def take_certainty(kind: str, why: str, said: float, table: dict[Key, Tried] | None = None) -> float:
    """The chance (0 to 1) that a record is right: the share of those like it, shrunk to what its rule says.

    With r of n right on fresh articles and s of m on those that the rules were written on, (r + w s + c said) /
    (n + w m + c): what the rule says counts as c cases, a seen article as the share w of a fresh one.

    **Source** the mean of a Beta posterior; c and w were chosen by the log loss of fresh articles, each left out.
    **Holds** without judged records it is what the rule says; it lies between that and the shares that were found.
    """
    tried, weights = find_tried(kind, why, said, table), load_table("certainty")
    cases, weight = float(weights["said_cases"]), float(weights["seen_weight"])
    right = tried.fresh[0] + weight * tried.seen[0] + cases * said
    return round(min(MOST, max(LEAST, right / (tried.fresh[1] + weight * tried.seen[1] + cases))), 2)
