"""English passes, whatever names it holds; another language is named."""

import pytest

from tocsin.errors import InputError
from tocsin.reading.language import check_english, load_identifier

ENGLISH = [
    "The minister said that the border would be closed, and that no one had asked for it.",
    "Penn, Sørensen, Çelik, Nguyễn, Okonkwo and Łukasz met in Zürich. Fiala, Duda, Orbán, Kristersson, Frederiksen, "
    "Støre, Kallas and Šimonytė came too; Kuleba, Umerov and Yermak joined by video from Kyiv. Avdiivka, Bakhmut, "
    "Kupiansk, Robotyne and Kherson were named. Macron, Scholz, Tusk, Fico, Meloni, Sánchez and Rutte stayed away.",
    "PREMIER WARNS OF WAR IF ALLIES SEND TROOPS",
    "Talks fail",
    "“Nein”, the chancellor said, and then “auf keinen Fall”. The ministers of the two states left the hall.",
]
OTHERS = [
    ("German", "Der Kanzler war am Montag in Paris, um mit dem Präsidenten über Waffen zu reden."),
    ("Dutch", "De premier was gisteren in Berlijn om te praten over de steun. Het was een van de eerste keren dat hij "
     "met de bondskanselier sprak, en het is de bedoeling dat zij in de toekomst vaker spreken."),
    ("French", "Le président n'exclut pas l'envoi de troupes et ne veut pas céder devant la menace."),
    ("Spanish", "El presidente dijo que el envío de tropas no debe descartarse en ningún caso."),
    ("Afrikaans", "Die president was in die stad en is van plan om met die minister te praat. Dit was in die nuus."),
    ("Danish", "Statsministeren var i går i Berlin for at tale med kansleren. Det er at håbe, at de har en dialog."),
    ("Russian", "Президент заявил, что отправку войск нельзя исключать."),
    ("Ukrainian", "Президент заявив, що відправлення військ не можна виключати."),
    ("Arabic", "قال الرئيس إن إرسال قوات إلى الحدود غير مستبعد"),
    ("Chinese", "总统表示，不排除向边境派遣地面部队，并呼吁各方保持克制。"),
    ("Japanese", "大統領は、国境への部隊派遣を排除しないと述べた。"),
]  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH, ids=[text[:30] for text in ENGLISH])
def test_english_passes(text: str) -> None:
    check_english(text, "x")


@pytest.mark.parametrize(("language", "text"), OTHERS, ids=[row[0] for row in OTHERS])
def test_another_language_is_named(language: str, text: str) -> None:
    with pytest.raises(InputError, match=f"it looks like {language}, and only English is read"):
        check_english(text, "x")


def test_a_clear_english_text_loads_no_model() -> None:
    load_identifier.cache_clear()
    check_english(ENGLISH[0], "x")
    assert load_identifier.cache_info().currsize == 0


def test_links_and_handles_are_in_no_language() -> None:
    load_identifier.cache_clear()
    check_english("The end of the war https://example.org/" + "-ende-der-kampf" * 20 + " @a_b #c, she said.", "x")
    assert load_identifier.cache_info().currsize == 0
