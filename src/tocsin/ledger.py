"""The ledger: keep forecasts before the outcome is known, resolve them, score them."""

from collections.abc import Iterable
from pathlib import Path

from tocsin.errors import InputError
from tocsin.files import append_entries, load, read_ledger
from tocsin.forecasting.keeping import keep_forecast
from tocsin.forecasting.scoring import Row, Scores, score_ledger
from tocsin.records.forecast import Forecast
from tocsin.records.frozen import check_days
from tocsin.records.ledger import Entry, KeptLine, KeptQuestion, Resolution

ANSWERS = {"yes": 1.0, "no": 0.0, "void": None}


def add_forecast(ledger: Path, forecast: Forecast) -> list[KeptQuestion | KeptLine]:
    """Append what a forecast says; what the ledger holds already is not kept twice. Returns what was appended."""
    entries = read_ledger(ledger) if ledger.exists() else []
    known = {e.id for e in entries if isinstance(e, KeptQuestion | KeptLine)}
    fresh = [e for e in keep_forecast(forecast) if e.id not in known]
    append_entries(ledger, fresh)
    return fresh


def load_forecast(source: str) -> Forecast:
    """The forecast in a file ('-': standard input). Raises InputError where it holds something else."""
    found = load(source)
    if isinstance(found, Forecast):
        return found
    raise InputError(source, "this is no forecast", "Make one with: tocsin forecast ... --output forecast.json")


def resolve_question(ledger: Path, words: str, outcome: str, on: str, source: str) -> Resolution:
    """Append what became of the one open question with this id, label, or words of its label.

    `outcome` is yes, no or void, or a point from 0 to 100 for where an issue settled. Raises InputError.
    """
    entries = read_ledger(ledger)
    kept = find_kept(entries, words)
    try:
        resolution = Resolution(id=kept.id, outcome=read_outcome(kept, outcome), on=check_days(on), source=source)
    except ValueError as error:
        what = f"'{on}' is no day, or the source is empty"
        raise InputError("ledger resolve", what, "For example: --on 2024-06-30 --source https://...") from error
    append_entries(ledger, [resolution])
    return resolution


def read_outcome(kept: KeptQuestion | KeptLine, words: str) -> float | None:
    if isinstance(kept, KeptQuestion) or words == "void":
        if words in ANSWERS:
            return ANSWERS[words]
        raise InputError("ledger resolve", f"'{words}' is no answer to '{kept.label}'", "Say yes, no or void")
    try:
        point = float(words)
    except ValueError:
        point = -1.0
    if 0 <= point <= 100:
        return point
    raise InputError(
        "ledger resolve", f"'{words}' is no point of '{kept.label}'", "Give a number from 0 to 100, or void"
    )


def find_kept(entries: Iterable[Entry], words: str) -> KeptQuestion | KeptLine:
    kept = [e for e in entries if isinstance(e, KeptQuestion | KeptLine)]
    wanted = set(words.lower().split())
    exact = [e for e in kept if words in (e.id, e.label)]
    fits = exact or [e for e in kept if wanted <= set(e.label.lower().replace(":", " ").replace(",", " ").split())]
    if len(fits) == 1:
        return fits[0]
    named = "; ".join(f"{e.id} {e.label}" for e in (fits or kept)[:8])
    raise InputError("ledger resolve", f"'{words}' fits {len(fits)} questions", f"Name one by its id: {named}")


def score_file(ledger: Path) -> Scores:
    return score_ledger(read_ledger(ledger))


def print_scores(scores: Scores) -> str:
    """The scores as plain text: a table, the calibration, and what may be claimed."""
    lines = [f"{scores.resolved} of {scores.kept} entries resolved.", ""]
    if scores.rows:
        lines.append(f"{'':30}{'n':>5}{'Brier':>9}{'log':>9}{'model better by':>18}")
        lines += [write_row(row) for row in scores.rows]
        lines += ["", f"{'calibration: mean chance':30}{'happened':>10}{'n':>5}"]
        lines += [f"{chance:<30.2f}{share:>10.2f}{number:>5}" for chance, share, number in scores.calibration]
    if scores.lines:
        lines += ["", f"{'where issues settled':30}{'n':>5}{'CRPS':>9}"]
        lines += [f"{name:30}{number:>5}{crps:>9.2f}" for name, number, crps in scores.lines]
    return "\n".join([*lines, "", scores.claim])


def write_row(row: Row) -> str:
    better = "" if row.better_by is None else f"{row.better_by:+.4f}"
    better += "" if row.error is None else f" ({row.error:.4f})"
    return f"{row.name:30}{row.number:>5}{row.brier:>9.4f}{row.log_score:>9.4f}{better:>18}"


def plot_calibration(scores: Scores) -> str:
    """The calibration as an SVG picture: a circle a bin, as large as its number, beside the line of the perfect one."""
    size, left = 320, 50
    marks = [f'<line x1="{left}" y1="{size}" x2="{left + size}" y2="0" stroke="#999" stroke-dasharray="4 4"/>']
    for chance, share, number in scores.calibration:
        x, y, radius = left + size * chance, size * (1 - share), 3 + 2 * number**0.5
        marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f6f8b" fill-opacity="0.6"/>')
        marks.append(f'<text x="{x + radius + 3:.1f}" y="{y + 4:.1f}" font-size="11">{number}</text>')
    ticks = "".join(
        f'<text x="{left + size * t / 4:.0f}" y="{size + 16}" font-size="11" text-anchor="middle">{25 * t}%</text>'
        f'<text x="{left - 6}" y="{size - size * t / 4 + 4:.0f}" font-size="11" text-anchor="end">{25 * t}%</text>'
        for t in range(5)
    )
    frame = f'<rect x="{left}" y="0" width="{size}" height="{size}" fill="none" stroke="#333"/>'
    names = (
        f'<text x="{left + size / 2}" y="{size + 34}" font-size="12" text-anchor="middle">chance given</text>'
        f'<text transform="translate(12 {size / 2}) rotate(-90)" font-size="12" text-anchor="middle">'
        "share that happened</text>"
    )
    title = "<title>Calibration: chance given against share that happened; circles grow with the number</title>"
    box = f'viewBox="-4 -8 {left + size + 30} {size + 52}"'
    body = "".join([title, frame, *marks, ticks, names])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif">{body}</svg>\n'
