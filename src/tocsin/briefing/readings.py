"""Other readings: where reports contradict each other, where words can be read otherwise, where studies differ."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Heading, Points, Section
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import format_share
from tocsin.briefing.stances import STANCES, name_side
from tocsin.briefing.words import Words, join, link, say, shorten, soften, stress, tidy
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation

UNSURE, SHOWN = 0.6, 12


def write_readings(situation: Situation, places: Places) -> Section | None:
    """The rival readings, by what they are about; None where there is none."""
    groups = (
        (
            "Reports that contradict each other",
            [*list_contradictions(situation, places), *list_contested(situation, places)],
        ),
        ("Words that can be read otherwise", list(list_unsure(situation, places))[:SHOWN]),
        ("Studies that differ", list(list_rivals(situation, places))),
    )
    blocks: list[Block] = []
    for title, readings in groups:
        if readings:
            blocks += [Heading(say(title)), Points(tuple(readings))]
    return Section("readings", "Other readings", tuple(blocks), ("reported", "coder")) if blocks else None


def list_contradictions(situation: Situation, places: Places) -> Iterator[Words]:
    """Each claim with who makes it and its words; none is judged."""
    titles = {s.id: shorten(s.title or s.source, 60) for s in situation.sources}
    for contradiction in situation.contradictions:
        claims = [
            say(f"{tidy(c.says)} (", soften(tidy(c.by) if c.by else titles.get(c.document, "an article")), ")",
                places.cite_after(c.evidence))
            for c in contradiction.claims
        ]  # fmt: skip
        yield say(stress(tidy(contradiction.about)), ": ", join(claims, "; against it: "), ".")


def list_contested(situation: Situation, places: Places) -> Iterator[Words]:
    """What is marked as contested or doubtful and stands in no contradiction with both its sides."""
    both = {e for contradiction in situation.contradictions for claim in contradiction.claims for e in claim.evidence}
    for issue in situation.issues:
        for stand in issue.stands:
            if stand.contested and not both & set(stand.evidence):
                told = f", taken as {STANCES[stand.stance]} on ‘{tidy(issue.proposal)}’; another report says otherwise."
                yield say(stress(tidy(name_side(stand))), told, places.cite_after(stand.evidence))
    for control in situation.control:
        if control.note or (control.contested and not both & set(control.evidence)):
            who = tidy(control.holder) if control.holder else "an untold party"
            told = f": {control.change} by {who}" + ("; another report says otherwise" if control.contested else "")
            note = f". {tidy(control.note).rstrip('.')}." if control.note else "."
            yield say(stress(tidy(control.place)), told, note, places.cite_after(control.evidence))


def list_unsure(situation: Situation, places: Places) -> Iterator[Words]:
    """The stands that a careful reader might not code so, the least sure first."""
    unsure = [(s.certainty, i, s) for i in situation.issues for s in i.stands if s.certainty < UNSURE]
    for certainty, issue, stand in sorted(unsure, key=lambda u: (u[0], u[1].id, u[2].actor)):
        sure = link(format_share(certainty), places.quantities.get(id(stand.position)))
        told = f", read as {STANCES[stand.stance]} on ‘{tidy(issue.proposal)}’: the reading is taken to be right with "
        yield say(
            stress(tidy(name_side(stand))), told, sure, "; in the other worlds the party is drawn as silent.",
            places.cite_after(stand.evidence),
        )  # fmt: skip


def list_rivals(situation: Situation, places: Places) -> Iterator[Words]:
    """Each set of rival studies once, with the numbers that they are used for."""
    users: dict[tuple[str, ...], list[str]] = {}
    found: dict[tuple[str, ...], Quantity] = {}
    for path, quantity in situation.quantities():
        if quantity.rivals:
            key = tuple(r.source for r in quantity.rivals)
            users.setdefault(key, []).append(path)
            found.setdefault(key, quantity)
    for key, paths in users.items():
        quantity = found[key]
        readings = "; ".join(f"{format_share(r.likely)} ({tidy(r.source)})" for r in quantity.rivals)
        place = places.quantities.get(id(quantity))
        used = soften(f" Used for: {'; '.join(tidy(p) for p in paths[:4])}.")
        yield say(link(tidy(quantity.because).rstrip("."), place), f": {readings}. A world chooses one of them.", used)
