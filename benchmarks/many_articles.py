"""Five hundred invented articles in one case: many_articles.py CASE [COUNT] adds them, and says how long one takes.

Each article is about two hundred words on one of forty disputes, put together from the sentences below with a seed.
"""

import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tocsin.case.add import add_sources
from tocsin.case.store import create_case, open_case

STATES = (
    "France Germany Poland Sweden Estonia Latvia Lithuania Ukraine Russia Turkey Greece Egypt Ethiopia Sudan Kenya "
    "Rwanda Uganda Tanzania Nigeria Niger Mali Chad Ghana Senegal Japan China India Pakistan Vietnam Indonesia"
).split()
PROPOSALS = (
    "send peacekeepers to {place}", "lift the sanctions on {state}", "close the border with {state}",
    "open the port of {place} to grain ships", "extend the ceasefire in {place}", "deliver missiles to {state}",
    "recall the ambassador from {state}", "hold talks with {state}",
)  # fmt: skip
PLACES = ("Port Selm", "Tarn", "Kassala", "Goma", "Bakhmut", "Idlib", "Agadez", "Aden", "Lamu", "Gao")
OPENINGS = (
    "{a} said on Monday that it wants to {what}.", "The government of {a} proposed to {what}.",
    "{a} called on its partners to {what}.", "“We must {what},” the foreign minister of {a} said on Tuesday.",
)  # fmt: skip
ANSWERS = (
    "{b} is against the plan to {what}.", "{b} refused to {what}.", "{b} said that it supports the proposal to {what}.",
    "{b} did not rule out that it would {what}.", "Officials of {b} said that they had reservations.",
    "If {a} decides to {what}, {b} will cut off its gas supplies, a spokesman warned.",
    "{b} threatened {a} with sanctions.", "{b} and {c} signed an agreement on Wednesday.",
    "{c} promised to defend {b} if it is attacked.", "Soldiers of {b} shelled the outskirts of {place} overnight.",
    "{b} took control of {place} last week.", "{c} delivered 40 tons of grain to {b}.",
    "Commanders of {c} complain of a shortage of ammunition.", "The parliament of {c} condemned the attack.",
    "Thousands of people protested in the capital of {b}.", "{c} is short of fuel and medicine.",
)  # fmt: skip


def write_article(number: int) -> str:
    chance = random.Random(number)
    dispute = random.Random(number % 40)
    a, b, c = dispute.sample(STATES, 3)
    place = dispute.choice(PLACES)
    what = dispute.choice(PROPOSALS).format(place=place, state=dispute.choice(STATES))
    day = date(2024, 1, 1) + timedelta(days=number % 300)
    lines = [chance.choice(OPENINGS)]
    for _ in range(14):
        lines.append(chance.choice(ANSWERS))
        if chance.random() < 0.3:
            a, b, c = b, c, chance.choice([s for s in STATES if s not in (b, c)])
    said = " ".join(line.format(a=a, b=b, c=c, what=what, place=place) for line in lines)
    return f"Report {number}: what {a} wants of {b}\n\n{day:%B} {day.day}, {day.year}. {said}\n"


def main(path: Path, count: int = 500) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"{number:04}.txt").write_text(write_article(number), encoding="utf-8")
        if not path.exists():
            create_case(path).sql.close()
        with open_case(path) as case:
            start = time.process_time()
            added = add_sources(case, [folder])
            seconds = time.process_time() - start
    each = seconds / max(1, len(added.documents))
    print(f"{len(added.documents)} added, {added.known} there already; {each:.2f} s of processor time each")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
