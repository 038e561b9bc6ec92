"""The verbs of news: their forms, and which of them tell a happening, report one, or describe a state.

Watch out for: past forms that are participles too ("led", "held"), and verbs that are nouns too ("strikes", "talks").
"""

from __future__ import annotations

from enum import Flag, auto

from timeline.extraction.verb_classes import NEWS_VERBS


class Form(Flag):
    """The forms a word may be. English has few of them and they overlap."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


_IRREGULAR = """
be was been |become became become |begin began begun |blow blew blown |break broke broken |bring brought
brought |build built built |burn burned burned |buy bought bought |catch caught caught |choose chose chosen
|come came come |cut cut cut |deal dealt dealt |do did done |draw drew drawn |drive drove driven |fall fell
fallen |feel felt felt |fight fought fought |find found found |flee fled fled |fly flew flown |get got got
|give gave given |go went gone |grow grew grown |have had had |hear heard heard |hit hit hit |hold held held
|keep kept kept |know knew known |lay laid laid |lead led led |leave left left |lie lay lain |lose lost lost
|make made made |mean meant meant |meet met met |overrun overran overrun |overthrow overthrew overthrown |pay
paid paid |put put put |read read read |resume resumed resumed |ride rode ridden |rise rose risen |run ran run
|say said said |see saw seen |sell sold sold |send sent sent |set set set |shake shook shaken |shoot shot shot
|shut shut shut |sink sank sunk |speak spoke spoken |spend spent spent |split split split |spread spread
spread |stand stood stood |steal stole stolen |strike struck struck |swear swore sworn |sweep swept swept
|take took taken |tear tore torn |tell told told |think thought thought |throw threw thrown |undergo underwent
undergone |win won won |withdraw withdrew withdrawn |write wrote written |retake retook retaken |rebuild
rebuilt rebuilt |shed shed shed |let let let |quit quit quit |bear bore borne |freeze froze frozen |seek
sought sought |overtake overtook overtaken |uphold upheld upheld |understand understood understood |stick
stuck stuck |beat beat beaten |hang hanged hanged |slay slew slain |burst burst burst |rip ripped ripped |dig dug dug
|broadcast broadcast broadcast |leap leapt leapt
"""

HAPPENING = NEWS_VERBS | frozenset(
    """
abduct abolish accept acquit adjourn adopt advance agree airdrop airlift ambush announce annul
apologise apologize apply appoint approve arrest arrive assassinate assault attack ban barricade
begin behead besiege blast block blockade blow bomb bombard break bulldoze burn bury cancel capsize
capture carry cease cede clash close collapse collide conclude confirm confiscate convene convict
crash cross crush cut damage decapitate declare defeat defuse deliver demolish demonstrate depart
deploy deport derail destroy detain detonate die disarm disband discover dismiss dispatch displace
dissolve distribute divert dock down drop drown elect enact encamp encircle end endorse enter erupt
escape evacuate evict exchange execute exhume exile expel expire explode expropriate extend
extradite fall fire flatten flee flog flood fly foil form free freeze gather halt hand hang hijack
hit hoist hold hospitalise host ignite impeach impose impound inaugurate incinerate indict
infiltrate injure inspect install intercept intervene invade jail join kidnap kill land launch leave
liberate lift loot lynch maim march massacre meet mob mobilise mobilize move murder muster mutiny
name neutralise neutralize nominate occupy occur open order oust outlaw overpower overrun overthrow
overturn parachute paralyse pardon pass pelt plant poison postpone pound pour proclaim prosecute
protest publish pull quarantine quit raid rally ram ransack ransom rape ratify raze reach rearrest
reassign rebuild recall recapture reconvene recover recruit redeploy reelect regain reimpose
reinforce reinstate reject release relocate reopen repatriate repeal repel reroute reschedule rescue
resettle resign restart resume resupply retake retaliate retreat retrieve return reunite revoke riot
rocket rout sabotage sack sail scatter scuttle seal seize send sentence set sever shell
shoot shut sign sink slam slaughter smash smuggle spill stab stage start stop storm strafe strand
strike subdue submit sue suffocate summon surrender surround suspend swap swear sweep take tear
topple torch trample transfer travel trigger unearth unload unseat unveil uproot vacate vaccinate
vandalise vanish veto visit vote win withdraw wound wreck
""".split()
)
"""Verbs that, in the past, tell that something happened on some day."""

REPORTING = frozenset(
    """
