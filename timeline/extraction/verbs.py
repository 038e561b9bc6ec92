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
abduct abolish accept adjourn adopt advance agree airlift ambush announce annul apologise apologize
apply appoint approve arrest arrive assassinate attack ban begin besiege blast block blockade blow
bomb bombard break bulldoze burn bury cancel capture carry cease cede clash close collapse collide
conclude confirm convene convict crash cross cut damage declare deliver demolish depart deploy
deport derail destroy detain detonate die disband discover dismiss dispatch displace dissolve
distribute down drop drown elect encircle end enter erupt escape evacuate exchange execute expel
expire explode extend extradite fall fire flatten flee flood fly form free freeze gather halt hand
hijack hit hold hospitalise host impose impound inaugurate injure intercept invade jail join kidnap
kill land launch leave lift loot march massacre meet move murder mutiny name nominate occupy occur
open order oust overrun overthrow overturn pass plant postpone proclaim protest publish pull quit
raid rally ram ratify raze reach rebuild recall recapture reconvene recover reject release reopen
repel reroute rescue resign restart resume retake retaliate retreat return reunite rocket sack sail
seal seize send sentence set sever shell shoot shut sign sink slam smash stab stage start stop storm
strike submit summon surrender surround suspend swear sweep take tear topple torch transfer travel
trigger unveil veto visit vote win withdraw wound
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
advance aim ambush arm arrest attack back ban base battle bear benefit blame blast block blow bomb break brief
build burn call care cause change charge claim clash clear close comment concern control cost cover cross cut
damage deal demand double down drive drop ease edge end escape estimate exchange experience face fall fear
feature fell fight fire flee flood flow force free freeze fuel guarantee hand head help hold honour hope host
hurt increase issue lack land launch lead lift like limit link list live love march mark massacre matter mean
mount move murder name need note number offer open order own pass pick place plan play point post pound present
protest pull push question quote raid raise rally ram range read record release report request rescue respect
result return rise rocket rule run sack sail seal search serve set shake share shell show sink slam slow spark
split spread stab stage stand start state step stick stop storm strike struggle support surrender sweep talk
target tear think torch total touch trade transfer trap travel treat trigger turn tweet use value veto view
visit voice vote wait walk watch wear welcome win wish witness work worry wound
assault award bail barrage beat blitz breach broadcast burst delay desert dock exile file fine gun gut leak livestream
parole petition picket plow plunge punch riot rupture rush sanction scramble sentence shelter spill strand stream
subpoena tow torture upgrade upload wreck
""".split()
)
"""Verbs whose present forms are as often nouns or adjectives: read as verbs only where nothing else can be."""

_DOUBLING = frozenset(
    """
    stab stop ban admit drop plan ram submit transfer commit refer permit trap rebel grab step slam gun gut flip scrap
    skid strip occur rob rip chop unban drag slip ship repel expel compel patrol prefer deter
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
