"""A backtest in plain text."""

from collections.abc import Iterator

from tocsin.backtesting.backtest import Backtest
from tocsin.backtesting.score import Difference
from tocsin.backtesting.shapes import POOL


def tell_backtest(backtest: Backtest) -> str:
    """The tables that a reader wants, widest name first aligned."""
    return "\n".join(tell_lines(backtest)) + "\n"


def tell_lines(backtest: Backtest) -> Iterator[str]:
    yield f"{backtest.table}: {backtest.issues} issues of {backtest.dossiers} dossiers. {backtest.rules}."
    if backtest.left_out:
        yield f"Left out: {len(backtest.left_out)} ({'; '.join(backtest.left_out)})."
    width = max(map(len, [*(p.name for p in backtest.points), *(s.name for s in backtest.shapes)]))
    yield ""
    yield f"{'point forecast':<{width}} issues    MAE   RMSE  hits  MAE minus compromise [95 %]"
    for point in backtest.points:
        scores = f"{point.issues:6d} {point.mae:6.2f} {point.rmse:6.2f}  {point.hits:4.2f}"
        yield f"{point.name:<{width}} {scores}  {tell_difference(point.against)}"
    yield ""
    yield f"{'distribution':<{width}}   CRPS  MAE of median  hits  CRPS minus mean with residuals [95 %]"
    for shape in backtest.shapes:
        scores = f"{shape.crps:6.2f} {shape.median_mae:14.2f}  {shape.hits:4.2f}"
        yield f"{shape.name:<{width}} {scores}  {tell_difference(shape.against)}"
    yield ""
    yield f"Calibration of the {POOL}: chance that the outcome lies at most at 5, 15, ..., 95"
    yield "forecast  came true [95 %]        forecasts"
    for row in backtest.calibration:
        yield f"{row.forecast:8.2f}  {row.observed:9.2f} [{row.low:.2f}, {row.high:.2f}] {row.forecasts:10d}"
    yield ""
    shares = ", ".join(f"{name} {share:.2f}" for name, share in backtest.weights.items())
    law = ", ".join(f"{name} {value:.3f}" for name, value in backtest.law.items())
    yield f"Fitted on all issues: mixture of {shares}; threshold law {law}."
    yield "Hits are forecasts within 10 points. Fits never see the dossier that they are scored on."


def tell_difference(difference: Difference) -> str:
    return f"{difference.mean:+6.2f} [{difference.low:+.2f}, {difference.high:+.2f}]"
