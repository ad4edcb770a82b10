"""Make the table of national capability of past years: make_cinc.py NMC.csv STATES.csv.

The first file is National Material Capabilities, abridged (columns ccode, year, cinc), the second State System
Membership (columns ccode, statenme, styear to endday), both as the Correlates of War Project publishes them. What is
kept: the index of every fourth year to 1900 and every third year after, and of years in which three or more states
came or went, or in which one bears a new name. Writes src/tocsin/codebook/cinc.toml; its head stays as it is.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tocsin.codebook.tables import load_states

TABLE = Path(__file__).parent.parent / "src" / "tocsin" / "codebook" / "cinc.toml"
FIRST, DENSE_FROM, FEW = 1816, 1900, 3
# What states of the list were called when the codebook has no name of its own for that time.
OLD_NAMES = {
    255: ("Prussia", date(1871, 1, 18)),
    300: ("Austria", date(1867, 3, 30)),
    325: ("Sardinia", date(1861, 3, 17)),
    678: ("Yemen", date(1962, 9, 26)),
}
Span = tuple[date, date]
Row = tuple[str, int, Span, dict[int, float]]


def read_spells(path: Path) -> dict[int, list[tuple[str, Span]]]:
    """The stretches of membership by country number, with the list's own name; the last end of the list is open."""
    spells: dict[int, list[tuple[str, Span]]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ends = [date(*(int(row[key]) for key in ("endyear", "endmonth", "endday"))) for row in rows]
    for row, end in zip(rows, ends, strict=True):
        start = date(*(int(row[key]) for key in ("styear", "stmonth", "stday")))
        spells[int(row["ccode"])].append((row["statenme"], (start, date.max if end == max(ends) else end)))
    return spells


def name_on(cow: int, day: date, listed: str) -> str:
    """The codebook's name of a state on a day, else the list's."""
    old = OLD_NAMES.get(cow)
    if old is not None and day < old[1]:
        return old[0]
    held = [s for s in load_states() if s.cow == cow and s.term.holds(day)]
    former = [s.name for s in held if s.status == "former" and day != s.term.end]
    return (former + [s.name for s in held if s.status == "state"] + [listed])[0]


def split_names(cow: int, listed: str, span: Span) -> Iterator[tuple[str, Span]]:
    """A stretch of membership cut where the state changes its name."""
    starts = {s.term.start for s in load_states() if s.cow == cow} | {OLD_NAMES.get(cow, ("", None))[1]}
    ends = {s.term.end for s in load_states() if s.cow == cow and s.status == "former"}
    cuts = sorted({span[0], *(c for c in starts | ends if c is not None and span[0] < c <= span[1])})
    begun = cuts[0]
    for cut in cuts[1:]:
        if name_on(cow, cut, listed) != name_on(cow, begun, listed):
            yield name_on(cow, begun, listed), (begun, cut - timedelta(days=1))
            begun = cut
    yield name_on(cow, begun, listed), (begun, span[1])


def list_rows(index: dict[int, dict[int, float]], spells: dict[int, list[tuple[str, Span]]]) -> list[Row]:
    """Each spell with the index of the years of which it holds most of the days that the state had."""
    rows = []
    for cow in sorted(index):
        parts = [part for listed, span in spells[cow] for part in split_names(cow, listed, span)]
        days = {year: [count_days(year, span) for _, span in parts] for year in index[cow]}
        for place, (name, span) in enumerate(parts):
            own = {y: v for y, v in index[cow].items() if days[y][place] and days[y][place] == max(days[y])}
            rows.append((name, cow, span, own))
    return rows


def count_days(year: int, span: Span) -> int:
    return max(0, (min(span[1], date(year, 12, 31)) - max(span[0], date(year, 1, 1))).days + 1)


def choose_years(rows: list[Row]) -> list[int]:
    """The years that the table keeps."""
    last = max(year for *_, own in rows for year in own)
    alive = {y: {cow for _, cow, _, own in rows if y in own} for y in range(FIRST, last + 1)}
    kept = {y for y in alive if y % (4 if y <= DENSE_FROM else 3) == 0} | {last}
    kept |= {y for y in alive if y > FIRST and len(alive[y] ^ alive[y - 1]) >= FEW}
    renamed = {min(own) for _, cow, _, own in rows if own and cow in alive.get(min(own) - 1, ())}
    return sorted(kept | renamed)


def write_row(name: str, cow: int, span: Span, own: dict[int, float], years: list[int]) -> str:
    """One line of the table: millionths of the world's capability, to four significant digits."""
    held = [y for y in years if y in own]
    run = [y for y in years if held[0] <= y <= held[-1]]
    shares = " ".join(f"{float(f'{1e6 * own[y]:.4g}'):g}" if y in own else "-" for y in run)
    start = "" if span[0] == date(FIRST, 1, 1) else span[0].isoformat()
    end = "" if span[1] == date.max else span[1].isoformat()
    return " | ".join((name, str(cow), start, end, str(run[0]), shares))


def main() -> None:
    index: dict[int, dict[int, float]] = defaultdict(dict)
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            index[int(row["ccode"])][int(row["year"])] = float(row["cinc"])
    rows = list_rows(index, read_spells(Path(sys.argv[2])))
    years = choose_years(rows)
    head = TABLE.read_text(encoding="utf-8").split("years = [")[0]
    lines = [write_row(*row, years) for row in rows if set(row[3]) & set(years)]
    body = f'years = {years}\nspells = """\n' + "\n".join(lines) + '\n"""\n'
    TABLE.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
