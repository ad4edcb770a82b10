"""What a briefing says and in which order, as plain values; the HTML and the Markdown are both written from it."""

from tocsin.briefing.alignments import write_alignments
from tocsin.briefing.blocks import Drawing, Figure, Judgement, Outline, Section
from tocsin.briefing.bottom_line import write_bottom_line
from tocsin.briefing.changes import write_changes
from tocsin.briefing.comparison import write_comparison
from tocsin.briefing.events import write_events
from tocsin.briefing.expectations import write_behind, write_expectations
from tocsin.briefing.ground import write_ground
from tocsin.briefing.issues import write_at_issue, write_wants
from tocsin.briefing.method import write_gaps, write_method
from tocsin.briefing.places import Places, find_places
from tocsin.briefing.proof import write_evidence
from tocsin.briefing.readings import write_readings
from tocsin.briefing.sentences import MODEL_LABEL, format_date
from tocsin.briefing.ties import write_ties
from tocsin.briefing.words import Voice, Words, count, list_names, read_plain, say, shorten, stress
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

LEGEND: tuple[tuple[Voice, str], ...] = (
    (
        "reported",
        "what an article, or a source in it, claims: words in “double” marks, with the number of the quotation",
    ),
    ("coder", "how rules read those words; worded anew in ‘single’ marks; certain only so far"),
    ("model", "computed from both by simulation; a chance with its range: model, not forecast of record"),
)


def outline_briefing(
    situation: Situation,
    forecast: Forecast,
    compared_with: Forecast | None = None,
    reviewed: tuple[int, int] | None = None,
) -> Outline:
    """The briefing on a situation and its forecast; sections that nothing fills are left out."""
    places = find_places(situation, forecast)
    written = (
        write_bottom_line(situation, forecast, places),
        write_comparison(situation, forecast, compared_with, places) if compared_with is not None else None,
        write_at_issue(situation, places),
        write_wants(situation, forecast, places),
        write_alignments(situation, places),
        write_ties(situation, forecast, places),
        write_ground(situation, places),
        write_events(situation, places),
        write_expectations(situation, forecast, places),
        write_changes(situation, forecast, places),
        write_readings(situation, places),
        write_gaps(situation),
        write_behind(situation, forecast, places),
        write_evidence(situation, forecast, places),
        write_method(situation, forecast, places),
    )
    sections = tuple(s for s in written if s is not None)
    return Outline(
        title=shorten(situation.title, 160) or "Briefing",
        status=(tell_review(reviewed), MODEL_LABEL),
        facts=list_facts(situation, forecast, places),
        lead=write_lead(situation),
        legend=LEGEND,
        sections=sections,
        bottom_line=list_bottom_line(sections[0]),
        drawings=list_drawings(sections),
        foot=say(f"Made by tocsin {forecast.version}, seed {forecast.seed}, situation {forecast.situation_hash}."),
    )


def tell_review(reviewed: tuple[int, int] | None) -> str:
    """How many of the records a person reviewed, out of how many; a draft until half of them are."""
    if not reviewed or not reviewed[0]:
        return "DRAFT: no person has reviewed the coding"
    told = f"{reviewed[0]} of {count(reviewed[1], 'record')} reviewed by a person"
    return f"DRAFT: {told}" if 2 * reviewed[0] < reviewed[1] else told


def list_facts(situation: Situation, forecast: Forecast, places: Places) -> tuple[Words, ...]:
    """As-of date, articles, horizon, worlds and seed."""
    inferred = {"text": " (found in the text)", "page": "", "given": ""}[situation.as_of_from or "given"]
    dating = places.cite_after(situation.as_of_evidence)
    as_of = say("as of ", stress(format_date(situation.as_of)), inferred, dating) if situation.as_of else None
    return (
        as_of or say("no date told"),
        say(count(len(situation.sources), "article")),
        say(f"{count(forecast.weeks, 'week')} ahead"),
        say(count(forecast.draws, "world")),
        say(f"seed {forecast.seed}"),
    )


def write_lead(situation: Situation) -> Words:
    """What was found, in one sentence: nothing of it is a judgement."""
    stands = sum(len(i.stands) for i in situation.issues)
    kinds = (
        (situation.threats, "threat", None),
        (situation.commitments, "commitment", None),
        (situation.control, "report of who holds what", "reports of who holds what"),
        (situation.supplies, "need or supply", "needs and supplies"),
        (situation.events, "event", None),
    )
    found = [f"{count(stands, 'position')} on {count(len(situation.issues), 'proposal')}"] if stands else []
    found += [count(len(records), noun, plural) for records, noun, plural in kinds if records]
    if not found:
        return say("Nothing that bears on a decision, a threat or a war was found in the text.")
    articles = "The article reports" if len(situation.sources) == 1 else "The articles report"
    return say(f"{articles} {list_names(found)}.")


def list_bottom_line(section: Section) -> tuple[str, ...]:
    sentences = [read_plain(b.words) for b in section.blocks if isinstance(b, Judgement)]
    return tuple(sentences) or tuple(read_plain(b.words) for b in section.blocks if hasattr(b, "words"))


def list_drawings(sections: tuple[Section, ...]) -> tuple[Drawing, ...]:
    return tuple(b.drawing for s in sections for b in s.blocks if isinstance(b, Figure))
