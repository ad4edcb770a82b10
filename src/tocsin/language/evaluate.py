"""Measures the language model from raw text: `python -m tocsin.language.evaluate FILE.conllu --entities FILE.iob2`."""

import json
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from tocsin.codebook.name_types import index_name_types
from tocsin.errors import TocsinError
from tocsin.language.conllu import Document, load_names, load_trees
from tocsin.language.parse import parse
from tocsin.language.score import Score, place_document, score_names, score_trees


def evaluate(
    trees: Iterable[Path], names: Iterable[Path] = (), known: Mapping[str, str] | None = None
) -> dict[str, float]:
    """F1 in 0 to 1 of each measure, over all the files together, and words read per second.

    `known` gives the types of names that the model holds to.
    """
    parse(["The model is loaded before the clock starts."])
    gold = [document for path in trees for document in load_trees(path)]
    parsed, speed = _read(gold, known)
    scores: dict[str, Score] = score_trees(gold, parsed)
    named = [document for path in names for document in load_names(path)]
    if named:
        scores |= score_names(named, _read(named, known)[0])
    return {**{name: round(score.f1, 4) for name, score in scores.items()}, "words per second": round(speed)}


def _read(gold: list[Document], known: Mapping[str, str] | None) -> tuple[list[Document], float]:
    """The texts parsed, and words (not marks set aside, not spaces) per second of wall time."""
    started = time.perf_counter()
    docs = parse([document.text for document in gold], known)
    spent = time.perf_counter() - started
    parsed = [place_document(doc) for doc in docs]
    return parsed, sum(len(document.words) for document in parsed) / max(spent, 1e-9)


@click.command()
@click.argument("trees", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--entities", multiple=True, type=click.Path(exists=True, path_type=Path), help="Names in IOB2.")
@click.option("--alone", is_flag=True, help="Without the codebook's table of names, which tocsin gives to the model.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(trees: tuple[Path, ...], entities: tuple[Path, ...], alone: bool, as_json: bool) -> None:
    """Scores of TREES (CoNLL-U files), read from raw text with the model's own tokens and sentences."""
    try:
        figures = evaluate(trees, entities, None if alone else index_name_types())
    except TocsinError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(figures, indent=2))
        return
    for name, figure in figures.items():
        click.echo(f"{name:18} {figure:9.4f}" if figure <= 1 else f"{name:18} {figure:9,.0f}")


if __name__ == "__main__":
    main()
