"""What would change the answers: the sentences to check next; and, beside another forecast, what did change."""

from collections.abc import Iterator, Sequence

from tocsin.briefing.blocks import Block, Figure, Paragraph, Row, Section, Table
from tocsin.briefing.expectations import ORIGINS
from tocsin.briefing.leverage_chart import draw_leverage
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import (
    MODEL_LABEL,
    find_question,
    format_chance,
    format_percent,
    format_quantity,
    name_question,
)  # fmt: skip
from tocsin.briefing.words import Words, link, quote, say, shorten, soften, stress, tidy
from tocsin.records.forecast import Forecast, Leverage, Question
from tocsin.records.quantity import Quantity
from tocsin.records.situation import Situation

SHOWN, CHARTED = 10, 6
LEAST = 0.0005
MOVED = 0.005


def write_changes(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    """The evidence whose loss moves an answer most."""
    moves = [m for m in forecast.leverage if m.evidence in places.evidence and abs(m.moves) >= LEAST]
    moves = [m for m in moves if find_question(forecast, m.question)][:SHOWN]
    if not moves:
        return None
    table = tabulate_moves(moves, situation, forecast, places)
    lead = Paragraph(say(
        "Check these sentences first: if one of them is misread or wrong, the chance beside it moves as shown. ",
        soften("Each line is the same forecast without the records that rest on that sentence alone."),
    ))  # fmt: skip
    blocks: list[Block] = [lead]
    charted = moves[:CHARTED]
    drawing = draw_leverage(charted, [tell_move(m, situation, forecast, places) for m in charted], "leverage")
    if drawing is not None:
        caption = say("Bars: how far the chance moves without the sentence, in percentage points.")
        blocks.append(Figure(drawing, caption, table))
    else:
        blocks.append(table)
    return Section("changes", "What would change it", tuple(blocks), ("model",), MODEL_LABEL)


def tell_move(move: Leverage, situation: Situation, forecast: Forecast, places: Places) -> str:
    question = find_question(forecast, move.question)
    assert question is not None
    excerpt = shorten(places.evidence[move.evidence].quote, 50)
    return f"[{move.evidence[1:]}] “{excerpt}”\n→ {shorten(name_question(question, situation), 54)}"


def tabulate_moves(moves: Sequence[Leverage], situation: Situation, forecast: Forecast, places: Places) -> Table:
    rows = []
    for move in moves:
        question = find_question(forecast, move.question)
        if question is None or question.chance is None:
            continue
        after = min(1.0, max(0.0, question.chance.value + move.moves))
        rows.append(Row((
            say(places.cite([move.evidence]), " ", quote(shorten(places.evidence[move.evidence].quote, 160))),
            say(link(name_question(question, situation), places.open_question(question.id))),
            say(format_chance(question.chance)),
            say(format_percent(after)),
        )))  # fmt: skip
    head = (say("sentence"), say("question"), say("chance with it"), say("without it"))
    return Table("Sentences by how far an answer hangs on them.", head, tuple(rows), numbers=(2, 3))


def write_comparison(situation: Situation, forecast: Forecast, other: Forecast, places: Places) -> Section:
    """Two forecasts side by side: the numbers that differ between them, and the questions whose chance does."""
    blocks: list[Block] = []
    numbers = tuple(compare_numbers(situation, other.situation, places))
    if numbers:
        columns = (say("number"), say("here"), say("compared with"))
        blocks.append(Table("Numbers that differ.", columns, numbers, dense=True))
    questions = tuple(compare_questions(situation, forecast, other, places))
    if questions:
        head = (say("question"), say("here"), say("compared with"), say("difference"))
        blocks.append(Table("Questions whose chance differs.", head, questions, numbers=(1, 2, 3)))
    else:
        blocks.append(Paragraph(say("No chance differs by half a percentage point or more.")))
    return Section("what-if", "What if", tuple(blocks), ("model",), MODEL_LABEL)


def compare_numbers(situation: Situation, other: Situation, places: Places) -> Iterator[Row]:
    theirs = dict(reversed(list(other.quantities())))
    seen: set[str] = set()
    for path, quantity in situation.quantities():
        if path in seen or theirs.get(path) == quantity:
            continue
        seen.add(path)
        rival = theirs.get(path)
        yield Row((say(link(tidy(path), places.paths[path])), describe_number(quantity), describe_number(rival)))


def describe_number(quantity: Quantity | None) -> Words:
    if quantity is None:
        return say(soften("not there"))
    return say(
        stress(format_quantity(quantity)),
        f" {tidy(quantity.unit)}; {ORIGINS[quantity.origin]}: {tidy(quantity.because)}",
    )


def compare_questions(situation: Situation, forecast: Forecast, other: Forecast, places: Places) -> Iterator[Row]:
    for question in forecast.questions:
        rival = next((q for q in other.questions if q.label == question.label), None)
        if rival is None or question.chance is None or rival.chance is None:
            if has_chance(question) != has_chance(rival):
                yield compare_question(question, rival, situation, places)
        elif abs(rival.chance.value - question.chance.value) >= MOVED:
            yield compare_question(question, rival, situation, places)


def has_chance(question: Question | None) -> bool:
    return question is not None and question.chance is not None


def compare_question(question: Question, rival: Question | None, situation: Situation, places: Places) -> Row:
    here, there = question.chance, rival.chance if rival else None
    points = f"{100 * (there.value - here.value):+.1f} points" if here and there else ""
    return Row((
        say(link(name_question(question, situation), places.open_question(question.id))),
        say(format_chance(here) if here else "no chance given"),
        say(format_chance(there) if there else "no chance given"),
        say(points.replace("-", "−")),
    ))  # fmt: skip
