"""The numbered evidence: every quotation in its context, with its place, who says it, and what rests on it."""

from collections.abc import Iterator

from tocsin.briefing.blocks import Block, Heading, Quotation, Section
from tocsin.briefing.coverage import find_sorts, make_filters, picture_coverage, sort_evidence
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import format_date, name_question
from tocsin.briefing.words import UNPRINTABLE, Words, count, join, link, list_names, say, shorten, soften, tidy
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Evidence, Situation, Source

LONGEST_QUOTE = 300
LONGEST_CONTEXT = 160


def write_evidence(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    """All evidence, by article where there are several."""
    if not situation.evidence:
        return None
    sources = {s.id: s for s in situation.sources}
    blocks: list[Block] = [*picture_coverage(situation), *make_filters(situation)]
    for document in dict.fromkeys(e.document for e in situation.evidence):
        source = sources.get(document)
        if source is not None:
            blocks.append(Heading(describe_source(source)))
        own = [e for e in situation.evidence if e.document == document]
        blocks += [quote_evidence(e, situation, forecast, places) for e in own]
    note = "Marked words are the quotation, the others its context; its place is counted in characters of the article."
    return Section("evidence", "Evidence", tuple(blocks), ("reported",), note, annex=True)


def describe_source(source: Source) -> Words:
    """Title, origin, day and length of an article."""
    title = shorten(source.title, 140) if source.title else "Untitled"
    inferred = " (date found in the text)" if source.published_from == "text" else ""
    published = f"{format_date(source.published)}{inferred}" if source.published else "no date"
    address = source.address if source.address and source.address.startswith(("http://", "https://")) else None
    place = shorten(source.address or source.source, 90)
    return say(title, soften(" · "), link(place, address), soften(f" · {published} · {count(source.words, 'word')}"))


def quote_evidence(evidence: Evidence, situation: Situation, forecast: Forecast, places: Places) -> Quotation:
    speakers = places.speakers.get(evidence.id, ())
    who = say(
        f"Said, as reported, by {list_names([tidy(s) for s in speakers], 4)}" if speakers else "Told by the article"
    )
    return Quotation(
        id=evidence.id,
        number=evidence.id[1:],
        sorts=sort_evidence(evidence, situation),
        before=take_before(evidence),
        quote=cut_quote(evidence.quote),
        after=take_after(evidence),
        who=who,
        place=say(f"characters {evidence.start} to {evidence.end}"),
        used=list_uses(evidence, situation, forecast, places),
    )


def cut_quote(quote: str) -> str:
    """A quotation of at most LONGEST_QUOTE characters."""
    return shorten(keep_spaces(quote).strip(), LONGEST_QUOTE)


def take_before(evidence: Evidence) -> str:
    """The words before a quotation, from a whole word on, with an ellipsis where the article goes on."""
    words = keep_spaces(evidence.before)
    cut = words[-LONGEST_CONTEXT:]
    whole = cut if cut == words else cut.partition(" ")[2]
    more = len(whole) < len(words) or evidence.start > len(evidence.before)
    return f"… {whole.lstrip()}" if more and whole.strip() else whole


def take_after(evidence: Evidence) -> str:
    """The words after a quotation, to a whole word, with an ellipsis since the article may go on."""
    words = keep_spaces(evidence.after)
    cut = words[:LONGEST_CONTEXT]
    whole = cut if cut == words else cut.rpartition(" ")[0]
    return f"{whole.rstrip()} …" if whole.strip() else whole


def keep_spaces(text: str) -> str:
    """Text in one line, with a space at its ends where it had any."""
    tidied = " ".join(UNPRINTABLE.sub("\ufffd", text).split())
    before = " " if text[:1].isspace() and tidied else ""
    return before + tidied + (" " if text[-1:].isspace() and tidied else "")


def list_uses(evidence: Evidence, situation: Situation, forecast: Forecast, places: Places) -> Words:
    """What rests on this evidence: the kinds of record, and the questions that cite it."""
    kinds = list(dict.fromkeys(find_kinds(evidence, situation)))
    questions = [q for q in forecast.questions if q.chance is not None and evidence.id in q.evidence][:4]
    links = [say(link(shorten(name_question(q, situation), 60), places.open_question(q.id))) for q in questions]
    read_as = say(f"read as {list_names(kinds)}") if kinds else ()
    if not links:
        return read_as
    return say(read_as, "; " if read_as else "", "goes into ", join(links, "; "))


def find_kinds(evidence: Evidence, situation: Situation) -> Iterator[str]:
    """In words, what the coder read in this evidence."""
    for issue in situation.issues:
        for stand in issue.stands:
            if evidence.id in stand.evidence:
                yield f"position of {tidy(stand.on_behalf_of or stand.actor)}"
    yield from (kind for kind in find_sorts(evidence, situation) if kind != "position")
