"""How news desks tell what happened: what is found of it, and what only looks like it. Invented names throughout."""

from datetime import date

import pytest

from tests.extraction.invented import VOCABULARY
from timeline.extraction import read
from timeline.extraction.drafts import EventDraft, Standing

DAY = date(2034, 3, 3)
"""A Friday."""


def drafts(text: str) -> tuple[EventDraft, ...]:
    return read(text, published=DAY, vocabulary=VOCABULARY).drafts


def headlines(text: str) -> list[str]:
    return [draft.headline for draft in drafts(text)]


def days(text: str) -> list[tuple[str, int, int]]:
    """Headlines with the days of March between which they lie; 0 for what lies outside of it."""
    found = [(draft.headline, draft.date) for draft in drafts(text)]
    return [(line, *(it.day if it.month == 3 else 0 for it in (at.earliest, at.latest))) for line, at in found if at]


FOUND = [
    # harm and rescue, whoever it befalls
    ("The attacker was shot dead.", "The attacker was shot dead"),
    ("A fifth passenger was hospitalized.", "A fifth passenger was hospitalized"),
    ("The cyclist was trampled by the crowd.", "The cyclist was trampled by the crowd"),
    ("Two climbers were rescued.", "Two climbers were rescued"),
    # courts and police
    ("A cook has been sentenced to nine years in prison.", "A cook has been sentenced to nine years in prison"),
    ("A carpenter was charged with arson.", "A carpenter was charged with arson"),
    ("The suspect appeared before a judge.", "The suspect appeared before a judge"),
    ("The defendant pleaded guilty to all charges.", "The defendant pleaded guilty to all charges"),
    # decisions
    ("The ministry issued a warning to sailors.", "The ministry issued a warning to sailors"),
    ("A judicial inquiry was ordered.", "A judicial inquiry was ordered"),
    ("Parliament repealed the press law.", "Parliament repealed the press law"),
    # disasters
    ("The bus overturned on a bend.", "The bus overturned on a bend"),
    ("A dam burst above the town.", "A dam burst above the town"),
    # found, where "find" is no report
    ("The pilot was found dead in the wreck.", "The pilot was found dead in the wreck"),
    # a subject of one name that no vocabulary has
    ("Haddadi filed his resignation.", "Haddadi filed his resignation"),
    ("ORF started an inquiry.", "ORF started an inquiry"),
]


@pytest.mark.parametrize(("text", "headline"), FOUND)
def test_what_news_tells_without_a_date_is_found(text: str, headline: str) -> None:
    assert headlines(text) == [headline]


