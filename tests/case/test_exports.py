"""Exports, read by the programs that others would read them with."""

import csv
import json
import zipfile
from pathlib import Path

import networkx
import pandas
import pytest
from pyrefiqda import RefiProject

from tocsin.case.add import add_sources
from tocsin.case.correct import correct_coding
from tocsin.case.decide import Change, confirm_record, decide
from tocsin.case.exports import export_case
from tocsin.case.store import Case, create_case, load_coding, load_log
from tocsin.errors import InputError
from tocsin.files import load
from tocsin.records.coding import Coding

KINDS = {"actor", "issue", "statement", "position", "threat"}


@pytest.fixture
def reviewed(case: Case, harbour: Coding) -> Case:
    """The harbour, with its threat rejected and its first position accepted."""
    threat, position = harbour.threats[0], harbour.positions[0]
    decide(case, "anna", "reject", [Change(threat.id, None, threat.document)])
    decide(case, "anna", "accept", [Change(position.id, confirm_record(position, "anna"), position.document)])
    return case


def test_csv_has_a_table_for_each_kind_and_every_row_leads_back(
    reviewed: Case, harbour: Coding, tmp_path: Path
) -> None:
    written = export_case(reviewed, "csv", tmp_path / "tables")
    assert {p.stem for p in written} == KINDS - {"threat"}
    frame = pandas.read_csv(tmp_path / "tables" / "position.csv")
    text = harbour.documents[0].text
    assert [text[s:e] for s, e in zip(frame.start, frame.end, strict=True)] == list(frame.quote)
    assert list(frame.status) == ["accepted", "proposed"]
    assert list(frame.decided_by.fillna("")) == ["anna", ""]
    assert set(frame.document) == {harbour.documents[0].id}


def test_json_lines_hold_the_same_rows(reviewed: Case, tmp_path: Path) -> None:
    (path,) = export_case(reviewed, "jsonl", tmp_path / "rows")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {row["kind"] for row in rows} == KINDS - {"threat"}
    assert len(rows) == 5


def test_parquet_is_read_by_pandas_with_its_types(reviewed: Case, tmp_path: Path) -> None:
    export_case(reviewed, "parquet", tmp_path / "tables")
    frame = pandas.read_parquet(tmp_path / "tables" / "statement.parquet")
    assert frame.dtypes["start"] == "int64"
    assert frame.dtypes["certainty"] == "float64"
    assert frame.dtypes["direct"] == "bool"
    assert frame.speaker[0] == "Mira Oss"


def test_graphml_is_a_network_with_signs(case: Case, tmp_path: Path) -> None:
    (path,) = export_case(case, "graphml", tmp_path / "net")
    graph = networkx.read_graphml(path, force_multigraph=True)
    ties = {(a, b, d["kind"], d["sign"]) for a, b, d in graph.edges(data=True)}
    assert ties == {
        ("Aldania", "issue: close the harbour", "position", 1),
        ("Borsk", "issue: close the harbour", "position", -1),
        ("Borsk", "Aldania", "threat", -1),
    }
    assert graph.nodes["Aldania"]["type"] == "state"
    assert graph.nodes["issue: close the harbour"]["kind"] == "issue"


def test_gexf_has_days_and_no_negative_weight(case: Case, tmp_path: Path) -> None:
    (path,) = export_case(case, "gexf", tmp_path / "net")
    graph = networkx.read_gexf(path, version="1.3")
    assert graph.number_of_edges() == 3
    for _, _, tie in graph.edges(data=True):
        assert tie["weight"] == 1.0
        assert tie["day"] == "2031-05-03"
    assert sorted(tie["sign"] for _, _, tie in graph.edges(data=True)) == [-1, -1, 1]


def test_the_event_list_has_the_columns_and_the_offsets_of_dna(case: Case, harbour: Coding, tmp_path: Path) -> None:
    (path,) = export_case(case, "dna", tmp_path / "events")
    rows = list(csv.DictReader(path.open(encoding="utf-8"), delimiter=";"))
    assert [(r["organization"], r["concept"], r["agreement"], r["time"]) for r in rows] == [
        ("Aldania", "close the harbour", "1", "2031-05-03 00:00:00"),
        ("Borsk", "close the harbour", "0", "2031-05-03 00:00:00"),
    ]
    units = harbour.documents[0].text.encode("utf-16-le")
    for row in rows:
        start, stop = int(row["start_position"]), int(row["stop_position"])
        assert units[2 * start : 2 * stop].decode("utf-16-le") == row["text"]


def test_qdpx_is_read_by_a_parser_made_from_the_schema(
    reviewed: Case, harbour: Coding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (path,) = export_case(reviewed, "qdpx", tmp_path / "project")
    project = RefiProject.load(path)
    source = project.sources.text_source[0]
    with zipfile.ZipFile(path) as archive:
        text = archive.read("sources/" + source.plain_text_path.removeprefix("internal://")).decode()
    assert text == harbour.documents[0].text
    names = {code.guid: code.name for top in project.code_book.codes.code for code in [top, *top.code]}
    coded = {
        (names[s.coding[0].code_ref.target_guid], text[s.start_position : s.end_position])
        for s in source.plain_text_selection
    }
    assert ("position: oppose", "Borsk is against closing the harbour.") in coded
    assert len(source.plain_text_selection) == 5


def test_without_text_no_word_of_the_articles_leaves(case: Case, harbour: Coding, tmp_path: Path) -> None:
    for form in ("csv", "jsonl", "graphml", "gexf", "dna"):
        for path in export_case(case, form, tmp_path / f"{form}-out", no_text=True):
            content = path.read_text(encoding="utf-8")
            assert not any(r.evidence.quote in content for r in harbour.records if r.kind != "actor"), path
    with pytest.raises(InputError, match="made of the articles' texts"):
        export_case(case, "qdpx", tmp_path / "x.qdpx", no_text=True)


def test_the_stages_make_the_case_again(reviewed: Case, tmp_path: Path) -> None:
    written = {p.name: str(p) for p in export_case(reviewed, "stages", tmp_path / "out")}
    with create_case(tmp_path / "again.case") as again:
        added = add_sources(again, [written["coding.jsonl"], written["corrections.jsonl"]])
        assert (len(added.documents), added.corrections) == (1, 2)
        assert load_coding(again) == load_coding(reviewed)
        assert load_log(again) == load_log(reviewed)
    assert load(written["corrected.jsonl"]) == correct_coding(load_coding(reviewed), load_log(reviewed))


def test_text_that_xml_cannot_hold_is_replaced(tmp_path: Path, harbour: Coding) -> None:
    actor = harbour.actors[0].model_copy(update={"name": "Ald\x00ania <b>&\ufffe"})
    coding = Coding(documents=harbour.documents, records=(actor,))
    from tocsin.case.graphs import write_gexf, write_graphml
    from tocsin.case.network import make_network

    (tmp_path / "a.graphml").write_text(write_graphml(make_network(coding)), encoding="utf-8")
    assert list(networkx.read_graphml(tmp_path / "a.graphml").nodes) == ["Ald\ufffdania <b>&\ufffd"]
    assert "Ald\ufffdania" in write_gexf(make_network(coding))
