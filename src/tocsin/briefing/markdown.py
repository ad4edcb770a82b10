"""The briefing as Markdown: the same sections, sentences and tables as the page, charts as their tables."""

import re
from collections.abc import Iterator

from tocsin.briefing.blocks import (
    Block,
    Card,
    Figure,
    Filter,
    Heading,
    Judgement,
    Outline,
    Paragraph,
    Points,
    Quotation,
    Section,
    Table,
)  # fmt: skip
from tocsin.briefing.words import TAGS, Piece, Words

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def write_markdown(outline: Outline) -> str:
    """The Markdown twin of an outline."""
    lines = [f"# {escape_text(outline.title)}", "", " · ".join(f"**{escape_text(s)}**" for s in outline.status), ""]
    lines += [" · ".join(mark_words(f) for f in outline.facts), "", mark_words(outline.lead), ""]
    lines += [f"- *{TAGS[voice]}*: {escape_text(meaning)}" for voice, meaning in outline.legend]
    for section in outline.sections:
        lines += ["", *write_section(section)]
    return "\n".join([*lines, "", "---", "", mark_words(outline.foot), ""])


def write_section(section: Section) -> Iterator[str]:
    """A section without its filters, which only a page has."""
    voices = " ".join(TAGS[v] for v in section.voices)
    yield f'<a id="{section.id}"></a>'
    yield ""
    yield f"## {section.title}"
    note = f"{voices} {section.note}".strip()
    if note:
        yield from ("", f"*{escape_text(note)}*")
    for block in section.blocks:
        if isinstance(block, Filter):
            continue
        yield ""
        yield from write_block(block)


def write_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield mark_words(block.words)
        case Heading():
            yield (f'<a id="{block.id}"></a>\n\n' if block.id else "") + f"### {mark_words(block.words)}"
        case Points():
            yield from (f"- {mark_words(item)}" for item in block.items)
        case Judgement():
            yield f"- {mark_words(block.words)}"
            yield f"  - **Confidence {block.level}**: {mark_words(block.reason)}"
        case Table():
            yield from write_table(block)
        case Figure():
            voices = f" *{' '.join(TAGS[v] for v in block.voices)}*" if block.voices else ""
            yield from (f"**{escape_text(block.drawing.title)}**{voices}", "", mark_words(block.caption), "")
            yield from write_table(block.twin)
        case Card():
            yield f'<a id="{block.id}"></a>\n\n### {mark_words(block.title)}'
            for inner in block.blocks:
                yield ""
                yield from write_block(inner)
        case Quotation():
            yield from write_quotation(block)


def write_table(table: Table) -> Iterator[str]:
    yield f"*{escape_text(table.caption)}*"
    yield ""
    yield "| " + " | ".join(mark_words(cell) for cell in table.head) + " |"
    yield "|" + "|".join(" ---: " if n in table.numbers else " --- " for n in range(len(table.head))) + "|"
    for row in table.rows:
        anchor = f'<a id="{row.id}"></a>' if row.id else ""
        yield "| " + anchor + " | ".join(mark_words(cell) for cell in row.cells) + " |"


def write_quotation(block: Quotation) -> Iterator[str]:
    yield f'<a id="{block.id}"></a>**{block.number}**'
    yield ""
    yield f"> {escape_text(block.before)}**{escape_text(block.quote)}**{escape_text(block.after)}"
    yield ""
    yield " · ".join(mark_words(words) for words in (block.who, block.place, block.used) if words)


def mark_words(words: Words) -> str:
    return "".join(mark_piece(piece) for piece in words)


def mark_piece(piece: Piece) -> str:
    text = escape_text(piece.text)
    core = text.strip()
    if piece.mark in ("strong", "reported", "coder", "model") and core:
        around = "**" if piece.mark == "strong" else "*"
        text = text.replace(core, f"{around}{core}{around}", 1)
    if piece.to is None:
        return text
    return f"[{text}]({piece.to if piece.to.startswith(('http://', 'https://')) else '#' + piece.to})"


def escape_text(text: str) -> str:
    """Text with every sign that Markdown or HTML would read taken literally."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split(" ")))