acknowledge add admit allege announce argue assert believe claim conclude confirm contend declare deny describe
disclose estimate explain fear find hear hope indicate insist know learn maintain note pledge post predict
promise quote recall reiterate report reveal say show state stress suggest tell testify think tweet understand
vow warn write
""".split()
)
"""Verbs whose object clause is what somebody says or thinks."""

SAYING = REPORTING - frozenset("hope believe think know fear hear learn show find understand conclude predict".split())
"""Reporting verbs that make their subject a source."""

DENYING = frozenset({"deny", "refute", "dispute", "reject", "dismiss"})

STATES = frozenset(
    """
aim amount appear be become believe belong coincide concern condemn consider contain continue cost criticise
criticize depend describe exist expect face fear feel have hope include intend involve keep know lack lie like
live love matter mean mount need oppose own persist plan play praise present raise range reflect remain
represent require say seek seem serve stand stay support tell think threaten total try underline understand urge
voice want welcome work worry
""".split()
)
"""Verbs that tell a state, a wish or an opinion: never a happening without a date, seldom with one."""

_OTHERS = frozenset(
    """
mark commemorate
accuse affect allow arm attempt attend attract avoid await back base batter bear benefit blame brief bring build
burn bury buy call care carry catch cause celebrate change charge choose claim clear come commemorate comment
compare complete conduct contact contribute control cover create deal decide defeat defend demand deteriorate
develop direct double draw drive ease edge encourage enforce enjoy ensure establish evict examine expand expect
explode express fail feature fight fill find flee flow follow force fuel get give go grant grow guarantee hail
happen head help honor honour hurt identify ignite ignore improve increase inform injure inspect intensify
introduce investigate issue know lay lead let limit link list locate lose lower make manage march mediate
monitor mourn move note offer operate originate overtake owe pave pay permit persuade pick place plead point
pound praise prepare prevent proceed produce prompt propose protect prove provide provoke push put quell
question reach react read rebuild receive record reduce refer refuse regard relate rely remove repair repeat
replace request resolve respond restore result retain return reveal ride rise rule run search secure see sell
serve settle shake share shed show sit slow spark speak spend split spread stand steal step stick stream
struggle succeed suffer suspect target threaten throw touch trap treat try turn undergo unite unleash uphold use
value wait walk watch weaken wear wish witness write
""".split()
)

NOUNISH = frozenset(
    """
advance aim ambush arm arrest assault attack award back bail ban barrage barricade base battle bear beat benefit blame
blast blitz block blow bomb breach break brief broadcast build burn burst call care cause change charge claim clash
clear close comment concern control cost cover cross crush cut damage deal delay demand desert dock double down drive
drop ease edge end escape estimate exchange exile experience face fall fear feature fell fight file fine fire flee
flog flood flow foil force free freeze fuel guarantee gun gut hand hang head help hold honour hope host hurt increase
issue lack land launch lead leak lift like limit link list live livestream love march mark massacre matter mean mob
mount move murder name need note number offer open order own parachute pardon parole pass pelt petition pick picket
place plan play plow plunge point poison post pound present protest pull punch push quarantine question quote raid
raise rally ram range ransom rape read record recruit release report request rescue respect result return riot rise
rocket rout ruin rule run rupture rush sabotage sack sail sanction scatter scramble seal search sentence serve set
shake share shell shelter show sink slam slaughter slow spark spill spread stab stage stand start state step stick
stop storm strand stream strike struggle subpoena support surrender swap sweep talk target tear think torch torture
total touch tow trade transfer trap travel treat trigger turn tweet upgrade upload use value veto view visit voice
vote wait walk watch wear welcome win wish witness work worry wound wreck
""".split()
)
"""Verbs whose present forms are as often nouns or adjectives: read as verbs only where nothing else can be."""

_DOUBLING = frozenset(
    """
    acquit admit airdrop ban chop commit compel deter drag drop expel flip grab gun gut mob occur patrol
    permit plan prefer ram rebel refer repel rip rob scrap ship skid slam slip stab step stop strip submit
    swap transfer trap unban
    """.split()
)
_NOT_VERBS = frozenset(
    """
