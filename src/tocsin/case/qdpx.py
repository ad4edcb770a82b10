"""The corrected coding as a REFI-QDA project, for programs of qualitative analysis."""

import io
import uuid
import zipfile
from xml.etree import ElementTree as Xml

from tocsin.case.graphs import clean, write_xml
from tocsin.records.coding import KINDS, AnyRecord, Coding
from tocsin.records.document import Document

NAMESPACE = uuid.UUID("6f1c2d6e-0f5b-5c57-9d0a-7a6f0f5f7f11")
WHEN = (1980, 1, 1, 0, 0, 0)
PARTS = {
    "position": "stance", "event": "type", "commitment": "tie", "control": "change", "resource": "status",
    "actor": "type",
}  # fmt: skip
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442", "#999999", "#000000")


def write_qdpx(coding: Coding, name: str) -> bytes:
    """A .qdpx: a zip with project.qde and each article as UTF-8 text; same coding, same bytes.

    Each record is a selection coded with its kind and, below that, its stance, type, tie, change or status.
    Offsets are code points, as the standard has them.

    **Source** REFI-QDA project exchange 1.5 (qdasoftware.org), schema urn:QDA-XML:project:1.0.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        put(archive, "project.qde", write_project(coding, name).encode())
        for document in coding.documents:
            put(archive, f"sources/{name_guid(document.id)}.txt", document.text.encode())
    return out.getvalue()


def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, WHEN)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def name_guid(words: str) -> str:
    return str(uuid.uuid5(NAMESPACE, words))


def write_project(coding: Coding, name: str) -> str:
    root = Xml.Element("Project", xmlns="urn:QDA-XML:project:1.0", name=clean(name), origin="tocsin")
    users = Xml.SubElement(root, "Users")
    for coder in sorted({r.coder for r in coding.records}) or ["rules"]:
        Xml.SubElement(users, "User", guid=name_guid(f"user {coder}"), name=clean(coder))
    codes = Xml.SubElement(Xml.SubElement(root, "CodeBook"), "Codes")
    for number, kind in enumerate(KINDS):
        write_code(codes, coding, kind, COLOURS[number])
    sources = Xml.SubElement(root, "Sources")
    for document in coding.documents:
        write_source(sources, document, [r for r in coding.records if r.document == document.id])
    return write_xml(root)


def write_code(codes: Xml.Element, coding: Coding, kind: str, colour: str) -> None:
    """The code of a kind, with a code below it for each value that occurs."""
    of_kind = Xml.SubElement(codes, "Code", guid=name_guid(f"code {kind}"), name=kind, isCodable="true", color=colour)
    values = sorted({value for r in coding.of_kind(kind) if (value := find_value(r))})
    for value in values:
        guid = name_guid(f"code {kind} {value}")
        Xml.SubElement(of_kind, "Code", guid=guid, name=f"{kind}: {value}", isCodable="true", color=colour)


def find_value(record: AnyRecord) -> str | None:
    part = PARTS.get(record.kind)
    return str(getattr(record, part)) if part else None


def write_source(sources: Xml.Element, document: Document, records: list[AnyRecord]) -> None:
    guid = name_guid(document.id)
    path = f"internal://{guid}.txt"
    source = Xml.SubElement(
        sources, "TextSource", guid=guid, name=clean(document.title or document.source), plainTextPath=path
    )
    for record in records:
        user = name_guid(f"user {record.coder}")
        selection = Xml.SubElement(
            source, "PlainTextSelection", guid=name_guid(f"selection {record.id}"), name=record.id,
            startPosition=str(record.evidence.start), endPosition=str(record.evidence.end), creatingUser=user,
        )  # fmt: skip
        if record.why:
            Xml.SubElement(selection, "Description").text = clean(record.why)
        value = find_value(record)
        code = f"code {record.kind} {value}" if value else f"code {record.kind}"
        coded = Xml.SubElement(selection, "Coding", guid=name_guid(f"coding {record.id}"), creatingUser=user)
        Xml.SubElement(coded, "CodeRef", targetGUID=name_guid(code))
