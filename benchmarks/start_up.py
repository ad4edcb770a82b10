"""Where the time of one `tocsin brief` goes: start_up.py [ARTICLE] prints CPU seconds and shares, cold."""

import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "troops.txt"


def main() -> None:
    laps: list[tuple[str, float]] = []
    last = 0.0

    def lap(name: str) -> None:
        nonlocal last
        now = time.process_time()
        laps.append((name, now - last))
        last = now

    lap("python itself")
    from tocsin.chain import Chain
    from tocsin.language.parse import parse

    lap("imports")
    parse(["The ministers met."])
    lap("model loaded")
    import altair
    import vl_convert

    chart = altair.Chart(altair.InlineData([{"x": 1}])).mark_point().encode(x="x:Q")
    vl_convert.vegalite_to_svg(chart.to_json())
    lap("charts loaded")
    chain = Chain()
    chain.take([sys.argv[1] if len(sys.argv) > 1 else str(EXAMPLE)], None)
    lap("read")
    assert chain.coding
    lap("code")
    assert chain.situation
    lap("assess")
    chain.run(weeks=26, draws=10_000, seed=7)
    lap("forecast")
    assert chain.briefing
    lap("brief")
    with tempfile.TemporaryDirectory() as folder:
        chain.save(Path(folder))
    lap("save")
    total = sum(seconds for _, seconds in laps)
    for name, seconds in laps:
        print(f"{name:14} {seconds:6.2f} s  {seconds / total:5.0%}")
    start_up = sum(seconds for name, seconds in laps[:4])
    print(f"{'start-up':14} {start_up:6.2f} s  {start_up / total:5.0%} of {total:.2f} s")


if __name__ == "__main__":
    main()
