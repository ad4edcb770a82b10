"""The cast: for every name of the coding, what it stands for on the day, and whose side it is on."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tocsin.codebook.names import find_known
from tocsin.records.coding import Actor, ActorType, Coding

BODIES = ("alliance", "organisation")


@dataclass(frozen=True)
class Figure:
    """A name of the coding: `canonical` is the codebook's name for it, `acts_for` the state or body behind it."""

    name: str
    type: ActorType
    canonical: str
    code: str | None
    acts_for: str | None
    coded: tuple[Actor, ...]


@dataclass(frozen=True)
class Cast:
    """All figures by their name in the coding; `on` is the day whose tables hold."""

    figures: dict[str, Figure]
    on: date | None

    def figure(self, name: str) -> Figure:
        """The figure called `name`, made from the codebook where no actor record has it."""
        return self.figures.get(name) or make_figure(name, (), self.on)

    def side(self, name: str, on_behalf_of: str | None = None) -> str:
        """Whom `name` stands for: on whose behalf it acts, else the state of a person or organ, else itself."""
        if on_behalf_of is not None:
            return on_behalf_of
        figure = self.figure(name)
        return self.spell(figure.acts_for) if figure.acts_for else name

    def spell(self, canonical: str) -> str:
        """The name that the coding uses for a name of the codebook."""
        return self.spelled.get(canonical, canonical)

    @cached_property
    def spelled(self) -> dict[str, str]:
        """The first name of the coding for each name of the codebook."""
        return {figure.canonical: figure.name for figure in reversed(self.figures.values())}


def gather_cast(coding: Coding, on: date | None) -> Cast:
    """The figures that the records name, in the order of their first mention."""
    coded: dict[str, list[Actor]] = {}
    for actor in coding.actors:
        coded.setdefault(actor.name, []).append(actor)
    figures = {name: make_figure(name, tuple(actors), on) for name, actors in coded.items()}
    for name in list_named(coding):
        figures.setdefault(name, make_figure(name, (), on))
    return Cast(figures, on)


def make_figure(name: str, coded: tuple[Actor, ...], on: date | None) -> Figure:
    """A name with what the coding and the codebook say of it; the codebook tells states and bodies from the rest."""
    known = find_known(name, on)
    coded_type = coded[0].type if coded else None
    kind: ActorType = coded_type or "group"
    if known is not None and known.kind in ("state", "alliance", "organisation", "person", "group"):
        kind = known.kind if known.kind in ("state", *BODIES) or coded_type is None else kind
    acts_for = next((a.acts_for for a in coded if a.acts_for), None)
    if acts_for is None and known is not None and kind in ("person", "group", "organisation"):
        acts_for = known.acts_for
    whole = known is not None and known.name.lower() == name.lower()
    canonical = known.name if known is not None and (whole or known.kind in ("state", *BODIES)) else name
    code = next((a.code for a in coded if a.code), known.code if known is not None and kind == "state" else None)
    return Figure(name, kind, canonical, code, acts_for if acts_for != name else None, coded)


def list_named(coding: Coding) -> list[str]:
    """Names that take part in records, whether or not an actor record has them, in their order."""
    names: list[str | None] = []
    for p in coding.positions:
        names += [p.actor, p.on_behalf_of]
    for t in coding.threats:
        names += [t.by, t.on_behalf_of, t.to]
    for c in coding.commitments:
        names += list(c.parties)
    for r in coding.resources:
        names += [r.actor, r.on_behalf_of]
    for h in coding.control:
        names += [h.holder, h.on_behalf_of]
    return list(dict.fromkeys(n for n in names if n))
