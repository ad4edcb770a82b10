"""How long worlds take: worlds.py [ARTICLE] prints CPU seconds and memory by worlds, weeks and rules.

Wants a quiet machine: CPU seconds grow too where others use the same cores.
"""

import resource
import sys
import time
from pathlib import Path

import tocsin
from tocsin.forecasting.answers import answer_situation
from tocsin.forecasting.draw import Worlds
from tocsin.forecasting.forecast import forecast_situation
from tocsin.forecasting.horizon import set_horizon
from tocsin.models.process import Effect, Process, Rule, make_luck, run_process
from tocsin.records.situation import Situation

EXAMPLE = Path(__file__).parent.parent / "examples" / "troops.txt"


def time_answers(situation: Situation, draws: int, weeks: int) -> float:
    start = time.process_time()
    answer_situation(Worlds(7, draws), situation, set_horizon(situation.as_of, weeks))
    return time.process_time() - start


def time_rules(rules: int, worlds: int = 10_000, weeks: int = 104) -> float:
    """So many rules, each read anew every week, two facts and a guard each."""
    made = tuple(
        Rule(f"r{n}", (Effect(sets=(f"f{n}",)),), needs=(f"f{n - 1}",) if n % 3 else (), bars=(f"f{n}",), hazard=read)
        for n in range(rules)
    )
    start = time.process_time()
    run_process(Process(made), make_luck(7, worlds), worlds, weeks)
    return time.process_time() - start


def read(state: object) -> float:
    return 0.01


def main() -> None:
    situation = tocsin.assess(tocsin.code(tocsin.read(sys.argv[1] if len(sys.argv) > 1 else EXAMPLE)))
    time_answers(situation, 100, 4)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, wall = time.process_time(), time.time()
    forecast_situation(situation, weeks=104, draws=10_000, version="benchmark")
    spent, waited = time.process_time() - start, time.time() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"whole forecast, 10,000 x 104, with drivers and leverage: {spent:.2f} s CPU, {waited:.2f} s; {peak:.0f} MB,")
    print(f"of which {before:.0f} MB before it (language model and imports; `tocsin forecast` loads no model)")
    print("all questions of the situation, each world run 4 times (CPU seconds)")
    for draws, weeks in ((10_000, 104), (5_000, 104), (20_000, 104), (10_000, 52), (10_000, 208)):
        print(f"{draws:7} worlds x {weeks:3} weeks  {time_answers(situation, draws, weeks):6.2f} s")
    print("rules of one process, 10,000 worlds x 104 weekly steps (CPU seconds)")
    for rules in (6, 12, 24):
        print(f"{rules:7} rules  {time_rules(rules):6.2f} s")


if __name__ == "__main__":
    main()
