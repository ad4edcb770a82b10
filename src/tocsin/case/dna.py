"""The positions as an event list of the Discourse Network Analyzer, for rDNA and all that reads its CSV."""

from tocsin.records.coding import Coding, Position
from tocsin.records.document import Document

COLUMNS = (
    "statement_id", "time", "person", "organization", "concept", "agreement", "start_position", "stop_position", "text",
    "coder", "document_id", "document_title", "document_author", "document_source", "document_section", "document_type",
)  # fmt: skip
AGREEMENT = {"support": 1, "oppose": 0}


def write_event_list(coding: Coding, *, no_text: bool = False) -> tuple[str, int]:
    """The text of the file, and how many positions have no place in it.

    DNA knows agreement and disagreement only, so that positions that are open, conditional or neutral are left out.
    Its offsets count UTF-16 units, as Java does; semicolons become commas and double quotation marks single ones.

    **Source** the columns and their marks as DNA 3 writes them (Leifeld, leifeld/dna, Exporter, event list).
    """
    documents = {d.id: (number, d) for number, d in enumerate(coding.documents, 1)}
    proposals = {i.id: i.proposal for i in coding.issues}
    people = {a.name for a in coding.actors if a.type == "person"}
    coders = {coder: number for number, coder in enumerate(sorted({p.coder for p in coding.positions}), 1)}
    lines = [";".join(f'"{name}"' for name in COLUMNS)]
    for position in coding.positions:
        if position.stance in AGREEMENT:
            number, document = documents[position.document]
            who = name_holder(position, people)
            words = "" if no_text else position.evidence.quote
            lines.append(";".join([
                str(len(lines)), f"{document.published} 00:00:00" if document.published else "", *map(mark, who),
                mark(proposals[position.issue]), str(AGREEMENT[position.stance]), *find_offsets(position, document),
                mark(words), str(coders[position.coder]), str(number), mark("" if no_text else document.title or ""),
                mark(""), mark(document.source), mark(""), mark(""),
            ]))  # fmt: skip
    return "\n".join(lines) + "\n", sum(p.stance not in AGREEMENT for p in coding.positions)


def name_holder(position: Position, people: set[str]) -> tuple[str, str]:
    """The person, where it is one, and the organisation or state."""
    if position.actor in people:
        return position.actor, position.on_behalf_of or ""
    return "", position.actor


def find_offsets(position: Position, document: Document) -> tuple[str, str]:
    span = position.evidence
    return str(count_units(document.text[: span.start])), str(count_units(document.text[: span.end]))


def count_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def mark(text: str) -> str:
    return '"' + " ".join(text.replace(";", ",").replace('"', "'").split()) + '"'
