"""The ground and supplies: who holds what, who fights whom, who lacks or offers what."""

from tocsin.briefing.blocks import Block, Heading, Points, Row, Section, Table
from tocsin.briefing.places import Places, name_for
from tocsin.briefing.sentences import format_date
from tocsin.briefing.ties import drop_empty_columns
from tocsin.briefing.words import Words, say, soften, stress, tag, tidy
from tocsin.records.situation import AssessedControl, AssessedSupply, Situation, War


def write_ground(situation: Situation, places: Places) -> Section | None:
    """Who holds what, who fights whom, and who lacks or offers what."""
    blocks: list[Block] = []
    if situation.wars:
        blocks.append(Points(tuple(describe_war(w, places) for w in situation.wars)))
    if situation.control:
        blocks += [Heading(say("Who holds what")), tabulate_control(situation, places)]
    if situation.supplies:
        blocks += [Heading(say("Supplies")), tabulate_supplies(situation, places)]
    if not blocks:
        return None
    title = "The ground and supplies" if situation.wars or situation.control else "Supplies"
    if title == "Supplies":
        blocks = blocks[1:]
    return Section("ground", title, tuple(blocks), ("reported", "coder"))


def describe_war(war: War, places: Places) -> Words:
    sides = stress(tidy(" and ".join(war.sides)))
    return say(sides, " are reported to fight", tell_gaining(war.gaining), ".", places.cite_after(war.evidence))


def tell_gaining(side: str | None) -> str:
    return f"; {tidy(side)} lately gained ground" if side else "; which side gains ground is not told"


def tabulate_control(situation: Situation, places: Places) -> Table:
    rows = tuple(
        Row((
            say(tidy(c.place)),
            say(tidy(name_for(c.holder, c.on_behalf_of)) if c.holder else "not told"),
            describe_change(c),
            say(tell_when(c.when, c.date)),
            places.cite(c.evidence),
        ))
        for c in situation.control
    )  # fmt: skip
    head = (say("place"), say("party"), say("change"), say("when"), say("words ", tag("reported")))
    return drop_empty_columns(Table("Reports of who holds, gained, lost or contests a place.", head, rows))


def describe_change(control: AssessedControl) -> Words:
    contested = " (another report says otherwise)" if control.contested else ""
    note = f" Note: {tidy(control.note)}" if control.note else ""
    return say(stress(control.change), soften(contested + note))


def tell_when(when: str | None, date: str | None) -> str:
    """The words of the text, and the date that they were read as."""
    if when and date:
        return f"{tidy(when)} ({format_date(date)})"
    return tidy(when) if when else format_date(date)


def tabulate_supplies(situation: Situation, places: Places) -> Table:
    rows = tuple(
        Row((
            say(tidy(s.actor) if s.actor else "not told"),
            say(stress(s.status)),
            describe_good(s),
            places.open_quantity(s.stock) if s.stock is not None else (),
            places.cite(s.evidence),
        ))
        for s in situation.supplies
    )  # fmt: skip
    head = (
        say("party"), say("status ", tag("coder")), say("what"), say("stock as a share of the need"),
        say("words ", tag("reported")),
    )  # fmt: skip
    return drop_empty_columns(Table("Who needs, lacks, offers or delivers what.", head, rows, numbers=(3,)))


def describe_good(supply: AssessedSupply) -> Words:
    amount = f", {tidy(supply.amount)}" if supply.amount else ""
    return say(tidy(supply.what), amount, f", to {tidy(supply.to)}" if supply.to else "")
