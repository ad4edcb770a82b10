"""What would change the answers: the sentences to check next, and what would settle them."""

from collections.abc import Iterator, Sequence

from tocsin.briefing.blocks import Block, Figure, Heading, Paragraph, Points, Row, Section, Table
from tocsin.briefing.bottom_line import choose_questions
from tocsin.briefing.leverage_chart import Bar, Tornado, draw_leverage
from tocsin.briefing.places import Places
from tocsin.briefing.sentences import MODEL_LABEL, find_question, format_chance, format_percent, name_question
from tocsin.briefing.words import Words, key, link, quote, say, shorten, soften, tidy
from tocsin.records.forecast import Forecast, Leverage, Question
from tocsin.records.situation import Situation

SHOWN, QUESTIONS, SENTENCES = 16, 4, 4
LEAST, SEEN = 0.0005, 0.005


def write_changes(situation: Situation, forecast: Forecast, places: Places) -> Section | None:
    """The evidence whose loss moves an answer most, and the signs that would settle the first answers."""
    moves = [m for m in forecast.leverage if m.evidence in places.evidence and abs(m.moves) >= LEAST]
    moves = [m for m in moves if has_chance(find_question(forecast, m.question))]
    blocks: list[Block] = list(picture_moves(moves, situation, forecast, places))
    watched = choose_questions(situation, forecast)
    if watched:
        blocks.append(Heading(say("Signs to watch")))
        blocks.append(Points(tuple(watch(q, situation, places) for q in watched)))
    return Section("changes", "What would change it", tuple(blocks), ("model",), MODEL_LABEL) if blocks else None


def has_chance(question: Question | None) -> bool:
    return question is not None and question.chance is not None


def watch(question: Question, situation: Situation, places: Places) -> Words:
    """What would settle a question."""
    name = link(name_question(question, situation), places.open_question(question.id))
    return say(name, ": ", soften(tidy(question.resolved_by)))


def picture_moves(
    moves: Sequence[Leverage], situation: Situation, forecast: Forecast, places: Places
) -> Iterator[Block]:
    """The tornado with its table; the table alone where there is one move only."""
    if not moves:
        return
    yield Paragraph(say(
        "Check these sentences first: if one of them is misread or wrong, the chance moves as shown. ",
        soften("Each bar is the same forecast without the records that rest on that sentence alone."),
    ))  # fmt: skip
    table = tabulate_moves(moves[:SHOWN], situation, forecast, places)
    drawing = draw_leverage(group_moves(moves, situation, forecast, places), "leverage")
    if drawing is None:
        yield table
        return
    caption = say(
        "Black line: the chance as it is, on a scale from 0 to 100%. Bar: where it moves without the sentence, ",
        key("sky"), " up, ", key("orange"), " down. A question that no other sentence carries falls to 0.",
    )  # fmt: skip
    yield Figure(drawing, caption, table, ("model",))


def group_moves(moves: Sequence[Leverage], situation: Situation, forecast: Forecast, places: Places) -> list[Tornado]:
    """The questions that move most, each with its sentences that move it most."""
    groups: dict[str, list[Leverage]] = {}
    for move in (m for m in moves if abs(m.moves) >= SEEN):
        groups.setdefault(move.question, []).append(move)
    ranked = sorted(groups.values(), key=lambda own: -max(abs(m.moves) for m in own))[:QUESTIONS]
    tornados = []
    for own in ranked:
        question = find_question(forecast, own[0].question)
        assert question is not None and question.chance is not None
        value = question.chance.value
        longest = sorted(own, key=lambda m: -abs(m.moves))[:SENTENCES]
        bars = tuple(
            Bar(m.evidence, tidy(places.evidence[m.evidence].quote), value, min(1.0, max(0.0, value + m.moves)))
            for m in longest
        )
        tornados.append(Tornado(name_question(question, situation), places.open_question(question.id), value, bars))
    return tornados


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
            say(link(format_chance(question.chance), places.open_question(question.id))),
            say(format_percent(after)),
        )))  # fmt: skip
    head = (say("sentence"), say("question"), say("chance with it"), say("without it"))
    return Table("Sentences by how far an answer hangs on them.", head, tuple(rows), numbers=(2, 3))
