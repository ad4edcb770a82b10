"""Corrections: new lines, never edits; what later stages see is the coder's records with the log applied."""

import sqlite3
from collections.abc import Callable

import pytest

from tocsin.case.check import check_case
from tocsin.case.correct import correct_coding, find_decisions, find_settings, find_status
from tocsin.case.decide import Change, Overtaken, change_record, confirm_record, decide, set_number, take_back
from tocsin.case.store import Case, load_coding, load_log
from tocsin.errors import InputError
from tocsin.records.coding import AnyRecord, Coding
from tocsin.records.frozen import Span
from tocsin.records.quantity import Quantity

OfKind = Callable[[Coding, str], AnyRecord]


def accept(case: Case, record: AnyRecord, by: str = "anna") -> None:
    decide(case, by, "accept", [Change(record.id, confirm_record(record, by), record.document)])


def reject(case: Case, record: AnyRecord, by: str = "anna") -> None:
    decide(case, by, "reject", [Change(record.id, None, record.document)])


def corrected(case: Case) -> Coding:
    return correct_coding(load_coding(case), load_log(case))


def test_a_case_gives_back_what_was_put_in(case: Case, harbour: Coding) -> None:
    assert load_coding(case) == harbour
    assert corrected(case) == harbour


def test_accepting_makes_a_record_the_persons_and_more_certain(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    accept(case, of_kind(harbour, "threat"))
    threat = of_kind(corrected(case), "threat")
    assert (threat.coder, threat.certainty) == ("person:anna", 0.95)
    assert load_log(case)[0].before == of_kind(harbour, "threat")


def test_the_coders_records_stay_as_they_were(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    reject(case, of_kind(harbour, "threat"))
    assert load_coding(case) == harbour
    assert not corrected(case).threats


def test_an_edit_keeps_the_id_and_says_what_it_replaces(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    position = of_kind(harbour, "position")
    edited = change_record(position, "anna", {"stance": "open"}, None, "she only asks")
    decide(case, "anna", "edit", [Change(position.id, edited, position.document)])
    now = of_kind(corrected(case), "position")
    assert (now.id, now.stance, now.why) == (position.id, "open", "she only asks; before: by hand")
    assert load_log(case)[0].before == position


def test_other_words_move_the_quotation_and_the_content_with_it(harbour: Coding, of_kind: OfKind) -> None:
    document = harbour.documents[0]
    start = document.text.index("Borsk will recall")
    span = Span(start=start, end=start + 17, quote=document.text[start : start + 17])
    edited = change_record(of_kind(harbour, "statement"), "anna", {}, span, "")
    assert (edited.evidence, edited.content) == (span, span)


def test_words_that_are_not_there_are_refused(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    wrong = of_kind(harbour, "threat").model_copy(update={"evidence": Span(start=0, end=5, quote="Borsk")})
    with pytest.raises(InputError, match="characters 0 to 5"):
        decide(case, "anna", "edit", [Change(wrong.id, wrong, wrong.document)])
    assert load_log(case) == []


def test_a_field_that_cannot_be_is_told_in_plain_words(harbour: Coding, of_kind: OfKind) -> None:
    with pytest.raises(InputError, match="stance"):
        change_record(of_kind(harbour, "position"), "anna", {"stance": "furious"}, None, "")


def test_positions_fall_with_their_issue_and_outlive_their_statement(
    case: Case, harbour: Coding, of_kind: OfKind
) -> None:
    reject(case, of_kind(harbour, "statement"))
    assert [p.statement for p in corrected(case).positions] == [None, None]
    reject(case, of_kind(harbour, "issue"))
    assert not corrected(case).positions


def test_undo_and_redo_go_step_by_step_for_each_person(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    threat, position = of_kind(harbour, "threat"), of_kind(harbour, "position")
    reject(case, threat)
    accept(case, position, "ben")
    accept(case, of_kind(harbour, "issue"))
    take_back(case, "anna", "undo")
    take_back(case, "anna", "undo")
    assert of_kind(corrected(case), "threat") == threat
    assert of_kind(corrected(case), "position").coder == "person:ben"
    take_back(case, "anna", "redo")
    assert not corrected(case).threats
    take_back(case, "anna", "redo")
    with pytest.raises(InputError, match="nothing to redo"):
        take_back(case, "anna", "redo")
    assert len(load_log(case)) == 7


def test_a_new_decision_ends_what_can_be_redone(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    accept(case, of_kind(harbour, "threat"))
    take_back(case, "anna", "undo")
    reject(case, of_kind(harbour, "issue"))
    with pytest.raises(InputError, match="nothing to redo"):
        take_back(case, "anna", "redo")


def test_several_accepted_in_one_go_are_one_step(case: Case, harbour: Coding) -> None:
    changes = [Change(r.id, confirm_record(r, "anna"), r.document) for r in harbour.records]
    decide(case, "anna", "accept", changes)
    assert {r.coder for r in corrected(case).records} == {"person:anna"}
    take_back(case, "anna", "undo")
    assert corrected(case) == harbour


def test_who_decides_on_an_old_page_is_told(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    threat = of_kind(harbour, "threat")
    accept(case, threat, "ben")
    with pytest.raises(Overtaken, match="ben decided otherwise"):
        decide(case, "anna", "reject", [Change(threat.id, None, threat.document, seen="")])
    assert len(load_log(case)) == 1


def test_all_or_none_of_a_step_is_written(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    threat, issue = of_kind(harbour, "threat"), of_kind(harbour, "issue")
    with pytest.raises(Overtaken):
        decide(case, "a", "reject", [Change(issue.id, None, issue.document), Change(threat.id, None, None, seen="x")])
    assert load_log(case) == []


def test_numbers_are_set_and_given_back(case: Case) -> None:
    number = Quantity(low=0.1, likely=0.2, high=0.3, unit="chance", origin="analyst", because="a summit is set")
    set_number(case, "anna", "clock", number)
    assert find_settings(load_log(case)) == {"clock": number}
    set_number(case, "anna", "clock", None)
    assert find_settings(load_log(case)) == {}
    take_back(case, "anna", "undo")
    assert find_settings(load_log(case)) == {"clock": number}


@pytest.mark.parametrize("table", ["log", "records", "documents"])
def test_the_file_refuses_to_change_or_lose_a_line(case: Case, harbour: Coding, of_kind: OfKind, table: str) -> None:
    accept(case, of_kind(harbour, "threat"))
    for statement in (f"UPDATE {table} SET id = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            case.sql.execute(statement)


def test_the_views_of_the_file_say_what_the_functions_say(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    accept(case, of_kind(harbour, "threat"))
    reject(case, of_kind(harbour, "issue"), "ben")
    reject(case, of_kind(harbour, "actor"))
    take_back(case, "anna", "undo")
    decisions = find_decisions(load_log(case))
    view = dict(case.sql.execute("SELECT record, action FROM decisions").fetchall())
    assert view == {about: line.action for about, line in decisions.items()}
    assert [find_status(r, decisions.get(r.id)) for r in harbour.records] == [
        "proposed", "rejected", "proposed", "proposed", "proposed", "accepted",
    ]  # fmt: skip


def test_check_finds_a_line_that_somebody_forged(case: Case, harbour: Coding, of_kind: OfKind) -> None:
    accept(case, of_kind(harbour, "threat"))
    assert list(check_case(case)) == []
    case.sql.execute("DROP TRIGGER no_line_changes")
    case.sql.execute("UPDATE log SET line = replace(line, 'person:anna', 'person:eve')")
    assert any("not as it was written" in wrong for wrong in check_case(case))
