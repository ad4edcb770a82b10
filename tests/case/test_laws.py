"""Laws of the log, on any sequence of decisions."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.case.correct import correct_coding, find_decisions, list_effective
from tocsin.case.decide import Change, confirm_record, decide, find_current, take_back
from tocsin.case.merge import merge_case
from tocsin.case.store import Case, add_article, create_case, load_coding, load_log
from tocsin.errors import InputError
from tocsin.records.coding import Coding
from tocsin.records.quantity import Quantity

MOVES = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben"]), st.sampled_from(["accept", "reject", "undo", "redo"]), st.integers(0, 5)
    ),
    max_size=12,
)


def play(case: Case, moves: list[tuple[str, str, int]]) -> None:
    records = load_coding(case).records
    for by, move, number in moves:
        record = find_current(case, records[number].id)
        try:
            if move in ("undo", "redo"):
                take_back(case, by, "undo" if move == "undo" else "redo")
            elif record is not None and not isinstance(record, Quantity):
                after = confirm_record(record, by) if move == "accept" else None
                decide(case, by, "accept" if after else "reject", [Change(record.id, after, record.document)])
        except InputError:
            continue


@settings(max_examples=40, deadline=None)
@given(moves=MOVES, seed=st.integers(0, 99))
def test_the_order_of_the_lines_given_does_not_matter(
    moves: list[tuple[str, str, int]], seed: int, harbour: Coding
) -> None:
    with TemporaryDirectory() as folder, create_case(Path(folder, "a.case")) as case:
        add_article(case, harbour.documents[0], harbour.records, "hand")
        play(case, moves)
        log = load_log(case)
        shuffled = random.Random(seed).sample(log, len(log))
        assert correct_coding(harbour, shuffled) == correct_coding(harbour, log)
        view = case.sql.execute("SELECT record, action FROM decisions").fetchall()
        assert dict(view) == {about: line.action for about, line in find_decisions(log).items()}
        for by in ("anna", "ben"):
            while any(line.by == by for line in list_effective(load_log(case))):
                take_back(case, by, "undo")
        assert correct_coding(harbour, load_log(case)) == harbour


@settings(max_examples=25, deadline=None)
@given(first=MOVES, second=MOVES)
def test_merging_is_a_union_in_any_order_and_any_number_of_times(
    first: list[tuple[str, str, int]], second: list[tuple[str, str, int]], harbour: Coding
) -> None:
    with TemporaryDirectory() as folder:
        cases = []
        for name, moves in (("a", first), ("b", second), ("c", []), ("d", [])):
            case = create_case(Path(folder, name))
            add_article(case, harbour.documents[0], harbour.records, "hand")
            play(case, moves)
            cases.append(case)
        a, b, c, d = cases
        for into, sources in ((c, (a, b, a)), (d, (b, a))):
            for source in sources:
                merge_case(into, source)
        assert load_log(c) == load_log(d)
        assert {line.id for line in load_log(c)} == {line.id for line in [*load_log(a), *load_log(b)]}
        for case in cases:
            case.sql.close()
