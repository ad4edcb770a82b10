"""Learn the certainties of records from labelled articles: calibrate.py [--seen FOLDER ...] [--fresh FOLDER ...].

A folder holds articles as evaluate.py takes them. `--seen`: the rules were written on these articles; their counts
replace those of the table. `--fresh`: no rule was written on them; their counts are added to the table, so run it once
on an article, before its errors are read, and never give an article as both. Counts, not articles, go to
src/tocsin/codebook/certainty.toml. How reliable the certainties are is printed, each article left out in turn.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluate import judge_article, read_labelled
from reliability import Judged, add_tables, count_tried, keep_part, write_reliability

from tocsin.codebook.reliability import Key, Tried, load_reliability

TABLE = Path(__file__).parent.parent / "src" / "tocsin" / "codebook" / "certainty.toml"


def judge_folders(folders: Sequence[Path]) -> list[Judged]:
    """Every record of the labelled articles of some folders, right or wrong."""
    return [
        judged
        for folder in folders
        for name, text, labels, records in read_labelled(folder)
        for judged in judge_article(name, text, labels, records)
    ]


def write_rows(head: str, table: dict[Key, Tried]) -> str:
    """The table with its head as it is and a row for each kind, rule and certainty said."""
    rows = [
        f"  {{ kind = {json.dumps(kind)}, rule = {json.dumps(rule)}, said = {said}, "
        f"fresh = {list(tried.fresh)}, seen = {list(tried.seen)} }},"
        for (kind, rule, said), tried in sorted(table.items())
    ]
    return head + "row = [\n" + "\n".join(rows) + "\n]\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", type=Path, nargs="+", default=[])
    parser.add_argument("--fresh", type=Path, nargs="+", default=[])
    options = parser.parse_args()
    seen, fresh = judge_folders(options.seen), judge_folders(options.fresh)
    if not seen and not fresh:
        print("no labelled article (a .txt beside its .json) in these folders", file=sys.stderr)
        return 1
    for judged, is_fresh in ((seen, False), (fresh, True)):
        if judged:
            print(write_reliability(judged, is_fresh))
    table = load_reliability()
    if seen:
        table = add_tables(keep_part(table, fresh=True), count_tried(seen, fresh=False))
    table = add_tables(table, count_tried(fresh, fresh=True))
    head = TABLE.read_text(encoding="utf-8").split("row = [", 1)[0]
    TABLE.write_text(write_rows(head, {k: t for k, t in table.items() if t != Tried()}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
