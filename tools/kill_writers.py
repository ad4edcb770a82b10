"""Kill processes that write corrections, at random moments: kill_writers.py CASE [ROUNDS] [SEED].

Each round starts a process that accepts, rejects, edits and undoes without pause, and says each correction only when
the case has it; after up to three of them and up to 10 milliseconds more it is killed (SIGKILL). Afterwards every
correction that was said must be in the log, at most one more for each kill, and the file must be whole. Prints the
counts as JSON; fails otherwise.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from tocsin.case.check import check_case
from tocsin.case.decide import Change, change_record, confirm_record, decide, find_current, take_back
from tocsin.case.store import Case, load_coding, open_case
from tocsin.errors import InputError
from tocsin.records.coding import AnyRecord
from tocsin.records.correction import Action, Correction
from tocsin.records.quantity import Quantity

LONGEST, MOST = 0.01, 3


def stream_corrections(path: Path, say: int, seed: int) -> None:
    """Decide about random records until somebody ends this process."""
    chance = random.Random(seed)
    with open_case(path) as case:
        records = [r.id for r in load_coding(case).records]
        while True:
            for line in decide_once(case, chance, chance.choice(records)):
                os.write(say, f"{line.id}\n".encode())


def decide_once(case: Case, chance: random.Random, id: str) -> list[Correction]:
    by = chance.choice(["anna", "ben"])
    record = find_current(case, id)
    if chance.random() < 0.2:
        try:
            return [take_back(case, by, chance.choice(["undo", "redo"]))]
        except InputError:
            return []
    if record is None or isinstance(record, Quantity):
        return []
    edited = change_record(record, by, {"certainty": round(chance.random(), 2)}, None, "read again")
    choices: list[tuple[Action, AnyRecord | None]] = [
        ("accept", confirm_record(record, by)), ("reject", None), ("edit", edited),
    ]  # fmt: skip
    action, after = chance.choice(choices)
    return decide(case, by, action, [Change(id, after, record.document)])


def kill_once(path: Path, chance: random.Random) -> set[str]:
    """Start a writer, kill it after a moment, and return what it said it had written."""
    listen, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            stream_corrections(path, say, chance.randrange(2**32))
        finally:
            os._exit(1)
    os.close(say)
    wanted, said = chance.randint(0, MOST), b""
    while said.count(b"\n") < wanted and (more := os.read(listen, 4096)):
        said += more
    time.sleep(chance.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(listen, "rb") as rest:
        said += rest.read()
    return {line.decode() for line in said.split(b"\n") if line}


def main(path: Path, rounds: int = 200, seed: int = 7) -> int:
    chance = random.Random(seed)
    said: set[str] = set()
    idle = 0
    for _ in range(rounds):
        now = kill_once(path, chance)
        idle += not now
        said |= now
    with open_case(path) as case:
        kept = {row[0] for row in case.sql.execute("SELECT id FROM log")}
        wrong = list(check_case(case))
    lost, silent = len(said - kept), len(kept - said)
    counts = {"kills": rounds, "said": len(said), "kept": len(kept), "lost": lost, "unsaid": silent, "idle": idle}
    print(json.dumps(counts | {"wrong": wrong}))
    return int(bool(lost or wrong or silent > rounds))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
