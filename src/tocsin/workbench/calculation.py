"""The page's side of the process that calculates: one job at a time, and of jobs of one kind the newest wins."""

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

Job = dict[str, Any]
STOPPED = "stopped"


@dataclass
class Progress:
    """The job under way: its kind, what it does just now, and since when (monotonic seconds)."""

    kind: str
    step: str = ""
    since: float = field(default_factory=time.monotonic)


class Calculation:
    """Starts the process when there is something to do, and again after it was stopped. Safe between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.changed = threading.Condition()
        self.waiting: dict[str, Job] = {}
        self.outcomes: dict[str, Job] = {}
        self.finished: dict[str, int] = {}
        self.progress: Progress | None = None
        self.closed = False
        self.numbers = count(1)
        self.process: subprocess.Popen[str] | None = None
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def ask(self, kind: str, key: str | None = None, **fields: Any) -> None:
        """Wait for a turn with a job; one of the same key that still waits is replaced."""
        with self.changed:
            self.waiting[key or kind] = {"job": kind, **fields}
            self.changed.notify_all()

    def ask_each(self, kind: str, **fields: Any) -> None:
        """The same for a job that no later one replaces."""
        self.ask(kind, f"{kind} {next(self.numbers)}", **fields)

    def ask_and_wait(self, kind: str, seconds: float, **fields: Any) -> Job | None:
        """The outcome of a job, or None where it takes longer."""
        with self.changed:
            before = self.finished.get(kind, 0)
            self.ask(kind, **fields)
            self.changed.wait_for(lambda: self.finished.get(kind, 0) > before or self.closed, seconds)
            return self.outcomes.get(kind) if self.finished.get(kind, 0) > before else None

    def is_busy(self, kind: str) -> bool:
        with self.changed:
            waits = any(key.split()[0] == kind for key in self.waiting)
            return waits or (self.progress is not None and self.progress.kind == kind)

    def stop(self, kind: str) -> None:
        """End a job of this kind, under way or waiting."""
        with self.changed:
            self.waiting.pop(kind, None)
            running = self.progress is not None and self.progress.kind == kind
            if running and self.process is not None:
                self.process.kill()

    def close(self) -> None:
        with self.changed:
            self.closed = True
            self.waiting.clear()
            if self.process is not None:
                self.process.kill()
            self.changed.notify_all()
        self.thread.join(5)

    def work(self) -> None:
        while True:
            with self.changed:
                self.changed.wait_for(lambda: bool(self.waiting) or self.closed)
                if self.closed:
                    return
                key = next(iter(self.waiting))
                job = self.waiting.pop(key)
                self.progress = Progress(job["job"], "starting")
                self.start_process()
            outcome = self.run(job)
            with self.changed:
                kind = job["job"]
                self.progress = None
                self.outcomes[kind] = outcome
                self.finished[kind] = self.finished.get(kind, 0) + 1
                self.changed.notify_all()

    def start_process(self) -> None:
        if self.process is None or self.process.poll() is not None:
            command = [sys.executable, "-m", "tocsin.workbench.calculate", str(self.path)]
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, job: Job) -> Job:
        """Hand a job over and follow it to its end; one whose process ends first was stopped."""
        process = self.process
        assert process is not None and process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                message: Job = json.loads(line)
                if "step" not in message:
                    return message
                with self.changed:
                    if self.progress is not None:
                        self.progress.step = message["step"]
        except (OSError, ValueError):
            pass
        process.wait()
        return {"error": STOPPED}
