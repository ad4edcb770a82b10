"""Scores from raw text, on small treebanks."""

from pathlib import Path

import pytest
from spacy.tokens import Doc

from tocsin.errors import FormatError
from tocsin.language.conllu import load_names, load_trees
from tocsin.language.score import place_document, score_names, score_trees
from tocsin.language.tokens import load_tokenizer

TREES = """# newdoc id = a
# newpar
1-2\tCannot\t_\t_\t_\t_\t_\t_\t_\t_
1\tCan\tcan\tAUX\tMD\t_\t3\taux\t_\t_
2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\twin\twin\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tKyiv\tKyiv\tPROPN\tNNP\t_\t2\tnsubj:pass\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
NAMES = "1\tVolodymyr\tB-PER\n2\tZelensky\tI-PER\n3\tleft\tO\n4\tKyiv\tB-LOC\n"


@pytest.fixture
def trees(tmp_path: Path):
    path = tmp_path / "small.conllu"
    path.write_text(TREES, encoding="utf-8")
    return load_trees(path)


def parse_as(words, spaces, heads, relations, parts):
    return Doc(load_tokenizer().vocab, words=words, spaces=spaces, heads=heads, deps=relations, pos=parts)


def test_raw_text_has_the_spacing_and_the_paragraphs(trees):
    assert [document.text for document in trees] == ["Cannot win.\n\nKyiv fell."]
    assert trees[0].sentences == ((0, 10), (10, 19))
    assert [(word.start, word.end) for word in trees[0].words][:3] == [(0, 3), (3, 6), (6, 9)]


def test_what_equals_the_gold_scores_one(trees):
    assert all(score.f1 == 1 for score in score_trees(trees, trees).values())


def test_a_wrong_relation_a_wrong_head_and_a_joined_word_cost_what_they_should(trees):
    doc = parse_as(
        ["Cannot", "win", ".", "\n\n", "Kyiv", "fell", "."], [True, False, False, False, True, False, False],
        [1, 1, 1, 5, 5, 5, 4], ["aux", "ROOT", "punct", "dep", "obj", "ROOT", "punct"],
        ["AUX", "VERB", "PUNCT", "SPACE", "PROPN", "VERB", "PUNCT"],
    )  # fmt: skip
    scores = score_trees(trees, [place_document(doc)])
    assert (scores["tokens"].right, scores["tokens"].said, scores["tokens"].wanted) == (5, 6, 7)
    assert scores["uas"].right == 4
    assert scores["las"].right == 3
    assert scores["sentences"].f1 == 1


@pytest.mark.parametrize(("load", "line"), [(load_trees, "1\tKyiv\tB-LOC"), (load_names, "1\tKyiv")])
def test_a_line_with_too_few_columns_is_named(tmp_path, load, line):
    path = tmp_path / "short"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(FormatError, match="the line '1 Kyiv"):
        load(path)


def test_names_of_one_document_are_apart_from_those_of_the_next(tmp_path):
    path = tmp_path / "two.iob2"
    path.write_text(
        f"# newdoc id = one\n{NAMES}\n# newdoc id = two\n# newpar\n{NAMES}\n# newpar\n{NAMES}", encoding="utf-8"
    )
    first, second = load_names(path)
    assert second.text == f"{first.text}\n\n{first.text}"
    assert len(second.names) == 2 * len(first.names)


def test_names_need_span_and_type(tmp_path):
    path = tmp_path / "small.iob2"
    path.write_text(NAMES, encoding="utf-8")
    gold = load_names(path)
    assert gold[0].text == "Volodymyr Zelensky left Kyiv"
    words, heads = ["Volodymyr", "Zelensky", "left", "Kyiv"], [2, 0, 2, 2]
    doc = parse_as(words, [True] * 4, heads, ["nsubj", "flat", "ROOT", "obj"], ["PROPN", "PROPN", "VERB", "PROPN"])
    doc.set_ents([doc.char_span(10, 18, "PERSON"), doc.char_span(24, 28, "LOC")])
    scores = score_names(gold, [place_document(doc)])
    assert (scores["names"].right, scores["names"].said, scores["names"].wanted) == (1, 2, 2)
    assert scores["names LOC"].f1 == 1
