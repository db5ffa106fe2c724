"""A guess is used only where it is right: each text here is encoded for real, and no wrong reading may pass."""

from __future__ import annotations

import pytest

from factcheck.ingest.text.charsets import guess_charset

FRENCH = "Le conseil a approuvé le budget après neuf heures de débat. « C’était très dur », a déclaré le maire."
GERMAN = "Die Bürgermeisterin erklärte, daß die Lage „sehr ernst“ sei. Über die Höhe wird noch gestritten."
ENGLISH = "The council met on Monday — for nine hours. “We are glad that it’s over,” said the mayor of the café."
DANISH = "Borgmesteren sagde, at situationen på øen er meget alvorlig, og at æblerne rådner."
POLISH = "Rada miasta przyjęła budżet po dziewięciogodzinnej debacie. Burmistrz powiedział, że sytuacja jest poważna."
CZECH = "Městská rada schválila rozpočet. Starosta uvedl, že situace je velmi vážná a že budou nutné další škrty."
CROATIAN = "Gradsko vijeće usvojilo je proračun. Gradonačelnik je rekao da je situacija vrlo ozbiljna."
TURKISH = "Belediye meclisi dokuz saatlik tartışmanın ardından bütçeyi onayladı. Başkan durumun ciddi olduğunu söyledi."
RUSSIAN = (
    "Городской совет утвердил бюджет после дебатов. Мэр заявил, что ситуация очень серьёзная и требует сокращений."
)
GREEK = "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό μετά από εννιάωρη συζήτηση."
HEBREW = "מועצת העיר אישרה את התקציב לאחר דיון שנמשך תשע שעות. ראש העיר אמר כי המצב חמור מאוד."
JAPANESE = "市議会は九時間に及ぶ議論の末、予算を承認した。市長は状況が非常に深刻であると述べた。"
CHINESE = "市议会在经过九个小时的辩论后批准了预算。市长表示，形势非常严峻，明年将需要进一步削减开支。"


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ENGLISH, DANISH, "Une seule café.", "It’s over."])
def test_western_text_in_cp1252_is_sure(text: str) -> None:
    assert guess_charset(text.encode("cp1252")) == ("cp1252", True)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
    ],
)
def test_another_script_is_sure_and_right(text: str, charset: str) -> None:
    raw = text.encode(charset)
    guess = guess_charset(raw)
    assert guess.sure
    assert raw.decode(guess.charset) == text


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (CROATIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (ENGLISH, "mac-roman"),
        (FRENCH, "mac-roman"),
        ("Le café était fermé, après l'été, à Genève.", "cp437"),
        ("Die Bürgermeisterin erklärte die Lage.", "cp850"),
        (RUSSIAN, "cp866"),
        (RUSSIAN[:60], "koi8-r"),
        (HEBREW[40:100], "cp1255"),
        (POLISH[40:100], "cp1250"),
        (TURKISH[:40], "iso8859-9"),
        (CROATIAN[40:], "cp1250"),
        ("y, after nine hours. It’s over.", "cp775"),
        ("y, after nine hours. It’s over.", "iso8859-7"),
        ("on Monday — for nine hours. “We are glad.", "big5"),
        ("Miesto taryba po devynių valandų diskusijų", "cp1257"),
        ("A városi tanács kilenc órás vita után", "cp437"),
    ],
)
def test_a_guess_that_would_change_a_letter_is_not_sure(text: str, charset: str) -> None:
    raw = text.encode(charset)
    guess = guess_charset(raw)
    assert not guess.sure or raw.decode(guess.charset) == text


def test_a_large_file_is_judged_by_its_first_foreign_stretch() -> None:
    raw = b"Plain words. " * 400_000 + FRENCH.encode("cp1252") * 3000
    assert guess_charset(raw) == ("cp1252", True)
    raw = b"Plain words.\n" * 400_000 + RUSSIAN.encode("cp1251") * 3000
    assert guess_charset(raw) == ("cp1251", True)


def test_letters_that_are_nearly_all_accented_are_no_western_text() -> None:
    assert not guess_charset("é éé ééé éé é".encode("cp1252")).sure


def test_bytes_that_fit_nothing_give_no_sure_guess() -> None:
    assert not guess_charset(bytes(range(128, 256)) * 3).sure
