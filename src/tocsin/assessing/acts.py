"""Events and statements as they are told: the time line, and who said what."""

from tocsin.assessing.gather import Gathered
from tocsin.records.coding import Coding
from tocsin.records.situation import AssessedEvent, AssessedStatement


def list_events(coding: Coding, gathered: Gathered) -> tuple[AssessedEvent, ...]:
    """The events in the order of the texts."""
    return tuple(
        AssessedEvent(
            actor=e.actor,
            on_behalf_of=e.on_behalf_of,
            type=e.type,
            mode=e.mode,
            action=e.action,
            targets=(e.target,) if isinstance(e.target, str) else e.target or (),
            place=e.place,
            when=e.when,
            date=e.date,
            reported_by=e.reported_by,
            evidence=gathered.cite([e]),
            records=(e.id,),
        )
        for e in coding.events
    )


def list_statements(coding: Coding, gathered: Gathered) -> tuple[AssessedStatement, ...]:
    """The statements in the order of the texts."""
    return tuple(
        AssessedStatement(
            speaker=s.speaker,
            on_behalf_of=s.on_behalf_of,
            addressee=s.addressee,
            direct=s.direct,
            content=s.content.quote,
            said_on=s.said_on,
            evidence=gathered.cite([s]),
            records=(s.id,),
        )
        for s in coding.statements
    )
