"""What is not known, and how the briefing was made: models with their sources, seed, and every number used."""

from tocsin.briefing.blocks import Block, Heading, Paragraph, Points, Row, Section, Table
from tocsin.briefing.expectations import ORIGINS
from tocsin.briefing.issues import make_source
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import MODEL_LABEL, format_date, format_quantity
from tocsin.briefing.words import Words, count, say, soften, stress, tidy
from tocsin.records.forecast import Forecast
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation

LIKELIHOOD_TABLE = (
    ("almost no chance", "under 5%"), ("very unlikely", "5% to 20%"), ("unlikely", "20% to 45%"),
    ("roughly even chance", "45% to 55%"), ("likely", "55% to 80%"), ("very likely", "80% to 95%"),
    ("almost certain", "over 95%"),
)  # fmt: skip


def write_gaps(situation: Situation) -> Section | None:
    """What no article tells, and what hangs on it."""
    if not situation.gaps:
        return None
    rows = tuple(Row((say(stress(tidy(g.about))), say(tidy(g.what)), say(tidy(g.matters)))) for g in situation.gaps)
    table = Table("What no article tells, and what hangs on it.", (say("about"), say("not known"), say("so")), rows)
    return Section("gaps", "What is not known", (table,), ("coder",))


def write_method(situation: Situation, forecast: Forecast, places: Places) -> Section:
    """Seed and versions, models and sources, the meaning of the words, and every number that was used."""
    blocks: list[Block] = [Paragraph(describe_run(forecast))]
    blocks.append(Paragraph(say(
        "Articles are coded by rules, and no person has reviewed the coding. A record says what a text, or a source in "
        "it, claims, never what is true. Ranges are of two kinds: what is not known (the range), and the error of "
        "finitely many worlds (Monte Carlo). Confidence tells how good the grounds are, likelihood how probable it is."
    )))  # fmt: skip
    if forecast.models:
        blocks += [
            Heading(say("Models and their sources")),
            Points(tuple(say(make_source(m)) for m in forecast.models)),
        ]
    words = tuple(Row((say(word), say(bounds))) for word, bounds in LIKELIHOOD_TABLE)
    head = (say("words"), say("chance"))
    caption = "Likelihood in the words of Intelligence Community Directive 203 (2015)."
    blocks += [Heading(say("Likelihood words")), Table(caption, head, words, dense=True)]
    blocks += [Heading(say("Every number used"), "numbers"), tabulate_numbers(situation, places)]
    return Section("method", "Method", tuple(blocks), (), MODEL_LABEL, annex=True)


def describe_run(forecast: Forecast) -> Words:
    deadline = next((q.deadline for q in forecast.questions if q.deadline), None)
    until = f", to {format_date(deadline)}" if deadline else ""
    return say(
        f"tocsin {forecast.version}; {count(forecast.draws, 'world')} from seed {forecast.seed}; "
        f"{count(forecast.weeks, 'week')} ahead{until}; situation {forecast.situation_hash}. ",
        soften("The same situation, seed and version give the same bytes."),
    )


def tabulate_numbers(situation: Situation, places: Places) -> Table:
    """Every quantity of the situation: the number with its range, where it comes from, and why."""
    rows = tuple(
        Row((
            say(tidy(path)),
            say(stress(format_quantity(quantity)), f" {tidy(quantity.unit)}"),
            say(ORIGINS[quantity.origin]),
            explain_quantity(quantity, places),
        ), f"n{number}")
        for number, (path, quantity) in enumerate(situation.quantities(), 1)
    )  # fmt: skip
    head = (say("number"), say("value (range)"), say("origin"), say("because"))
    return Table("Every number that the models use; they use no other.", head, rows, dense=True)


def explain_quantity(quantity: Quantity, places: Places) -> Words:
    source = say(" Source: ", make_source(quantity.source), ".") if quantity.source else ()
    rivals = [f"{tidy(r.because)} ({tidy(r.source)})" for r in quantity.rivals]
    readings = say(soften(f" Rival readings: {'; '.join(rivals)}.")) if rivals else ()
    return say(tidy(quantity.because), source, readings, places.cite_after(quantity.evidence))
