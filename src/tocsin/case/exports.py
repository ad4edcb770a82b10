"""Write a case in the formats of other programs, and in our own: the stages, from which a case can be made again."""

from collections.abc import Callable
from pathlib import Path

from tocsin.case.correct import correct_coding
from tocsin.case.dna import write_event_list
from tocsin.case.graphs import write_gexf, write_graphml
from tocsin.case.network import make_network
from tocsin.case.qdpx import write_qdpx
from tocsin.case.store import Case, load_coding, load_log
from tocsin.case.tables import list_rows, write_csv, write_jsonl, write_parquet
from tocsin.errors import InputError, NothingFound
from tocsin.files import explain_unwritable, make_folder, write_file
from tocsin.formats import format_stage, write_line
from tocsin.records.coding import Coding

SUFFIXES = {"jsonl": ".jsonl", "graphml": ".graphml", "gexf": ".gexf", "dna": ".csv", "qdpx": ".qdpx"}
Content = str | bytes


def export_case(case: Case, form: str, target: Path, *, no_text: bool = False) -> list[Path]:
    """Write a case as `form` to `target`, a folder for csv, parquet and stages, else a file; returns the files written.

    Raises NothingFound for an empty case, InputError where `no_text` is asked of a form that is made of text.
    """
    if no_text and form in ("qdpx", "stages"):
        raise InputError(f"export {form}", "this form is made of the articles' texts", "Leave --no-text out")
    coding = correct_coding(load_coding(case), load_log(case))
    if not coding.documents:
        raise NothingFound(str(case.path), "there is no article in the case", "Add one first")
    if form in SUFFIXES:
        path = target if target.suffix else target.with_suffix(SUFFIXES[form])
        write_content(path, write_form(case, coding, form, no_text))
        return [path]
    contents = write_stages(case, coding) if form == "stages" else write_tables(case, form, no_text)
    make_folder(target)
    for name, content in contents.items():
        write_content(target / name, content)
    return [target / name for name in contents]


def write_form(case: Case, coding: Coding, form: str, no_text: bool) -> Content:
    writers: dict[str, Callable[[], Content]] = {
        "jsonl": lambda: write_jsonl(list_rows(case, no_text=no_text)),
        "graphml": lambda: write_graphml(make_network(coding, no_text=no_text)),
        "gexf": lambda: write_gexf(make_network(coding, no_text=no_text)),
        "dna": lambda: write_event_list(coding, no_text=no_text)[0],
        "qdpx": lambda: write_qdpx(coding, case.path.stem),
    }
    return writers[form]()


def write_tables(case: Case, form: str, no_text: bool) -> dict[str, Content]:
    write: Callable[[list[dict[str, object]]], Content] = write_csv if form == "csv" else write_parquet
    return {f"{kind}.{form}": write(rows) for kind, rows in list_rows(case, no_text=no_text).items()}


def write_stages(case: Case, coding: Coding) -> dict[str, Content]:
    """documents, coding as it was coded, the log, and what comes of both."""
    texts: dict[str, Content] = {
        "documents.jsonl": format_stage(coding.documents),
        "coding.jsonl": format_stage(load_coding(case)),
        "corrected.jsonl": format_stage(coding),
    }
    log = load_log(case)
    if log:
        texts["corrections.jsonl"] = "".join(write_line(line) + "\n" for line in log)
    return texts


def write_content(path: Path, content: Content) -> None:
    if isinstance(content, str):
        write_file(path, content)
        return
    try:
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise explain_unwritable(path, error) from error
