"""Speed and memory of the models of collective choice: collective_choice.py [--growth] prints CPU seconds.

With --growth, the time of one run by number of actors, and the exponent of its growth.
"""

import resource
import sys
import time
from collections.abc import Callable

import numpy as np

from tocsin.models.challenge import run_challenges
from tocsin.models.compromise import find_compromise
from tocsin.models.election import elect_positions
from tocsin.models.median import find_median
from tocsin.models.pivots import find_pivots
from tocsin.models.power import find_banzhaf, find_shapley_shubik
from tocsin.models.spatial import SpatialRules, run_spatial

RANDOM = np.random.default_rng(7)
TURNS = SpatialRules(still=0.0, most_turns=30)


def draw_table(actors: int, dimensions: int, draws: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Positions and salience (actors x dimensions x draws), capability (actors x draws)."""
    shape = (actors, dimensions, draws)
    return (
        RANDOM.uniform(0, 100, shape),
        RANDOM.uniform(5, 100 / dimensions, shape),
        RANDOM.uniform(1, 100, (actors, draws)),
    )


def run_simple(actors: int, draws: int) -> None:
    """Mean, median, election and consensus."""
    positions, salience, capability = draw_table(actors, 1, draws)
    flat, weights = positions[:, 0], salience[:, 0] * capability
    find_compromise(flat, weights)
    find_median(flat, weights)
    elect_positions(flat, weights)
    find_pivots(flat, np.ones_like(flat), float(actors))


def run_challenge(actors: int, draws: int) -> None:
    positions, salience, capability = draw_table(actors, 1, draws)
    run_challenges(positions[:, 0], salience[:, 0] / 100, capability)


def run_turns(actors: int, dimensions: int, draws: int) -> None:
    run_spatial(*draw_table(actors, dimensions, draws), TURNS)


def run_power(members: int) -> None:
    votes = [1 + n for n in range(members)]
    find_shapley_shubik(votes, sum(votes) * 2 // 3)
    find_banzhaf(votes, sum(votes) * 2 // 3)


def time_run(work: Callable[[], None], repeats: int = 3) -> float:
    """The least CPU seconds of some repeats."""
    best = np.inf
    for _ in range(repeats):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return float(best)


def show_growth() -> None:
    sizes = (5, 10, 20, 40, 80)
    kinds: dict[str, Callable[[int], None]] = {
        "simple, 100 draws": lambda n: run_simple(n, 100),
        "challenge, 100 draws": lambda n: run_challenge(n, 100),
        "spatial, 1 draw x 30 turns": lambda n: run_turns(n, 1, 1),
    }
    for name, work in kinds.items():
        seconds = [time_run(lambda work=work, n=n: work(n)) for n in sizes]  # type: ignore[misc]
        slope = np.polyfit(np.log(sizes[-3:]), np.log(seconds[-3:]), 1)[0]
        longest = max(seconds)
        print(f"{name}: grows as actors ^ {slope:.1f} from 20 to 80")
        for size, cost in zip(sizes, seconds, strict=True):
            print(f"  {size:3d} {cost:8.4f} s {'#' * max(1, round(40 * cost / longest))}")


def main() -> None:
    if "--growth" in sys.argv:
        show_growth()
        return
    rows: dict[str, Callable[[], None]] = {
        "10,000 draws x 10 actors: mean, median, election, consensus": lambda: run_simple(10, 10_000),
        "10,000 draws x 10 actors: one round of challenges": lambda: run_challenge(10, 10_000),
        "1,000 draws x 13 actors x 2 dimensions x 30 turns: spatial": lambda: run_turns(13, 2, 1000),
        "1 run of 80 actors x 30 turns: spatial": lambda: run_turns(80, 1, 1),
        "power of 32 members": lambda: run_power(32),
    }
    for name, work in rows.items():
        print(f"{time_run(work):8.3f} s  {name}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB most memory")


if __name__ == "__main__":
    main()
