"""How long a step of the workbench takes on a case with many articles: workbench.py CASE.

Starts the workbench on a copy of the case (make one with many_articles.py), and prints for each kind of step the
median and the 95th percentile of forty, in milliseconds as a browser would wait for them, and the mean of the
processor time of the server, which other work on the machine does not change (Linux). The first forecast of a
large case runs beside it all the while.
"""

import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

ROUNDS = 40
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Visitor:
    """A browser without a picture: it keeps the cookie and follows where it is sent."""

    def __init__(self, address: str) -> None:
        self.base = address.split("/?")[0]
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc)
        self.headers = {"Origin": self.base}
        self.path = ""
        self.connection.request("GET", address.removeprefix(self.base))
        answer = self.connection.getresponse()
        answer.read()
        self.headers["Cookie"] = answer.headers["Set-Cookie"].split(";")[0]

    def visit(self, path: str, form: dict[str, str] | None = None) -> str:
        method, body = ("GET", None) if form is None else ("POST", urlencode(form))
        self.connection.request(method, path, body, self.headers | (FORM if form is not None else {}))
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.path = path
        return self.visit(answer.headers["Location"]) if answer.status == 303 else text


def main(case: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(case, folder))
        command = [sys.executable, "-m", "tocsin", "review", str(copy), "--by", "benchmark"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        visitor = Visitor(server.stdout.readline().strip())
        try:
            for name, laps in measure_steps(visitor, server.pid).items():
                seconds, work = zip(*laps, strict=True)
                median, worst = statistics.median(seconds), sorted(seconds)[int(0.95 * len(seconds))]
                shown = "  ".join(f"{1000 * lap:6.0f} ms" for lap in (median, worst, statistics.mean(work)))
                print(f"{name:24} {shown}")
        finally:
            server.terminate()
            server.wait()


def read_work(process: int) -> float:
    """Seconds of processor time of all threads of a process."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def measure_steps(visitor: Visitor, process: int) -> dict[str, list[tuple[float, float]]]:
    articles = re.findall(r'href="/review/(d\w+)"', visitor.visit("/articles"))
    steps: dict[str, list[tuple[float, float]]] = {}

    def take(name: str, path: str, form: dict[str, str] | None = None) -> str:
        work, start = read_work(process), time.perf_counter()
        text = visitor.visit(path, form)
        steps.setdefault(name, []).append((time.perf_counter() - start, read_work(process) - work))
        return text

    for number in range(ROUNDS):
        take("list", f"/articles?page={number % 10 + 1}")
        take("search", f"/articles?words={('grain', 'Kassala+talks', 'Egypt+missiles', 'Goma')[number % 4]}")
        article = articles[number]
        text = take("open an article", f"/review/{article}")
        take("filter", f"/review/{article}?kind=position&status=proposed")
        record = re.search(r'name="record" value="([^"]+)"', text)
        if record is not None:
            action = ("accept", "reject")[number % 2]
            take("decide, next record", f"/review/{article}", {"action": action, "record": record[1], "seen": ""})
            take("undo", "/turn", {"action": "undo"})
        take("state", "/state")
    return steps


if __name__ == "__main__":
    main(Path(sys.argv[1]))
