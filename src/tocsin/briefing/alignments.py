"""Alignments: the signed network of parties, with what each bond is made of."""

from collections.abc import Sequence

from tocsin.briefing.blocks import Block, Figure, Paragraph, Row, Section, Table
from tocsin.briefing.network import Bond, find_bonds
from tocsin.briefing.network_chart import draw_network
from tocsin.briefing.places import Places
from tocsin.briefing.words import Words, count, key, list_names, say, shorten, stress, tag, tidy
from tocsin.records.situation import Situation

SHOWN, CITED, MATTERS = 60, 4, 3


def write_alignments(situation: Situation, places: Places) -> Section | None:
    """The network with its table, where three parties or more are bound or at odds."""
    bonds = find_bonds(situation)
    drawing = draw_network(bonds, "network")
    if drawing is None:
        return None
    caption = say(
        key("blue"), " solid: two parties agree on more matters than they clash over. ",
        key("vermilion"), " dashed: they clash over more. Thicker: on more matters. ",
        "To agree is to take the same side of an issue, which may be for other reasons; deeds, threats, fighting and "
        "ties count too. Parties that stand alike to all others share a dot. A dot’s place says only whom it is like.",
    )  # fmt: skip
    blocks: list[Block] = [Paragraph(tell_divide(bonds))]
    blocks.append(Figure(drawing, caption, tabulate_bonds(bonds, places), ("coder",)))
    return Section("alignments", "Alignments", tuple(blocks), ("coder",))


def tell_divide(bonds: Sequence[Bond]) -> Words:
    """Who clashes with most, in a sentence or two."""
    agree, clash = sum(b.net > 0 for b in bonds), sum(b.net < 0 for b in bonds)
    clashes = {party: [b for b in bonds if b.net < 0 and party in b.pair] for bond in bonds for party in bond.pair}
    most = sorted(clashes, key=lambda p: (-len(clashes[p]), p))[0]
    clashing = f"{clash or 'none'} clash{'es' if clash == 1 else ''}"
    told = f"{count(agree, 'pair of parties agrees', 'pairs of parties agree')}, {clashing}."
    if not clash:
        return say(told)
    others = [tidy(b.pair[0] if b.pair[1] == most else b.pair[1]) for b in clashes[most]]
    return say(told, " Most at odds: ", stress(tidy(most)), f", with {list_names(others, 5)}.")


def tabulate_bonds(bonds: Sequence[Bond], places: Places) -> Table:
    rows = tuple(
        Row((
            say(f"{tidy(b.pair[0])} – {tidy(b.pair[1])}"),
            say(stress("agree" if b.net > 0 else "clash" if b.net < 0 else "both")),
            say(str(b.agreements)),
            say(str(b.clashes)),
            say(list_names([shorten(m, 70) for m in b.matters], MATTERS)),
            places.cite(list(b.evidence)[:CITED]),
        ))
        for b in bonds[:SHOWN]
    )  # fmt: skip
    head = (say("parties"), say("they"), say("agreements"), say("clashes"), say("over"), say("words ", tag("reported")))
    left = f" The first {SHOWN} of {len(bonds)}; all are in the chart's CSV file." if len(bonds) > SHOWN else ""
    return Table(f"What each bond is made of.{left}", head, rows, numbers=(2, 3), dense=True)
