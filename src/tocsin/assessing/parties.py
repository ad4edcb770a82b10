"""The parties: what each of them is, what it belongs to on the day, and how strong it is."""

from collections.abc import Sequence

from tocsin.assessing.cast import BODIES, Cast, Figure
from tocsin.assessing.gather import Gathered
from tocsin.assessing.lines import find_stand_side
from tocsin.assessing.strengths import take_body_capability, take_capability, take_group_capability
from tocsin.codebook.names import find_body as find_listed
from tocsin.codebook.names import is_member
from tocsin.codebook.tables import load_bodies
from tocsin.records.coding import Coded, Coding, Commitment, Position
from tocsin.records.quantity import Quantity
from tocsin.records.situation import AssessedIssue, Membership, Party

GROUP_WORDS = ("member", "allies", "ally", "nation", "state", "countr", "leader", "minister")


def list_parties(coding: Coding, cast: Cast, gathered: Gathered) -> tuple[Party, ...]:
    """Every figure of the coding as a party, and the states and bodies that they act for."""
    names = list(dict.fromkeys([*cast.figures, *(cast.side(name) for name in cast.figures)]))
    with_stand = find_standing(coding, cast)
    parts = index_parts(coding)
    parties = []
    for name in names:
        figure = cast.figure(name)
        parties.append(
            Party(
                name=name,
                type=figure.type,
                code=figure.code,
                acts_for=cast.spell(figure.acts_for) if figure.acts_for else None,
                belongs_to=list_memberships(figure, coding, cast, gathered),
                capability=find_capability(figure, name in with_stand, cast),
                evidence=gathered.cite(parts.get(name, ()))[:5],
            )
        )
    return tuple(parties)


def add_deciders(parties: Sequence[Party], issues: Sequence[AssessedIssue], cast: Cast) -> tuple[Party, ...]:
    """The parties, and those that decide an issue and that no article names otherwise."""
    deciders: dict[str, None] = {}
    for issue in issues:
        if issue.decision is not None:
            joint = issue.decision.source is None
            deciders |= dict.fromkeys(issue.decision.members if joint else (issue.decision.body,))
    known = {p.name for p in parties}
    return (*parties, *(Party(name=n, type=cast.figure(n).type) for n in deciders if n not in known))


def find_standing(coding: Coding, cast: Cast) -> frozenset[str]:
    """The names that a stand is weighed by."""
    return frozenset(find_stand_side(p, cast) for p in coding.positions)


def find_capability(figure: Figure, stands: bool, cast: Cast) -> Quantity | None:
    """The published capability on the day; of a party that no table lists, a default only where it stands somewhere."""
    if figure.type == "state":
        found = take_capability(figure.canonical, cast.on)
        if found is not None:
            return found
    if not stands or (figure.type == "person" and figure.acts_for):
        return None
    if figure.type in BODIES and find_listed(figure.canonical) is not None:
        found = take_body_capability(figure.canonical, cast.on)
        if found is not None:
            return found
    return take_group_capability()


def list_memberships(figure: Figure, coding: Coding, cast: Cast, gathered: Gathered) -> tuple[Membership, ...]:
    """What a state belongs to by the tables, and any party by the text's own words; of bodies, those of the story."""
    quoted = [m for c in coding.commitments if (m := read_membership(c, figure, cast, gathered)) is not None]
    named = {m.body for m in quoted}
    listed: list[Membership] = []
    if figure.type == "state":
        listed = [m for m in look_up_memberships(figure, coding, cast) if m.body not in named]
    if figure.type == "group":
        listed = [m for m in read_name(figure, cast) if m.body not in named]
    return (*quoted, *listed)


def read_membership(commitment: Commitment, figure: Figure, cast: Cast, gathered: Gathered) -> Membership | None:
    """The membership that a commitment states for this figure."""
    if commitment.tie != "membership" or figure.name not in commitment.parties:
        return None
    body = find_body(commitment.parties, cast)
    if body is None or body == figure.name:
        return None
    return Membership(body=body, origin="quoted", source="the text", evidence=gathered.cite([commitment]))


def find_body(parties: Sequence[str], cast: Cast) -> str | None:
    """The body among the parties of a commitment: a body that the codebook knows first, else the last that is one."""
    bodies = [p for p in parties if cast.figure(p).type in BODIES]
    listed = {b.name for b in load_bodies()}
    known = [p for p in bodies if cast.figure(p).canonical in listed]
    return known[0] if known else bodies[-1] if bodies else None


def look_up_memberships(figure: Figure, coding: Coding, cast: Cast) -> list[Membership]:
    """The bodies of this story, and the defence pacts, that the tables list the state in on the day."""
    told = {f.canonical for f in cast.figures.values() if f.type in BODIES}
    return [
        Membership(body=cast.spell(body.name), origin="table", source=body.source)
        for body in load_bodies()
        if (body.name in told or body.defence_pact) and is_member(figure.canonical, body.name, cast.on)
    ]


def read_name(figure: Figure, cast: Cast) -> list[Membership]:
    """An unnamed group whose own words put it inside a body: 'smaller NATO members'."""
    words = figure.name.lower()
    if not any(w in words for w in GROUP_WORDS) or words.startswith("non-"):
        return []
    for other in cast.figures.values():
        inside = other.name.lower() in words or other.canonical.lower() in words
        if other.type in BODIES and other.name != figure.name and inside:
            return [Membership(body=other.name, origin="quoted", source="the group's name in the text")]
    return []


def index_parts(coding: Coding) -> dict[str, list[Coded]]:
    """The records that each name takes part in, in the order of the coding."""
    parts: dict[str, list[Coded]] = {}
    for record in coding.records:
        for name in dict.fromkeys(list_part(record)):
            parts.setdefault(name, []).append(record)
    return parts


def list_part(record: Coded) -> tuple[str, ...]:
    """The names that take part in a record."""
    if isinstance(record, Position):
        return tuple(n for n in (record.actor, record.on_behalf_of) if n)
    names: list[str] = []
    for field in ("actor", "speaker", "by", "to", "holder", "target", "parties", "on_behalf_of", "addressee"):
        value = getattr(record, field, None)
        names += [value] if isinstance(value, str) else list(value or ())
    return tuple(names)
