"""The application: every address of the workbench, and what answers it."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tocsin.workbench.articles import add_article, add_file, show_articles
from tocsin.workbench.briefings import download_briefing, frame_briefing, show_briefing
from tocsin.workbench.desk import Desk
from tocsin.workbench.guard import Guard
from tocsin.workbench.pages import find_desk, go, read_static, take_form
from tocsin.workbench.review import decide_on_article, open_review, show_article, show_new, turn_back
from tocsin.workbench.runs import control_run, show_run
from tocsin.workbench.situation import change_number, show_situation

STATIC = {"workbench.css": "text/css", "workbench.js": "text/javascript", "icon.svg": "image/svg+xml"}


def show_state(request: Request) -> Response:
    desk = find_desk(request)
    with desk.open() as case:
        return JSONResponse(desk.tell_state(case))


def send_static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        return Response("There is no such file.", 404)
    return Response(read_static(name), media_type=STATIC[name])


def go_to_review(request: Request) -> Response:
    return go("/review")


ROUTES = [
    Route("/", go_to_review),
    Route("/articles", show_articles, methods=["GET"]),
    Route("/articles", take_form(add_article), methods=["POST"]),
    Route("/articles/file", add_file, methods=["POST"]),
    Route("/review", open_review),
    Route("/review/{document}", show_article, methods=["GET"]),
    Route("/review/{document}", take_form(decide_on_article), methods=["POST"]),
    Route("/review/{document}/new", show_new),
    Route("/turn", take_form(turn_back), methods=["POST"]),
    Route("/situation", show_situation, methods=["GET"]),
    Route("/situation", take_form(change_number), methods=["POST"]),
    Route("/run", show_run, methods=["GET"]),
    Route("/run", take_form(control_run), methods=["POST"]),
    Route("/briefing", show_briefing),
    Route("/briefing/page", frame_briefing),
    Route("/briefing/file", download_briefing),
    Route("/state", show_state),
    Route("/static/{name}", send_static),
]


def make_app(desk: Desk, port: int, token: str) -> Guard:
    """The guarded application for one desk, to be served on `port` of this machine."""
    app = Starlette(routes=ROUTES)
    app.state.desk = desk
    return Guard(app, port, token)
