"""What every briefing holds: a page that asks nothing, whole links, text that stays text, same bytes, a true twin."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest

from tocsin.briefing.html import write_html
from tocsin.briefing.markdown import write_markdown
from tocsin.briefing.outline import outline_briefing
from tocsin.briefing.write import write_briefing
from tocsin.records.briefing import Briefing
from tocsin.records.forecast import Forecast
from tocsin.records.situation import Situation

VOID = {"meta", "img", "br", "link", "input", "hr"}
CASES = ("harbour", "empty", "crowd", "attack", "three")
LONGEST = 600_000


class Page(HTMLParser):
    """The tags of a page with their attributes; raises where they are not closed in their order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} has an attribute twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def list_values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


@pytest.fixture(scope="module", params=CASES)
def briefing(request: pytest.FixtureRequest, foretell: Callable[..., Forecast]) -> Briefing:
    situation, forecast = take_case(request.param, request, foretell)
    return write_briefing(situation, forecast)


def take_case(
    name: str, request: pytest.FixtureRequest, foretell: Callable[..., Forecast]
) -> tuple[Situation, Forecast]:
    if name == "three":
        situation = request.getfixturevalue("three_articles")
        return situation, foretell(situation, request.getfixturevalue("harbour_forecast").questions)
    situation = request.getfixturevalue(name)
    if name in ("harbour", "attack"):
        return situation, request.getfixturevalue(f"{name}_forecast")
    return situation, foretell(situation)


def test_html_is_valid(briefing: Briefing) -> None:
    """The parser of the HTML standard meets no parse error."""
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(briefing.html)
    assert parser.errors == []


def test_tags_are_closed_and_ids_are_unique(briefing: Briefing) -> None:
    page = Page(briefing.html)
    ids = Counter(page.list_values("id"))
    assert [i for i, n in ids.items() if n > 1] == []
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", i) for i in ids)


def test_every_link_within_the_page_leads_somewhere(briefing: Briefing) -> None:
    page = Page(briefing.html)
    ids = set(page.list_values("id"))
    links = [href[1:] for href in page.list_values("href") if href.startswith("#")]
    assert set(links) <= ids
    assert {name for value in page.list_values("aria-labelledby") for name in value.split()} <= ids


def test_nothing_is_asked_from_anywhere(briefing: Briefing) -> None:
    page = Page(briefing.html)
    assert {"script", "link", "img", "iframe", "object", "base", "image", "use"} & {
        tag for tag, _ in page.tags
    } == set()
    assert page.list_values("src") == []
    for tag, attributes in page.tags:
        href = attributes.get("href") or "#"
        if not href.startswith("#"):
            assert tag == "a" and href.startswith(("https://", "http://"))
            assert attributes["rel"] == "noopener noreferrer"
        assert not any(name.startswith("on") for name in attributes)
    style = re.search(r"<style>(.*?)</style>", briefing.html, re.DOTALL)
    assert style is not None
    assert "url(" not in style[1] and "@import" not in style[1]
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in briefing.html


def test_it_is_small(briefing: Briefing) -> None:
    assert len(briefing.html.encode()) < LONGEST


def test_it_says_that_it_is_a_draft_and_no_forecast_of_record(briefing: Briefing) -> None:
    for text in (Page(briefing.html).text, briefing.markdown):
        assert "DRAFT" in text
        assert "model, not forecast of record" in text


