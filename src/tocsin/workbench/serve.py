"""Serve the workbench to this machine, and to nobody else."""

import secrets
import socket
import sys
import webbrowser
from pathlib import Path

import click
import uvicorn

from tocsin.case.headline import load_forecast
from tocsin.case.store import Case, create_case, open_case
from tocsin.case.summary import count_reviewed
from tocsin.errors import InputError
from tocsin.workbench.app import make_app
from tocsin.workbench.calculation import Calculation
from tocsin.workbench.desk import Desk

HOST = "127.0.0.1"


def serve_case(path: Path, by: str, *, port: int = 0, open_page: bool = False) -> None:
    """Serve a case, made where there is none, until interrupted; the address is printed first, and works once."""
    if not path.exists():
        create_case(path).sql.close()
    with open_case(path) as case:
        fresh = is_answered(case)
    listener = bind(port)
    number = listener.getsockname()[1]
    token = secrets.token_urlsafe(24)
    calculation = Calculation(path)
    desk = Desk(path, by, calculation)
    if not fresh:
        desk.answer_anew()
    address = f"http://{HOST}:{number}/?token={token}"
    click.echo(address)
    click.echo(f"Reviewing {path} as {by}. This address works once, on this machine. Stop with Ctrl-C.", err=True)
    sys.stdout.flush()
    if open_page:
        webbrowser.open(address)
    settings = uvicorn.Config(
        make_app(desk, number, token), log_level="error", access_log=False, ws="none", lifespan="off",
        server_header=False, date_header=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    try:
        uvicorn.Server(settings).run(sockets=[listener])
    finally:
        calculation.close()
        with open_case(path) as case:
            done, of = count_reviewed(case)
        click.echo(f"Saved; {done} of {of} records reviewed.", err=True)


def is_answered(case: Case) -> bool:
    """Whether the newest forecast saw the whole case; an empty case has nothing to answer."""
    found = load_forecast(case)
    documents = case.sql.execute("SELECT 1 FROM documents").fetchone()
    return documents is None or (found is not None and found[1])


def bind(port: int) -> socket.socket:
    """A socket that takes connections from now on, so that the printed address is never too early."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError as error:
        raise InputError("review", f"port {port} cannot be used ({error.strerror})", "Leave --port out") from error
    return listener
