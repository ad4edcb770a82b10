"""Parties by issues: the matrix chart and its table, in which every cell opens its words."""

from collections.abc import Iterable, Iterator, Sequence

from tocsin.briefing.blocks import Block, Figure, Row, Table
from tocsin.briefing.matrix_chart import COLUMNS, draw_matrix
from tocsin.briefing.places import Places
from tocsin.briefing.stances import COLOUR_NAMES, COLOURS, SIGNS, STANCES, name_side, number_issue
from tocsin.briefing.words import Words, join, key, link, say, tidy
from tocsin.records.coding import Stance
from tocsin.records.situation import AssessedIssue, Stand


def picture_matrix(issues: Sequence[AssessedIssue], places: Places) -> Iterator[Block]:
    """The chart with its table, where it says more than the lines of the issues do."""
    drawing = draw_matrix(issues, places, "matrix")
    if drawing is None:
        return
    shown = issues[:COLUMNS]
    left = f" The {COLUMNS} of {len(issues)} issues on which most parties stand." if len(issues) > COLUMNS else ""
    caption = say(
        explain_colours((s.stance for i in shown for s in i.stands), signs=True),
        ". A number in a corner counts quotations where there are several; a line through a cell: contested by "
        f"another report.{left}",
    )
    yield Figure(drawing, caption, tabulate_matrix(shown, places), ("coder",))


def explain_colours(present: Iterable[Stance], *, signs: bool = False) -> Words:
    """The colours of the stances that are there, with their signs where the chart has them."""
    stances = set(present)
    told = [(s, f" {COLOUR_NAMES[s]}{' ' + SIGNS[s] if signs else ''}: {STANCES[s]}") for s in STANCES if s in stances]
    return join([say(key(COLOURS[stance]), words) for stance, words in told])


def tabulate_matrix(issues: Sequence[AssessedIssue], places: Places) -> Table:
    stands = {(name_side(s), i.id): s for i in issues for s in i.stands}
    reach = [side for side, _ in stands]
    sides = sorted(dict.fromkeys(reach), key=lambda side: (-reach.count(side), side.lower()))
    rows = tuple(
        Row((say(tidy(side)), *(mark_stance(stands.get((side, i.id)), places) for i in issues))) for side in sides
    )
    head = (say("party"), *(say(link(tidy(i.proposal), f"wants-{number_issue(i)}")) for i in issues))
    return Table("Parties and issues.", head, rows, dense=True)


def mark_stance(stand: Stand | None, places: Places) -> Words:
    if stand is None:
        return ()
    contested = " (contested)" if stand.contested else ""
    return say(f"{SIGNS[stand.stance]} {STANCES[stand.stance]}{contested}", places.cite_after(stand.evidence))