aged alleged armed bed beloved bleed breed crooked deed embed exceed feed hundred indeed limited masked naked
need occupied proceed red sacred seed shed so-called speed unarmed unidentified united unlimited unnamed
unprecedented wicked wounded-knee
""".split()
)


def _inflect(base: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb."""
    if base.endswith("y") and base[-2] not in "aeou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"
    if base.endswith("e"):
        return third, f"{base}d", f"{base[:-1]}ing" if not base.endswith("ee") else f"{base}ing"
    stem = base + base[-1] if base in _DOUBLING else base
    return third, f"{stem}ed", f"{stem}ing"


def _all_forms() -> dict[str, tuple[str, Form]]:
    irregular = {row.split()[0]: row.split()[1:] for row in _IRREGULAR.replace("\n", " ").split("|")}
    forms: dict[str, tuple[str, Form]] = {}
    for base in sorted(HAPPENING | REPORTING | STATES | _OTHERS | irregular.keys()):
        third, past, ing = _inflect(base)
        past, participle = irregular.get(base, (past, past))
        ing = _ING.get(base, ing)
        for form, word in zip(Form, (base, third, past, participle, ing), strict=True):
            known = forms.get(word)
            if known is None or known[0] == base:
                forms[word] = (base, form | (known[1] if known else Form(0)))
    return forms


_ING = {
    "begin": "beginning",
    "hit": "hitting",
    "cut": "cutting",
    "set": "setting",
    "put": "putting",
    "get": "getting",
    "run": "running",
    "shut": "shutting",
    "let": "letting",
    "split": "splitting",
    "win": "winning",
    "sit": "sitting",
    "lie": "lying",
    "die": "dying",
    "overrun": "overrunning",
    "swear": "swearing",
    "quit": "quitting",
}
FORMS = _all_forms()
FORMS["lay"] = ("lay", Form.BASE)
for _doubled in ("cancelled", "labelled", "signalled", "channelled", "fuelled"):
    FORMS[_doubled] = (_doubled[:-3], Form.PAST | Form.PARTICIPLE)
FORMS["found"] = ("find", Form.PAST | Form.PARTICIPLE)
FORMS["felled"] = ("fell", Form.PAST | Form.PARTICIPLE)
PAST_OF = {base: word for word, (base, form) in FORMS.items() if Form.PAST in form}


def lookup(lower: str) -> tuple[str, Form] | None:
    """Base form and possible forms of a word, None when it is no verb. Unlisted words in -ed count as past forms."""
    known = FORMS.get(lower)
    if known is not None:
        return known
    if lower.startswith(("co-", "re-", "de-")):
        return lookup(lower[3:])
    if len(lower) > 4 and lower.endswith("ed") and lower.isalpha() and lower not in _NOT_VERBS:
        return lower[:-2], Form.PAST | Form.PARTICIPLE
    return None


INTRANSITIVE = frozenset(
    """
agree appear arrive begin clash collapse collide come crash depart die drown emerge end erupt escape expire
explode fall flee gather go happen march meet occur protest rally react reconvene remain resign respond resume
retaliate retreat return travel vote withdraw
""".split()
)
"""Verbs whose past form after a noun is seldom a reduced passive ("the convoy arrived")."""
