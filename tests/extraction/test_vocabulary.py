"""Names as rows give them, and as they are compared."""

from pathlib import Path

import pytest

from timeline.extraction.vocabulary import KindCues, Name, Vocabulary, VocabularyError, fold


@pytest.mark.parametrize(
    ("folded", "spellings"),
    [
        (
            "sharm sheikh",
            ["Sharm el-Sheikh", "Sharm El Sheikh", "SHARM EL-SHEIKH", "Sharm al-Sheikh", "Sharm ash-Sheikh"],
        ),
        ("deir balah", ["Deir al-Balah", "Deir el-Balaḥ", "deir al balah"]),
        ("beer sheva", ["Be'er Sheva", "Be’er Sheva", "Beer-Sheva"]),
        ("غزه", ["غزة", "غزّة", "غزه", "غـزة"]),
        ("עזה", ["עזה", "עַזָּה"]),
    ],
)
def test_spellings_of_one_name_fold_to_one_form(folded: str, spellings: list[str]) -> None:
    assert [fold(spelling) for spelling in spellings] == [folded] * len(spellings)


def test_an_article_is_folded_only_before_a_word() -> None:
    assert fold("Al Gore and Ali") == "gore and ali"


def test_rows_become_kinds_in_their_position_and_names_in_their_order() -> None:
    vocabulary = Vocabulary.from_rows(
        [
            ("kind", {"key": "talks", "position": 2, "cues": ["talks"]}),
            ("kind", {"key": "attack", "position": 1, "cues": ["raid*"]}),
            ("actor", {"name": "Karvia", "names": {"en": "Karvia", "ar": "كارفيا"}, "aliases": ["Karvian"]}),
            ("place", {"name": "Dorn", "names": {}, "aliases": [], "country": "KV"}),
            ("outlet", {"name": "The Herald"}),
        ]
    )
    assert vocabulary == Vocabulary(
        (KindCues("attack", ("raid*",)), KindCues("talks", ("talks",))),
        (Name("Karvia", ("كارفيا", "Karvian")),),
        (Name("Dorn", (), "KV"),),
    )


@pytest.mark.parametrize(
    "content", ["", "{", "[1]", '[{"model": "timeline.actor"}]', '[{"model": "timeline.actor", "fields": {}}]']
)
def test_a_broken_vocabulary_file_is_one_clear_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "vocabulary.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"vocabulary\.json"):
        Vocabulary.from_fixture(path)


def test_a_missing_vocabulary_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"none\.json"):
        Vocabulary.from_fixture(tmp_path / "none.json")