def test_charts_have_a_name_a_description_and_a_table(briefing: Briefing) -> None:
    page = Page(briefing.html)
    charts = [a for tag, a in page.tags if tag == "svg" and a.get("class") == "chart"]
    assert len(charts) == len(briefing.charts)
    assert all(chart["role"] == "graphics-document" for chart in charts)
    names = {value for _, a in page.tags for key, value in a.items() if key == "id" and value}
    assert all({chart["aria-labelledby"], chart["aria-describedby"]} <= names for chart in charts)
    assert briefing.html.count("The figures as a table") == len(charts)
    for chart in briefing.charts:
        assert json.loads(chart.vega_lite)["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
        assert chart.csv.count("\n") >= 2


def test_no_section_and_no_table_is_empty(briefing: Briefing) -> None:
    assert "<tbody>\n</tbody>" not in briefing.html
    assert not re.search(r"</h2>\s*</section>", briefing.html)
    assert "<ul>\n</ul>" not in briefing.html


def test_bottom_line_is_at_most_five_sentences(briefing: Briefing) -> None:
    assert 1 <= len(briefing.bottom_line) <= 5
    text = Page(briefing.html).text
    for sentence in briefing.bottom_line:
        assert sentence in re.sub(r"\s+([,.;:)])", r"\1", text.replace("( ", "("))


def test_numbers_of_the_bottom_line_lead_to_their_question(harbour: Situation, harbour_forecast: Forecast) -> None:
    html = write_briefing(harbour, harbour_forecast).html
    lines = re.findall(r'<p class="sentence" dir="auto">(.*?)</p>', html, re.DOTALL)
    assert len(lines) == 5
    for line in lines:
        unlinked = re.sub(r"<a .*?</a>", "", line)
        assert "%" not in unlinked
        for target in re.findall(r'href="#(q\d+)"', line):
            card = re.search(rf'<article class="card" id="{target}">(.*?)</article>', html, re.DOTALL)
            assert card is not None
            assert re.search(r'href="#e\d+"', card[1]), "the card leads to a quotation"
            assert re.search(r'href="#n\d+"', card[1]), "the card leads to a number with its reason"


def test_text_of_an_article_stays_text(attack: Situation, attack_forecast: Forecast) -> None:
    briefing = write_briefing(attack, attack_forecast)
    page = Page(briefing.html)
    assert "alert(1)" in page.text
    assert "{{ 7*7 }}" in page.text
    assert [href for href in page.list_values("href") if not href.startswith("#")] == []
    assert not re.search(r"(?<!\\)<(script|img)", briefing.markdown)
    assert not re.search(r"\]\((?!#|https?://)", re.sub(r"\\.", "", briefing.markdown))


def test_a_twin_says_the_same_sentences(harbour: Situation, harbour_forecast: Forecast) -> None:
    briefing = write_briefing(harbour, harbour_forecast)
    page = squeeze(Page(briefing.html).text)
    plain = re.sub(r"\[([^\[\]]*?)\]\([^)]*\)", r"\1", briefing.markdown.replace(r"\[", "⟦").replace(r"\]", "⟧"))
    plain = re.sub(r"\\(.)", r"\1", plain.replace("⟦", "[").replace("⟧", "]"))
    told = [line for line in plain.splitlines() if line and not line.startswith(("|--", "| ---", "---"))]
    for line in told:
        for cell in line.split("|"):
            words = squeeze(re.sub(r'<a id="[^"]*"></a>|\*|^#+ |^> |^ *- ', "", cell).strip())
            assert words in page, cell


def test_the_page_says_nothing_that_its_twin_does_not(harbour: Situation, harbour_forecast: Forecast) -> None:
    briefing = write_briefing(harbour, harbour_forecast)
    plain = re.sub(r"\[([^\[\]]*?)\]\([^)]*\)", r"\1", briefing.markdown.replace(r"\[", "⟦").replace(r"\]", "⟧"))
    twin = squeeze(re.sub(r'<a id="[^"]*"></a>|\*|\\|\|', "", plain.replace("⟦", "[").replace("⟧", "]")))
    page = re.sub(r"<svg.*?</svg>|<fieldset.*?</fieldset>", "", briefing.html, flags=re.DOTALL)
    told = re.findall(r"<(p|li|td|h1|h2|h3|blockquote|caption)\b[^>]*>(.*?)</\1>", page.split("<main>")[1], re.DOTALL)
    assert len(told) > 100
    for tag, inner in told:
        for part in re.split(r'<span class="(?:tag|note)[^>]*>', inner):
            words = squeeze(unescape(re.sub(r"<[^>]+>", "", part)))
            assert words in twin, f"{tag}: {part}"


def squeeze(text: str) -> str:
    return re.sub(r"[\s·…“”():.]", "", text)


def test_quotations_stand_in_their_context_with_place_and_speaker(
    harbour: Situation, harbour_forecast: Forecast
) -> None:
    html = write_briefing(harbour, harbour_forecast).html
    block = re.search(r'<div class="quotation[^"]*" id="e7">(.*?)</div>\n</div>', html, re.DOTALL)
    assert block is not None
    text = Page(block[1] + "</div>").text
    assert "We will talk for as long as it takes" in text
    assert "Cestria is short of coal." in text
    assert "Said, as reported, by Mira Oss, for Cestria" in text
    assert f"characters {harbour.evidence[6].start} to {harbour.evidence[6].end}" in text


def test_a_long_quotation_is_cut_at_300_characters(
    make: Callable[..., Situation], harbour: Situation, foretell: Callable[..., Forecast]
) -> None:
    quote = "word " * 100 + "end"
    evidence = harbour.evidence[0].model_copy(update={"quote": quote, "end": len(quote)})
    situation = make(evidence=(evidence,))
    html = write_briefing(situation, foretell(situation)).html
    shown = re.search(r"<q>(.*?)</q>", html)
    assert shown is not None
    assert 250 < len(shown[1]) <= 300
    assert shown[1].endswith("…")


def test_what_if_shows_both_values(
    harbour: Situation, harbour_forecast: Forecast, foretell: Callable[..., Forecast]
) -> None:
    supposed = harbour.suppose("clock", likely=0.5, because="a summit is set")
    first = harbour_forecast.questions[0]
    chance = first.chance
    assert chance is not None
    moved = first.model_copy(update={"chance": chance.model_copy(update={"value": 0.42, "high": 0.6})})
    other = foretell(supposed, (moved, *harbour_forecast.questions[1:]))
    briefing = write_briefing(harbour, harbour_forecast, compared_with=other)
    section = re.search(r'<section id="what-if".*?</section>', briefing.html, re.DOTALL)
    assert section is not None
    text = Page(section[0]).text
    assert "a summit is set" in text
    assert "12% (4% to 41%)" in text
    assert "42% (4% to 60%)" in text
    assert "−30.0 points" in text
    assert "send coal" not in text
    assert 'id="what-if"' not in write_briefing(harbour, harbour_forecast).html


def test_same_outline_same_page(harbour: Situation, harbour_forecast: Forecast) -> None:
    outline = outline_briefing(harbour, harbour_forecast)
    assert write_html(outline) == write_html(outline)
    assert write_markdown(outline) == write_markdown(outline)


def test_same_forecast_same_bytes_in_two_processes(harbour_forecast: Forecast, tmp_path: Path) -> None:
    path = tmp_path / "forecast.json"
    path.write_text(harbour_forecast.model_dump_json(by_alias=True), encoding="utf-8")
    script = (
        "import sys, pathlib\n"
        "from tocsin.briefing.write import write_briefing\n"
        "from tocsin.records.forecast import Forecast\n"
        "f = Forecast.model_validate_json(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
        "sys.stdout.buffer.write(write_briefing(f.situation, f).model_dump_json().encode())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, str(path)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 10_000