LOOK_ALIKES = [
    "The actor appeared in a film.",
    "She appeared to be asleep.",
    "Flowers were left at the gate.",
    "It was found that the rules were old.",
    "The road was in Dorn.",
    "Some filed past.",
    "A candle caught her eye.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_news_is_none(text: str) -> None:
    assert headlines(text) == []


REPORTED = [
    ("Twelve people were reported killed in Dorn.", "Twelve people were reported killed in Dorn"),
    (
        "A bombing was reported to have killed a photographer in Dorn.",
        "A bombing was reported to have killed a photographer in Dorn",
    ),
    # the words of a report with a subject that is more than a name
    ("The embassy confirmed two pilgrims from Plesk also died.", "Two pilgrims from Plesk died"),
]


@pytest.mark.parametrize(("text", "headline"), REPORTED)
def test_what_is_reported_of_somebody_is_the_happening(text: str, headline: str) -> None:
    assert headlines(text) == [headline]


def test_what_is_confirmed_without_a_verb_stays_the_object() -> None:
    assert headlines("The embassy confirmed the deal with Plesk.") == ["The embassy confirmed the deal with Plesk"]


WHOLE_CLAUSES = [
    # an aside between dashes
    ("The Dorn army — or what is left of it — entered Plesk on Monday.", ["The Dorn army entered Plesk"]),
    # "after" before a noun, and a verb that goes on
    (
        "The airport was shut down after the crash and reopened on Monday.",
        ["The airport was shut down after the crash and reopened"],
    ),
    # an adverb between "and" and the verb
    (
        "Gunmen stormed the prison on Monday and later freed 300 inmates.",
        ["Gunmen stormed the prison", "Gunmen freed 300 inmates"],
    ),
    # no verbs: participles of adjectives, infinitives, "having", hyphens
    (
        "The ship sailed on Monday, having first unloaded its cargo.",
        ["The ship sailed, having first unloaded its cargo"],
    ),
    ("A plan to be unveiled on Monday drew praise.", []),
    ("The Karvia-designated group met in Dorn on Monday.", ["The Karvia-designated group met in Dorn"]),
    # "had" told once for two verbs
    ("Police said the blast had killed twelve and injured thirty.", ["The blast killed twelve and injured thirty"]),
    # brackets in a subject
    (
        "Hundreds of ORF (Free Front of Orlin) fighters escaped from the camp.",
        ["Hundreds of ORF fighters escaped from the camp"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), WHOLE_CLAUSES)
def test_a_verb_keeps_its_own_subject(text: str, lines: list[str]) -> None:
    assert headlines(text) == lines


DATES = [
    # the day of a nearer noun
    (
        "A man appeared in court on Thursday over a mass shooting in Dorn on Wednesday.",
        [("A man appeared in court over a mass shooting in Dorn", 2, 2), ("A mass shooting in Dorn happened", 1, 1)],
    ),
    # until when something holds
    (
        "The judge ordered the accused held until his next hearing on 5 April 2034.",
        [("The judge ordered the accused held until his next hearing", 0, 3)],
    ),
    # what was begun in the subject
    ("The curfew begun on 1 March 2034 ended on Thursday.", [("The curfew begun ended", 2, 2)]),
    # counted from the clause that leads up to it
    (
        "Two days after the mayor fled on Tuesday, rebels seized Dorn.",
        [("The mayor fled", 0, 0), ("Rebels seized Dorn", 2, 2)],
    ),
    (
        "A few hours before the mayor fled on Wednesday, rebels seized Dorn.",
        [("The mayor fled", 1, 1), ("Rebels seized Dorn", 1, 1)],
    ),
    # what a day saw
    ("Wednesday also saw an earthquake in Dorn.", [("An earthquake in Dorn struck", 1, 1)]),
]


@pytest.mark.parametrize(("text", "found"), DATES)
def test_a_date_goes_to_the_happening_it_belongs_to(text: str, found: list[tuple[str, int, int]]) -> None:
    assert days(text) == found


LONG = [
    # a person without the office
    (
        "On Monday, former Vice President of the Union of Karvian Island States Ann Leeds won the Harbour Party's primary.",
        ["Ann Leeds won the Harbour Party's primary"],
    ),
    # the first members of a list
    (
        "On Monday, the Governor of Dorn Province Omar Haddadi issued a series of seven pardons and four long commutations.",
        ["Omar Haddadi issued a series of seven pardons and four long commutations"],
    ),
    # broken off, but not within a name
    (
        "On Monday, a magnitude 5.2 earthquake hit the already rattled and rain-soaked northern island province of Great Karvia.",
        ["A magnitude 5.2 earthquake hit the already rattled"],
    ),
    # brackets with a date in what leads up to the subject
    (
        "At 4:42 local time on Monday (Sunday, UTC), an earthquake struck Dorn, injuring 25 people.",
        ["An earthquake struck Dorn, injuring 25 people"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), LONG)
def test_a_long_clause_still_gets_a_headline(text: str, lines: list[str]) -> None:
    assert headlines(text) == lines


def test_the_words_of_it_was_reported_are_what_happened() -> None:
    assert headlines("It was reported on Monday Omar Haddadi was stabbed in prison.") == [
        "Omar Haddadi was stabbed in prison"
    ]


def test_according_to_ends_where_the_verb_of_its_clause_begins() -> None:
    text = "Rescuers, working at night, according to the emergencies ministry recovered ten survivors on Monday."
    (draft,) = drafts(text)
    assert (draft.headline, draft.attributed_to) == ("Rescuers recovered ten survivors", "emergencies ministry")


def test_an_admission_with_an_object_is_an_act_and_one_of_words_is_none() -> None:
    assert headlines("Omar Haddadi admitted his guilt on Monday.") == ["Omar Haddadi admitted his guilt"]
    assert headlines("Omar Haddadi admitted on Monday that he was tired.") == []


OPENINGS = [
    # a figure with its preposition opens what is said
    ("The police chief said at least 71 people were arrested on Monday.", ["At least 71 people were arrested"]),
    ("The police chief said about 30 people were arrested on Monday.", ["About 30 people were arrested"]),
    # an infinitive in the subject
    (
        "A man suspected to have supplied the gun was arrested in Dorn on Monday.",
        ["A man suspected to have supplied the gun was arrested in Dorn"],
    ),
    # a verb that goes on after "and"
    (
        "Karvia announced his death on Monday and buried him on Tuesday.",
        ["Karvia announced his death", "Karvia buried him"],
    ),
    # a body whose name is a pronoun otherwise
    ("On Monday the Health Office (WHO) banned the trade.", ["The Health Office banned the trade"]),
    # "States" before "that" is no verb of saying; an aside with places in it
    (
        "Omar Haddadi, the suspect in a shooting in Dorn, Union of States that left two dead, was released on Monday.",
        ["Omar Haddadi was released"],
    ),
    # what was reported is what happened
    ("A fire was reported in a car park on Monday.", ["A fire was reported in a car park"]),
    ("A deficit was reported on Monday.", []),
    ("No fire was reported on Monday.", []),
    # an adverb between quotation marks
    (
        'Karvia acknowledged on Monday the army had "unintentionally" shot down an airliner.',
        ['The army "unintentionally" shot down an airliner'],
    ),
    # what people did in a happening is of its day
    ("Two million people voted in Monday's election.", ["Two million people voted in Monday's election"]),
    # a noun that ends as an adverb does
    ("The rally started on Monday.", ["The rally started"]),
    # "what" opens a clause of its own
    ("On Monday the president called for what he named a truce.", ["The president called"]),
]


@pytest.mark.parametrize(("text", "lines"), OPENINGS)
def test_where_a_clause_opens(text: str, lines: list[str]) -> None:
    assert headlines(text) == lines


def test_somebody_who_saw_something_on_a_day_is_no_day_that_saw_it() -> None:
    assert headlines("The children saw an attack on Wednesday.") == ["The children saw an attack"]


def test_a_time_alone_is_of_the_day_that_was_told_last() -> None:
    text = "Rebels attacked Dorn on Wednesday. Many fled. A school burned. The mayor left the town at 3:30 a.m."
    assert days(text)[-1] == ("The mayor left the town", 1, 1)


RETOLD = [
    # the noun takes the happening up
    "A fire on Wednesday destroyed a slum in Dorn. Rain came late. The fire broke out at 3:30 a.m.",
    "A fire on Wednesday destroyed a slum in Dorn. Officials said it killed nine people.",
    "Two trains collided in Dorn on Wednesday. The crash killed nine people.",
    "Karvia killed General Haddadi in an airstrike on Wednesday. Karvia carried out the airstrike near Dorn.",
    "Two trains collided in Dorn on Wednesday. Nine people were injured in the crash.",
    # the same was done to somebody of the same name
    "General Omar Haddadi was killed in Dorn on Wednesday. The army said that Haddadi was killed at home.",
]


@pytest.mark.parametrize("text", RETOLD)
def test_a_happening_told_again_is_one_draft_with_both_quotes(text: str) -> None:
    (draft,) = drafts(text)
    assert (len(draft.citations), draft.date.earliest, draft.date.latest) == (2, date(2034, 3, 1), date(2034, 3, 1))


APART = [
    # another of its kind
    "Rebels attacked Dorn on Wednesday. The second attack killed nine people.",
    "Rebels attacked Dorn on Wednesday. Another attack killed nine people in Plesk.",
    # days that cannot be the same
    "Rebels attacked Dorn on Wednesday. The attack on Plesk happened on Monday.",
    # two that fit alike
    "Rebels attacked Dorn on Wednesday. Soldiers attacked Plesk on Wednesday. The attack killed nine people.",
    # another name
    "General Omar Haddadi was killed on Wednesday. General Ali Haddadi was killed in Plesk.",
    # of another kind
    "Rebels attacked Dorn on Wednesday. The fire killed nine people.",
]


@pytest.mark.parametrize("text", APART)
def test_happenings_that_may_be_two_stay_two(text: str) -> None:
    found = drafts(text)
    assert [len(draft.citations) for draft in found] == [1] * len(found)
    assert len(found) > 1


def test_what_the_article_says_itself_is_nobodys_word_when_told_again() -> None:
    (draft,) = drafts("A fire on Wednesday destroyed a slum in Dorn. Officials said it killed nine people.")
    assert draft.attributed_to is None


def test_a_source_may_stand_after_two_phrases_that_lead_up_to_it() -> None:
    (draft,) = drafts("On Monday, in a brief statement, the mayor said Omar Haddadi was killed.")
    assert draft.attributed_to == "mayor"


def test_it_is_not_the_officials_who_say_what_it_did() -> None:
    lines = headlines("A fire broke out in Dorn on Wednesday. A girl ran. Officials said it killed nine people.")
    assert not any(line.startswith("Officials") for line in lines)


def test_what_is_still_to_come_is_no_retelling() -> None:
    text = "Rebels attacked Dorn on Wednesday. The attack will go on, the army said."
    assert [(draft.standing, len(draft.citations)) for draft in drafts(text)] == [(Standing.REPORTED, 1)]
