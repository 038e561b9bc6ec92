"""Whether an undated clause is about something in particular, so that it can be this week's news.

A name of the vocabulary or a figure is enough. Otherwise somebody who acts in public must be its subject, a proper name
stand in it, or its verb be one that is used of little else than news ("evacuated", "arrested").
"""

from __future__ import annotations

from timeline.extraction.clauses import Clause
from timeline.extraction.openings import Role
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.subjects import head_noun, subject_of
from timeline.extraction.verb_classes import CUSTODY, DISASTER, HARM

NOBODY = frozenset(
    """
something somebody someone anything anybody anyone nothing nobody everything everybody everyone things one none
others much little what whatever whoever
""".split()
)
"""Subjects that tell nothing in particular."""

PUBLIC = frozenset(
    """
administration agencies agency ambassador army assembly authorities brigade cabinet chancellor coalition command
commander commission committee company congress correspondent council court crowds delegation demonstrators
diplomats envoy envoys factions fighters firefighters force forces government governor guards guerrillas gunmen
helicopters hospital insurgents jets judge judges junta king marines mayor mercenaries militants military militia
militias minister ministers ministry monarch movement navy negotiators officers officials operator opposition
paramilitaries parliament peacekeepers planes police policemen premier president prosecutors protesters rebels
regime relatives residents security senate separatists settlers ships side sides snipers soldiers spokesman tanks
tribunal troops union unions villagers warplanes workers
agents aircraft airline airlines ambulance ambulances appeal arsonists assailant assailants attacker attackers aviation
ballot bailiffs bank bill bishop blackout blast blaze blizzard boat boats body bodies bomb bomber bombers bombs
border bridge brigades building buildings bus buses candidate candidates captain car cargo cathedral ceasefire
cease-fire chairman church clerics coalition coastguard collision commissioner company congregation convoy convoys
corpse corpses councillors coup crash crew crews crossing curfew cyclone dam deal defendant demonstration
demonstrations department deputies detectives detention diplomat doctors driver drivers drone drones earthquake
earthquakes election elections embassy employees epidemic eruption examiners explosion explosions federation ferry fire
fires firm flats flight flood flooding floods gang gangs gunfire gunman hearing helicopter hijackers house hurricane
inquest inquiry inspectors investigation investigators jet judiciary jury kidnappers landslide law lawmakers lawsuit
legislators legislature lockdown magistrate manhunt mayors measure measures medics meeting miners missile missiles mob
mobs motion mortar mosque mutineers names nation navies negotiations network nurses officer opponents organizers
organisers outbreak panel paramedics parishioners parties party passengers pastor patrol patrols pilgrims pilot pilots
pipeline plane plant police politicians pope port priest priests prison prisoners proposal protest protester protests
province quake raid raids railway rally rebel referendum reforms refugees relatives remains reporters representatives
rescuers residents resolution riot riots road roads robbers rocket rockets roof ruling sailors sanctions school schools
senators sentence service services shells ship shooter shooting shots soldier spacecraft squad staff station storm
strike strikes strikers students submarine summit suspect suspects talks tanker temple tornado town trade train trains
treaty trial truce truck trucks tsunami typhoon vehicle vehicles verdict vessel vessels victim victims volcano volunteers
vote voters wall warship wildfire wildfires witnesses
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
    return _has_name(parsed, clause)


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
