"""Headlines cut from sentences. Dates stand in [brackets]; the sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.marked import told
from timeline.extraction.drafts import HEADLINE_LIMIT
from timeline.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS

HEADLINES = [
    # the plain clause, its date taken out
    ("Karvian jets bombed the port of Lindhaven on [Sunday].", "Karvian jets bombed the port of Lindhaven"),
    ("On [Sunday], Karvian jets bombed the port.", "Karvian jets bombed the port"),
    ("On [Sunday] Karvian jets bombed the port.", "Karvian jets bombed the port"),
    ("[Yesterday] a shell hit a bakery in Dorn.", "A shell hit a bakery in Dorn"),
    (
        "The bridge at Dorn collapsed [late on Tuesday] under heavy fire.",
        "The bridge at Dorn collapsed under heavy fire",
    ),
    ("Parliament on [Monday] approved the budget.", "Parliament approved the budget"),
    ("A lorry was on [Monday] driven into a crowd in Dorn.", "A lorry was driven into a crowd in Dorn"),
    # who said it is left out
    ("Ostrel said that its fighters had left Dorn on [Sunday].", "Ostrel’s fighters left Dorn"),
    ("Two officers were killed in Dorn on [Sunday], the army said.", "Two officers were killed in Dorn"),
    ("Two officers were killed in Dorn on [Sunday], according to the army.", "Two officers were killed in Dorn"),
    ("According to local media, two officers were killed in Dorn on [Sunday].", "Two officers were killed in Dorn"),
    ("Karvia announced that the border would reopen on [Monday].", "The border will reopen"),
    ("“The tunnel collapsed on [Sunday],” the mayor said.", "The tunnel collapsed"),
    ("The ministry told reporters that the ship had sunk on [Sunday].", "The ship sank"),
    ("Valk said the envoys met in Belmora on [Sunday], adding that more was to come.", "The envoys met in Belmora"),
    # what stands aside is left out
    ("Otto Brandt, the interior minister, resigned on [Sunday].", "Otto Brandt resigned"),
    ("The convoy, which had waited for days, entered Tessaly on [Sunday].", "The convoy entered Tessaly"),
    (
        "A delegation, led by Tomas Arlen, arrived in Belmora on [Sunday].",
        "A delegation, led by Tomas Arlen, arrived in Belmora",
    ),
    (
        "A boat carrying forty people capsized off Lindhaven on [Sunday].",
        "A boat carrying forty people capsized off Lindhaven",
    ),
    ("A group led by Tomas Arlen crossed the border on [Sunday].", "A group led by Tomas Arlen crossed the border"),
    ("Meanwhile, the Front released six captives on [Sunday].", "The Front released six captives"),
    ("But the Front also released six captives on [Sunday].", "The Front released six captives"),
    ("On the Karvian side, a delegation left for Lindhaven on [Sunday].", "A Karvian delegation left for Lindhaven"),
    ("On the Ostrel side, the delegation left for Lindhaven on [Sunday].", "The Ostrel delegation left for Lindhaven"),
    ("In Lindhaven, Belmora, a fire destroyed a depot on [Sunday].", "A fire destroyed a depot"),
    ("On [9 March], the day of the raid, the army closed the road.", "The army closed the road"),
    # who is meant
    ("Ostrel said it had freed two captives on [Sunday].", "Ostrel freed two captives"),
    ("President Irena Valk said she had met the envoys on [Sunday].", "Irena Valk met the envoys"),
    ("Officials said they had closed the crossing on [Sunday].", "Officials closed the crossing"),
    # tense
    ("The captives had been freed on [Sunday].", "The captives were freed"),
    ("The crossing had been closed on [Sunday].", "The crossing was closed"),
    ("Karvia has recalled its envoy on [Sunday].", "Karvia has recalled its envoy"),
    ("The truce will take effect on [Monday].", "The truce will take effect"),
    ("The truce is due to begin in Tessaly on [Monday].", "The truce is due to begin in Tessaly"),
    ("The Front did not attend the meeting on [Sunday].", "The Front did not attend the meeting"),
    # several verbs
    ("Gunmen stormed a police post and seized weapons on [Sunday].", "Gunmen stormed a police post and seized weapons"),
    (
        "A mine killed three people and wounded nine near Dorn on [Sunday].",
        "A mine killed three people and wounded nine near Dorn",
    ),
    (
        "A mine exploded on a road near Dorn on [Sunday], killing three people.",
        "A mine exploded on a road near Dorn, killing three people",
    ),
    ("The war, which had paused for a month, resumed on [Sunday].", "The war resumed"),
    ("A rocket fired from Dorn struck a school on [Sunday].", "A rocket fired from Dorn struck a school"),
    ("The rocket struck a school used as a shelter on [Sunday].", "The rocket struck a school used as a shelter"),
    # participles are no verbs
    ("In a report published on [Sunday], the envoys urged both sides to talk.", "The envoys urged both sides to talk"),
    ("A boy, identified only as Ivo, was rescued on [Sunday].", "A boy was rescued"),
    ("Otto Brandt, first elected in the spring, resigned on [Sunday].", "Otto Brandt resigned"),
    ("A fully staffed clinic in Dorn closed on [Sunday].", "A fully staffed clinic in Dorn closed"),
    # orders and ceremonies
    ("The army told residents of Dorn on [Sunday] to leave.", "The army told residents of Dorn to leave"),
    ("People in Lindhaven marked the anniversary on [Sunday].", "People in Lindhaven marked the anniversary"),
    ("There was an explosion in Dorn on [Sunday].", "There was an explosion in Dorn"),
    # length: the end of a phrase, never the middle
    (
        "The parliament of Belmora on [Sunday] approved a bill that would let the government call up reservists without notice.",
        "The parliament of Belmora approved a bill",
    ),
    (
        "Karvian forces shelled the outskirts of Port al-Sahr with heavy guns from positions on the hills above the old town on [Sunday].",
        "Karvian forces shelled the outskirts of Port al-Sahr with heavy guns from positions",
    ),
    (
        "Aid agencies, most of which had left in the winter, returned on [Sunday] to the camps along the border with Belmora.",
        "Aid agencies returned to the camps along the border with Belmora",
    ),
    # nouns
    ("They recalled Ostrel’s [May 3, 2031] attack on Lindhaven.", "Ostrel attacked Lindhaven"),
    ("Nobody forgot the Front’s [4 March] raids on Dorn.", "The Front raided Dorn"),
    ("They live in the shadow of the [June 2] massacre in Dorn.", "The massacre in Dorn happened"),
    # asides and places before the subject
    ("Anna Kern, owner of a mill near Dorn, Karvia, was killed on [Tuesday].", "Anna Kern was killed"),
    ("On [Tuesday] an old man, known only as Ivo, was rescued in Dorn.", "An old man was rescued in Dorn"),
    (
        "On [Friday], on a road in Dorn, West Karvia, Merren, a fuel truck and a column of ten tanks collided.",
        "A fuel truck and a column of ten tanks collided",
    ),
    ("Two days after the raid, Karvian jets bombed the port on [Sunday].", "Karvian jets bombed the port"),
    (
        "On [Friday] a fuel truck and a column of ten tanks collided, the truck at once catching fire from end to end.",
        "A fuel truck and a column of ten tanks collided",
    ),
    ("Back in [2030], the Front shelled Dorn.", "The Front shelled Dorn"),
    ("Twelve died in [Monday]’s attack on Dorn.", "Twelve died in Monday’s attack on Dorn"),
    (
        "Nothing was said [yesterday], but the mayor of Dorn, Ivo Kern, left the town on [Sunday].",
        "The mayor of Dorn left the town",
    ),
    # chronologies
    ("[Oct. 7, 2033]: Ostrel attacks the port of Lindhaven.", "Ostrel attacks the port of Lindhaven"),
    ("[Oct. 13] – Deadly attack on a market in Dorn", "Deadly attack on a market in Dorn"),
]


@pytest.mark.parametrize(("sentence", "expected"), HEADLINES)
def test_a_headline_is_the_clause_of_the_happening(sentence: str, expected: str) -> None:
    assert [one.headline for one in told(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Front freed six captives and Karvia opened a crossing on [Sunday].",
            ["The Front freed six captives", "Karvia opened a crossing"],
        ),
        (
            "[Later that day] Ostrel freed six captives, and Karvia opened a crossing.",
            ["Ostrel freed six captives", "Karvia opened a crossing"],
        ),
        (
            "Karvia shelled Dorn on [Monday] after Ostrel had attacked Lindhaven on [Sunday].",
            ["Karvia shelled Dorn", "Ostrel attacked Lindhaven"],
        ),
    ],
)
def test_several_happenings_of_a_sentence_have_a_headline_each(sentence: str, expected: list[str]) -> None:
    assert [one.headline for one in told(sentence)] == expected


_SUBJECTS = st.sampled_from(
    ["Karvia", "The Front", "Gunmen from Dorn", "Otto Brandt, a minister,", "The envoys, who had waited,"]
)
_VERBS = st.sampled_from(
    ["attacked", "had seized", "will visit", "has left", "freed", "was said to have lost", "did not reach"]
)
_OBJECTS = st.lists(
    st.sampled_from(
        [
            "a market",
            "in the north",
            "on [Sunday]",
            ", killing nine people",
            "with heavy guns",
            "of the old town",
            "“as promised”",
            "and Dorn",
            "after the storm",
            "to the",
            "the bridge",
            ", which was empty",
            "near Lindhaven",
            "because of",
            "(again)",
        ]
    ),
    max_size=12,
)


@given(_SUBJECTS, _VERBS, _OBJECTS)
def test_a_headline_fits_begins_and_ends_well_whatever_the_sentence(
    subject: str, verb: str, objects: list[str]
) -> None:
    sentence = f"{subject} {verb} {' '.join(objects)}."
    for one in told(sentence):
        line = one.headline
        assert 0 < len(line) <= HEADLINE_LIMIT
        assert line[0].isupper() or line[0] in "“\"'" or line[0].isdigit()
        last = line.rstrip("”)").split()[-1].lower()
        assert last not in (PREPOSITIONS | CONJUNCTIONS | DETERMINERS) - {
            "on",
            "in",
            "over",
            "through",
            "up",
            "down",
            "off",
            "out",
            "this",
            "that",
        }
        assert line[-1] not in ",;:(“—"
        assert line.count("“") == line.count("”")
