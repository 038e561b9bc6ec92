"""Whether an undated clause is about something in particular, so that it can be this week's news.

A name of the vocabulary or a figure is enough. Otherwise somebody who acts in public must be its subject, a proper name
stand in it, or its verb be one that is used of little else than news ("evacuated", "arrested").
"""

from __future__ import annotations

from timeline.extraction.attribution import PRONOUNS
from timeline.extraction.clauses import Clause
from timeline.extraction.grammar import DETERMINERS
from timeline.extraction.openings import Role
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.subjects import head_noun, subject_of, text_of
from timeline.extraction.verb_classes import CUSTODY, DISASTER, HARM
from timeline.extraction.words import QUOTE_MARKS, Word

NOBODY = frozenset(
    """
something somebody someone anything anybody anyone nothing nobody everything everybody everyone things one none
others much little what whatever whoever
""".split()
)
"""Subjects that tell nothing in particular."""

PUBLIC = frozenset(
    """
administration agencies agency agents aircraft airline airlines ambassador ambulance ambulances appeal army arsonists
assailant assailants assembly attacker attackers authorities aviation bailiffs ballot bank bill bishop blackout blast
blaze blizzard boat boats bodies body bomb bomber bombers bombs border bridge brigade brigades building buildings bus
buses cabinet candidate candidates captain car cargo cathedral cease-fire ceasefire chairman chancellor church clerics
coalition coastguard collision command commander commission commissioner committee company congregation congress
convoy convoys corpse corpses correspondent council councillors coup court crash crew crews crossing crowds curfew
cyclone dam deal defendant delegation demonstration demonstrations demonstrators department deputies detectives
detention diplomat diplomats doctors driver drivers drone drones earthquake earthquakes election elections embassy
employees envoy envoys epidemic eruption examiners explosion explosions factions federation ferry fighters fire
firefighters fires firm flats flight flood flooding floods force forces gang gangs government governor guards
guerrillas gunfire gunman gunmen hearing helicopter helicopters hijackers hospital house hurricane inquest inquiry
inspectors insurgents investigation investigators jet jets judge judges judiciary junta jury kidnappers king landslide
law lawmakers lawsuit legislators legislature lockdown magistrate manhunt marines mayor mayors measure measures medics
meeting mercenaries militants military militia militias miners minister ministers ministry missile missiles mob mobs
monarch mortar mosque motion movement mutineers names nation navies navy negotiations negotiators network nurses
officer officers officials operator opponents opposition organisers organizers outbreak panel paramedics
paramilitaries parishioners parliament parties party passengers pastor patrol patrols peacekeepers pilgrims pilot
pilots pipeline plane planes plant police policemen politicians pope port premier president priest priests prison
prisoners proposal prosecutors protest protester protesters protests province quake raid raids railway rally rebel
rebels referendum reforms refugees regime relatives remains reporters representatives rescuers residents resolution
riot riots road roads robbers rocket rockets roof ruling sailors sanctions school schools security senate senators
sentence separatists service services settlers shells ship ships shooter shooting shots side sides snipers soldier
soldiers spacecraft spokesman squad staff station storm strike strikers strikes students submarine summit suspect
suspects talks tanker tanks temple tornado town trade train trains treaty trial tribunal troops truce truck trucks
tsunami typhoon union unions vehicle vehicles verdict vessel vessels victim victims villagers volcano volunteers vote
voters wall warplanes warship wildfire wildfires witnesses workers
""".split()
)
"""Subjects whose acts are news: those who govern, fight, judge, or are struck by it."""

PUBLIC_ACTS = (HARM | CUSTODY | DISASTER - {"catch", "strand"}) | frozenset(
    """
abduct abolish airlift ambush annul arrest assassinate ban behead besiege bomb bombard convict demolish deport
depose derail detain detonate die displace dissolve drown encircle erupt evacuate execute exile expel extradite
imprison inaugurate injure invade kidnap kill loot massacre mutiny occupy outlaw overrun overthrow perish postpone
raid ratify recapture repel rescue resign retake sentence shell storm summon suspend topple torpedo torture veto
wound
""".split()
)
"""Verbs used of little else than public happenings, whoever their subject."""

_OBJECTS = frozenset(
    """
airport airspace border bridge bridges camp checkpoint city constitution crossing curfew election elections embassy
frontier law parliament port prison province railway road roads town trains village villages
""".split()
)
"""Subjects of a passive that are public property: "the airport has been closed"."""


def is_particular(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether the clause names somebody, or its subject or verb is a public one."""
    head = _acting(parsed, clause)
    if head in NOBODY:
        return False
    if head in PUBLIC or clause.verb.base in PUBLIC_ACTS or clause.verb.passive and head in _OBJECTS:
        return True
    return _has_name(parsed, clause) or _is_lone_name(parsed, clause)


def _is_lone_name(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether the subject is one word with a capital and no determiner ("Haddad filed …", "NATO moved …")."""
    subject = [word for word in subject_of(parsed, clause) if text_of(word) not in QUOTE_MARKS]
    word = subject[0] if len(subject) == 1 else None
    return isinstance(word, Word) and word.is_capital and word.lower not in _STANDING_FOR


_STANDING_FOR = (
    NOBODY | PRONOUNS | DETERMINERS | frozenset("you we i me us he most few both all half many there".split())
)


def _acting(parsed: ParsedSentence, clause: Clause) -> str:
    """The subject's head noun; of "they" in somebody's report, the head of who reports."""
    head = head_noun(subject_of(parsed, clause))
    if reporting_subject(parsed, clause) and clause.parent is not None:
        return head_noun(subject_of(parsed, parsed.clauses[clause.parent]))
    return head


def reporting_subject(parsed: ParsedSentence, clause: Clause) -> tuple[int, int] | None:
    """The characters of who reports, when the clause has "it" or "they" for them ("Israel denied that it had …")."""
    if clause.role != Role.REPORTED or clause.parent is None:
        return None
    if head_noun(subject_of(parsed, clause)) not in ("they", "it"):
        return None
    first, last = parsed.clauses[clause.parent].subject
    return parsed.words[first].start, parsed.words[max(first, last - 1)].end


def _has_name(parsed: ParsedSentence, clause: Clause) -> bool:
    """A capitalised word, not of a date, that does not owe its capital to its place."""
    first = min(clause.begin, clause.subject[0])
    dates = {at for dated in parsed.dates for at in range(dated.first, dated.last)}
    return any(
        word.is_capital and len(word.text) > 1 and parsed.words[at - 1].text not in '.:“"'
        for at, word in enumerate(parsed.words[first : clause.end], first)
        if at > parsed.body and at not in dates
    )
