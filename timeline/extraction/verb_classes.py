"""The verbs of a news desk by what they tell: harm, courts, government, force, disaster, movement, protest.

The classes are those of verb lexicons (what is done to people, what bodies decide, what things do by themselves); each
verb tells, in the past, that something happened on some day.
"""

from __future__ import annotations

HARM = frozenset(
    """
assault asphyxiate batter beat behead bludgeon choke crush drown electrocute execute gun hang hospitalise hospitalize
hurt infect injure kill lynch maim mutilate paralyse paralyze perish poison punch rape rescue rob scald shoot slash slay
slaughter starve stab strangle suffocate succumb trample traumatise torture wound
""".split()
)
"""What is done to people, or saves them from it."""

CUSTODY = frozenset(
    """
abduct acquit apprehend arraign arrest bail banish capture charge convict deport detain evict exonerate expel extradite
fine handcuff imprison incarcerate indict intern jail kidnap pardon parole prosecute reimprison remand repatriate
sentence sue
""".split()
)
"""What courts, police and captors do to people."""

RULING = frozenset(
    """
abdicate allocate amend authorise authorize award blacklist boycott cancel censure close confiscate criminalise
criminalize decriminalise decriminalize delay demote depose designate devalue disqualify enact endorse extend file grant
impeach impose initiate install instruct invalidate invoke issue legalise legalize nationalise nationalize nullify
outlaw overrule overturn penalise penalize petition postpone privatise privatize promulgate prorogue quash reappoint
rebrand redesignate reelect reimpose reinstate rename repeal reschedule rescind reshuffle restore restrict reverse
revoke sanction scrap sever shelve subpoena suspend toughen unban unveil uphold upgrade waive
""".split()
)
"""What governments, parliaments, courts and companies decide."""

FORCE = frozenset(
    """
advance assail barrage blitz breach bulldoze counterattack defuse disarm fortify infiltrate invade liberate
mobilise mobilize neutralise neutralize overpower pillage plunder pummel ransack redeploy regroup sabotage scramble
shell strafe surround torpedo unload vandalise vandalize
""".split()
)
"""What armies and armed men do."""

DISASTER = frozenset(
    """
burst capsize catch contaminate cripple devastate dig disintegrate engulf explode gut ignite implode inundate
leak overturn plough plow plummet plunge puncture raze rip ruin rupture skid smash spill strand submerge swamp topple
tremble uproot veer wreck
""".split()
)
"""What fire, water, weather and vehicles do."""

PROTEST = frozenset("barricade chant defect demonstrate desert disrupt heckle picket riot".split())

MOVEMENT = frozenset(
    """
airdrop disembark dock embark emigrate evacuate overfly quarantine reenter relocate repatriate resettle return rush
shelter tow
""".split()
)

MAKING_KNOWN = frozenset("broadcast leak livestream stream unseal upload".split())
"""What makes words or pictures public."""

NEWS_VERBS = HARM | CUSTODY | RULING | FORCE | DISASTER | PROTEST | MOVEMENT | MAKING_KNOWN
