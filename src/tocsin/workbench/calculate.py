"""The process beside the page: it adds articles, forecasts and writes briefings, so that the page never waits.

`python -m tocsin.workbench.calculate CASE` takes one JSON object a line on standard input, and answers each with lines
on standard output: any number of {"step": words}, then one {"done": ...} or {"error": words}. It ends with its input.
"""

import base64
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tocsin.briefing.sentences import name_question
from tocsin.briefing.write import write_briefing
from tocsin.case.add import Added, add_address, add_content
from tocsin.case.answer import answer_case, assess_case
from tocsin.case.headline import list_headlines, load_forecast, tell_move
from tocsin.case.store import Case, open_case
from tocsin.case.summary import count_reviewed
from tocsin.errors import TocsinError
from tocsin.flow import forecast
from tocsin.records.forecast import Chance, Forecast

Say = Callable[[str], None]
Job = dict[str, Any]


def answer(case: Case, job: Job, say: Say) -> Job:
    """Forecast the case as it stands, and say how the headline moved."""
    earlier = list_headlines(case)
    _, headline = answer_case(case, say)
    before = [h for h in earlier if h.log != headline.log]
    return {"log": headline.log, "move": tell_move(before[-1] if before else None, headline)}


def add(case: Case, job: Job, say: Say) -> Job:
    say(f"reading and coding {job['name']}")
    return tell_added(add_content(case, base64.b64decode(job["content"]), job["name"], job.get("published")))


def fetch(case: Case, job: Job, say: Say) -> Job:
    say(f"fetching {job['address']}")
    return tell_added(add_address(case, job["address"], job.get("published")))


def tell_added(added: Added) -> Job:
    documents = [d.id for d in added.documents]
    return {"documents": documents, "known": added.known, "failures": [str(f) for f in added.failures]}


def run(case: Case, job: Job, say: Say) -> Job:
    """Forecast with other settings and suppositions, beside the same settings without the suppositions."""
    settings: dict[str, Any] = {name: int(job[name]) for name in ("weeks", "draws", "seed")}
    plain = assess_case(case, say)
    supposed = plain
    for number in job["suppose"]:
        supposed = supposed.suppose(**number)
    say(f"forecasting {settings['draws']} worlds")
    here = forecast(plain, **settings)
    if supposed is plain:
        return {"settings": settings, "suppose": [], "rows": compare(here, here)}
    say(f"forecasting {settings['draws']} worlds with what is supposed")
    return {"settings": settings, "suppose": job["suppose"], "rows": compare(here, forecast(supposed, **settings))}


def compare(here: Forecast, there: Forecast) -> list[Job]:
    """Each question of either forecast with both chances; the greatest difference first."""
    others = {q.label: q for q in there.questions}
    rows = []
    for question in here.questions:
        other = others.pop(question.label, None)
        pair = question.chance, other.chance if other else None
        rows.append(tell_row(name_question(question, here.situation), *pair))
    rows += [tell_row(name_question(q, there.situation), None, q.chance) for q in others.values()]
    return sorted((r for r in rows if r["here"] or r["there"]), key=lambda r: -abs(r["points"] or 0))


def tell_row(name: str, here: Chance | None, there: Chance | None) -> Job:
    points = 100 * (there.value - here.value) if here and there else None
    shown = [c.model_dump(include={"value", "low", "high"}) if c else None for c in (here, there)]
    return {"name": name, "here": shown[0], "there": shown[1], "points": points}


def brief(case: Case, job: Job, say: Say) -> Job:
    """The briefing of the newest forecast; forecasts first where corrections came since."""
    found = load_forecast(case)
    made = found[0] if found is not None and found[1] else answer_case(case, say)[0]
    say("writing the briefing")
    briefing = write_briefing(made.situation, made, reviewed=count_reviewed(case))
    return {"html": briefing.html, "markdown": briefing.markdown, "bottom_line": briefing.bottom_line}


JOBS: dict[str, Callable[[Case, Job, Say], Job]] = {
    "answer": answer, "add": add, "fetch": fetch, "run": run, "brief": brief,
}  # fmt: skip


def main(path: Path) -> None:
    out = sys.stdout
    sys.stdout = sys.stderr

    def tell(**message: object) -> None:
        out.write(json.dumps(message) + "\n")
        out.flush()

    with open_case(path) as case:
        for line in sys.stdin:
            job = json.loads(line)
            try:
                done = JOBS[job["job"]](case, job, lambda step: tell(step=step))
                tell(done=done)
            except TocsinError as error:
                tell(error=str(error))
            except Exception as error:
                tell(error=f"this failed unexpectedly ({error!r}); nothing was lost")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except BrokenPipeError:
        sys.exit()  # the page was closed: nobody waits for the answer
    except TocsinError as error:
        sys.exit(f"tocsin: {error}")
