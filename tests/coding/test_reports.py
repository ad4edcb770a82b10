"""Threats, commitments, control and resources in sentences of many crises, labelled before the rules were tuned."""

import pytest
from tests.coding.reports import KINDS, Report, list_said, load_reports, match_labels


def list_cases() -> list[object]:
    """All reports, those with a known fault marked as such."""
    cases = [report for name in KINDS for report in load_reports(name)]
    return [mark_fault(report) for report in cases]


def mark_fault(report: Report) -> object:
    marks = [pytest.mark.xfail(reason=report.fault, strict=True)] if report.fault is not None else []
    return pytest.param(report, marks=marks, id=f"{report.kind}: {report.text[:60]}")


@pytest.mark.parametrize("report", list_cases())
def test_report_gives_its_records_and_no_others(report: Report) -> None:
    right, said, labelled = match_labels(report)
    assert right == said == labelled, [(r.get("why"), r["evidence"]["quote"]) for r in list_said(report)]


@pytest.mark.parametrize("name", KINDS)
def test_known_faults_are_few(name: str) -> None:
    reports = load_reports(name)
    assert sum(report.fault is not None for report in reports) <= 0.25 * len(reports)
