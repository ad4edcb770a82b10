"""A situation that cannot be run gets an error that names the path; one edited by hand survives a round trip."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError
from tocsin.files import load, save
from tocsin.records.situation import Situation

FIXED = {"low": 0.1, "likely": 0.2, "high": 0.3, "unit": "chance", "origin": "analyst", "because": "set by hand"}
POINTS = FIXED | {"low": 10, "likely": 20, "high": 30, "unit": "points of 100"}


def write_situation() -> dict[str, Any]:
    """A small situation as somebody would write it by hand."""
    stand = {
        "actor": "Alba", "stance": "support", "position": POINTS, "salience": FIXED, "certainty": 1, "evidence": [],
        "records": [],
    }  # fmt: skip
    decision = {
        "body": "League", "rule": "majority", "origin": "analyst", "because": "its charter",
        "members": ["Alba", "Brega"], "silent_position": POINTS,
    }  # fmt: skip
    issue = {
        "id": "i1", "proposal": "send a fleet", "zero": "none", "hundred": "a fleet", "decision": decision,
        "stands": [stand], "line_error": POINTS, "evidence": [], "records": [],
    }  # fmt: skip
    threat = {
        "id": "t1", "by": "Norland", "to": "Alba", "condition": "a fleet comes", "consequence": "war", "issue": "i1",
        "carried_out": FIXED, "certainty": 1, "evidence": [], "records": [],
    }  # fmt: skip
    source = {
        "id": "d1", "title": None, "source": "by hand", "address": None, "published": "2030-01-02",
        "published_from": "given", "words": 1,
    }  # fmt: skip
    lists = ("commitments", "control", "supplies", "events", "statements", "wars", "gaps", "evidence")
    empty: dict[str, Any] = {name: [] for name in lists}
    return {
        **empty, "format": "tocsin/situation/1", "title": "By hand", "as_of": "2030-01-02", "sources": [source],
        "actors": [{"name": "Alba", "type": "state"}], "issues": [issue], "threats": [threat], "clock": FIXED,
        "war_base": FIXED,
    }  # fmt: skip


def test_a_situation_written_by_hand_survives_a_round_trip(tmp_path: Path) -> None:
    path, again = tmp_path / "by_hand.json", tmp_path / "again.json"
    path.write_text(json.dumps(write_situation()), encoding="utf-8")
    situation = load(path)
    assert isinstance(situation, Situation)
    save(situation, again)
    assert load(again) == situation


def break_cycle(s: dict[str, Any]) -> None:
    s["issues"][0]["opens_after"] = "t1"


def break_war(s: dict[str, Any]) -> None:
    war = {"id": "w", "sides": ["Alba", "Brega"], "gaining": "Corva", "evidence": []}
    s["wars"] = [war | {"attacker_wins": FIXED, "force_slope": FIXED}]


MISTAKES: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "threat without an actor": (lambda s: s["threats"][0].update(by=None), r"threats\[0\]\.by: a threat needs"),
    "low above high": (lambda s: s["clock"].update(low=0.9), r"clock: low 0\.9, likely 0\.2"),
    "cycle of conditions": (break_cycle, r"issues\[0\]\.opens_after: a cycle of conditions: i1 waits for t1"),
    "waits for nothing": (lambda s: s["issues"][0].update(opens_after="x"), r"issues\[0\]\.opens_after: x is no"),
    "unknown body": (
        lambda s: s["issues"][0].update(stands=[]) or s.update(actors=[]),
        r"issues\[0\]\.decision\.body: League is unknown",
    ),
    "nobody can satisfy": (
        lambda s: s["issues"][0]["decision"].update(members=[]), r"decision\.members: nobody is a member",
    ),
    "veto of a stranger": (
        lambda s: s["issues"][0]["decision"].update(vetoes=["Corva"]), r"decision\.vetoes: Corva has a veto and is no",
    ),
    "days out of order": (lambda s: s.update(as_of="2029-01-01"), r"as_of: 2029-01-01 lies before sources\[0\]"),
    "deadline in the past": (
        lambda s: s["threats"][0].update(deadline="2029-01-01"), r"threats\[0\]\.deadline: 2029-01-01 lies before",
    ),
    "unknown issue": (lambda s: s["threats"][0].update(issue="i9"), r"threats\[0\]\.issue: i9 is not an issue"),
    "war without a target": (
        lambda s: s["threats"][0].update(to=None, brings_war=True), r"threats\[0\]\.to: a threat of war needs",
    ),
    "gaining side": (break_war, r"wars\[0\]\.gaining: Corva is none"),
    "chance above 1": (
        lambda s: s["threats"][0]["carried_out"].update(likely=2, high=3),
        r"carried out: Norland, war: .* leaves the scale",
    ),
    "twice": (lambda s: s["issues"].append(s["issues"][0]), r"issues\[1\]\.id: i1 stands twice"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_path(name: str, tmp_path: Path) -> None:
    spoil, told = MISTAKES[name]
    situation = json.loads(json.dumps(write_situation()))
    spoil(situation)
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(situation), encoding="utf-8")
    with pytest.raises(FormatError, match=told):
        load(path)
