"""Assess a coding: the situation that it describes, step by step."""

from datetime import date

from tocsin.assessing.acts import list_events, list_statements
from tocsin.assessing.cast import Cast, gather_cast
from tocsin.assessing.commitments import list_commitments
from tocsin.assessing.contradictions import find_contradictions
from tocsin.assessing.copies import set_copies_aside
from tocsin.assessing.decide import find_decision
from tocsin.assessing.deliveries import link_supplies
from tocsin.assessing.gaps import find_disagreement_gaps, find_gaps, find_unnamed_threats
from tocsin.assessing.gather import Gathered, gather_evidence
from tocsin.assessing.ground import list_control, list_supplies
from tocsin.assessing.lines import Line, draw_lines, place_stands
from tocsin.assessing.paces import take_pace, take_precision, take_surprise, take_turns, take_yields
from tocsin.assessing.parties import add_deciders, list_parties
from tocsin.assessing.threats import list_threats
from tocsin.assessing.values import take_clock, take_force_slope, take_line_error, take_war_base
from tocsin.assessing.wars import list_wars
from tocsin.records.coding import Coding
from tocsin.records.document import Document
from tocsin.records.situation import AssessedIssue, Situation


def assess_coding(coding: Coding) -> Situation:
    """The situation of a coding: who wants what, who is bound, what threatens, what is lacking, what is not known.

    **Holds** every number has an origin and a reason; every quotation is evidence with a number; no input raises.
    """
    coding, copies = set_copies_aside(coding)
    latest = find_latest(coding)
    gathered = gather_evidence(coding)
    cast = gather_cast(coding, date.fromisoformat(latest.published) if latest and latest.published else None)
    lines = draw_lines(coding)
    issues = tuple(assess_line(line, coding, cast, gathered) for line in lines)
    parties = add_deciders(list_parties(coding, cast, gathered), issues, cast)
    threats = list_threats(coding, lines, cast, gathered)
    supplies = link_supplies(list_supplies(coding, cast, gathered), issues)
    control = list_control(coding, cast, gathered)
    wars = list_wars(coding, cast, gathered)
    contradictions = find_contradictions(coding, lines, control, cast, gathered)
    gaps = find_gaps(gathered.sources, cast, parties, issues, threats, supplies, control, wars)
    return Situation(
        title=name_situation(coding, lines),
        as_of=latest.published if latest else None,
        as_of_from=latest.published_from if latest else None,
        as_of_evidence=gathered.cite_date(latest),
        sources=gathered.sources,
        actors=parties,
        issues=issues,
        commitments=list_commitments(coding, cast, gathered),
        threats=threats,
        control=control,
        supplies=supplies,
        events=list_events(coding, gathered),
        statements=list_statements(coding, gathered),
        wars=wars,
        clock=take_clock(),
        war_base=take_war_base(),
        pace=take_pace(),
        precision=take_precision(),
        surprise=take_surprise(),
        turns=take_turns(),
        yields=take_yields(),
        force_slope=take_force_slope(),
        gaps=(
            *gaps,
            *find_unnamed_threats(coding),
            *find_disagreement_gaps(contradictions, copies, gathered.sources),
        ),
        evidence=gathered.evidence,
        copies=copies,
        contradictions=contradictions,
    )


def find_latest(coding: Coding) -> Document | None:
    """The document that was published last, which dates the situation; None where none is dated."""
    dated = [d for d in coding.documents if d.published]
    return max(dated, key=lambda d: d.published or "", default=None)


def assess_line(line: Line, coding: Coding, cast: Cast, gathered: Gathered) -> AssessedIssue:
    """One issue with its line in words, its stands and who decides."""
    stands = place_stands(line, coding, cast, gathered)
    return AssessedIssue(
        id=line.id,
        proposal=line.proposal,
        zero=f"not: {line.proposal}",
        hundred=line.proposal,
        decision=find_decision(line, stands, coding, cast, gathered),
        stands=stands,
        line_error=take_line_error(),
        evidence=gathered.cite((*line.issues, *line.positions)),
        records=tuple(i.id for i in line.issues),
    )


def name_situation(coding: Coding, lines: list[Line]) -> str:
    """The title of the only document, else the proposal with most positions, else the source."""
    titles = [d.title for d in coding.documents if d.title]
    if len(coding.documents) == 1 and titles:
        return titles[0]
    if lines:
        proposal = max(lines, key=lambda line: len(line.positions)).proposal
        return proposal[:1].upper() + proposal[1:]
    return titles[0] if titles else coding.documents[0].source if coding.documents else "No document"
