"""A headline cut from a clause: subject, verb and as much of the rest as fits, ending where a phrase ends.

What only places the happening in time or says who told it is left out: other columns hold that. Words are the
article's own, in its order; "had arrived" becomes "arrived", since "had" leans on a sentence that is not there.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.attribution import reporting_participle
from timeline.extraction.clauses import Clause
from timeline.extraction.drafts import HEADLINE_LIMIT
from timeline.extraction.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PROSPECTS,
    RELATIVIZERS,
    SUBORDINATORS,
    Tense,
    VerbGroup,
)
from timeline.extraction.lines import DANGLING, FINAL_PARTICLES, finished, is_whole
from timeline.extraction.mentions import Mention
from timeline.extraction.parsed import ParsedSentence
from timeline.extraction.plurals import is_plural
from timeline.extraction.subjects import LOOSE_ADVERBS, named_alone, shortened, subject_of, text_of, without_asides
from timeline.extraction.trimming import kept_words
from timeline.extraction.verbs import INTRANSITIVE, PAST_OF
from timeline.extraction.words import QUOTE_MARKS, Word

_NO_SUBJECT = SUBORDINATORS | RELATIVIZERS | {"of", "than", "to"}
_ADVERBIAL = frozenset({"down", "out", "up", "off", "back", "aside"})


def headline(
    parsed: ParsedSentence,
    clause: Clause,
    subject: Sequence[Word | str] | None = None,
    *,
    planned: bool = False,
    without: str = "",
    before: Sequence[Word] = (),
    limit: int = HEADLINE_LIMIT,
) -> str:
    """The clause as a headline of at most ``limit`` characters, or "" when no good clause can be cut.

    ``subject`` stands for the clause's own when that is a pronoun; ``planned`` makes "would" of reported speech
    "will"; ``without`` is a word to leave out after the verb ("as" of "what he described as …");
    ``before`` is the object that stands before a relative clause ("the town, which X seized").
    """
    cut = subject if subject is not None else subject_of(parsed, clause)
    if not cut or text_of(cut[0]).lower() in _NO_SUBJECT:
        return ""
    verb = verb_words(parsed, clause.verb, plural=is_plural(cut), planned=planned)
    chunks = _chunks(parsed, clause)
    if without and chunks and chunks[0][0].lower == without:
        chunks = [chunks[0][1:], *chunks[1:]]
    chunks = [list(before), *chunks] if before else chunks
    for short in (cut, shortened(cut), named_alone(cut)):
        if line := _fitted(short, verb, chunks, limit):
            return line
    return _cut_short(clause, named_alone(shortened(cut)), verb, chunks, limit) if chunks else ""


def _cut_short(
    clause: Clause, subject: Sequence[Word | str], verb: Sequence[Word | str], chunks: Sequence[list[Word]], limit: int
) -> str:
    """What no piece of which fits: without its adjuncts, with the first of a list, else broken off with an ellipsis."""
    if line := _list_cut(subject, verb, chunks[0], limit):
        return line
    if (clause.verb.passive or clause.verb.base in INTRANSITIVE) and _is_adjunct(chunks[0]):
        return _fitted(subject, verb, [], limit)
    if _is_adjunct(chunks[0]):
        return ""  # "a study published in …": no verb of a clause
    for at in range(len(chunks[0]) - 1, 1, -1):
        in_name = chunks[0][at - 1].is_capital and chunks[0][at].is_capital
        if not in_name and (line := _fitted(subject, verb, [chunks[0][:at]], limit - 1)):
            return f"{line}…"
    return ""


def _list_cut(subject: Sequence[Word | str], verb: Sequence[Word | str], chunk: Sequence[Word], limit: int) -> str:
    """The clause with no more of a long object than its first members: "issued a series of seven pardons"."""
    for at in range(len(chunk) - 1, 1, -1):
        if chunk[at].lower in ("and", "or") and (line := _fitted(subject, verb, [chunk[:at]], limit)):
            return line
    return ""


def _is_adjunct(chunk: Sequence[Word]) -> bool:
    """Whether a piece only says where, how or besides what: without it the clause is whole."""
    return chunk[0].text == "," or chunk[0].lower in PREPOSITIONS | SUBORDINATORS


def prospect_headline(parsed: ParsedSentence, clause: Clause, *, limit: int = HEADLINE_LIMIT) -> str:
    """The prospect told aside in the subject as a clause ("The talks, set to take place in …,"), or ""."""
    first, last = clause.subject
    for at in range(first, last - 2):
        lowers = [word.lower for word in parsed.words[at : at + 3]]
        if lowers[0] == "," and lowers[1] in PROSPECTS and lowers[2] == "to":
            closing = next((i for i in range(at + 1, last) if parsed.words[i].text == ","), last)
            subject = without_asides([parsed.words[i] for i in kept_words(parsed, first, at)])
            verb = ["are" if is_plural(subject) else "is", *parsed.words[at + 1 : at + 4]]
            chunks = _split(parsed, kept_words(parsed, at + 4, closing))
            return _fitted(subject, verb, chunks, limit)
    return ""


def noun_headline(parsed: ParsedSentence, first: int, last: int, *, limit: int = HEADLINE_LIMIT) -> str:
    """Words without a finite verb, as entries of chronologies have them, cut at a phrase's end."""
    chunks = _split(parsed, kept_words(parsed, first, last))
    return _fitted([], [], chunks, limit)


def verb_words(parsed: ParsedSentence, verb: VerbGroup, *, plural: bool, planned: bool = False) -> list[Word | str]:
    """The verb group for a headline: without loose adverbs, and without the "had" of a sentence before."""
    words = parsed.words
    group = [words[at] for at in kept_words(parsed, verb.first, verb.last) if words[at].lower not in LOOSE_ADVERBS]
    if verb.tense == Tense.PLUPERFECT and not verb.negated:
        if verb.passive or verb.progressive:
            was = "were" if plural else "was"
            return [was, *[word for word in group if word.lower not in ("had", "been")]]
        return [word for word in group if word.lower not in ("had", words[verb.head].lower)] + [
            PAST_OF.get(verb.base, words[verb.head].text)
        ]
    if planned and verb.modal == "would":
        return ["will" if word.lower == "would" else word for word in group]
    return list(group)


def _chunks(parsed: ParsedSentence, clause: Clause) -> list[list[Word]]:
    """What follows the verb, in pieces of which any first few make a whole clause."""
    end = clause.end
    participle = reporting_participle(parsed.words, clause.verb.last, end)
    chunks = _split(parsed, kept_words(parsed, clause.verb.last, participle or end))
    dated = [one.mention for one in parsed.dates if one.is_day]
    aside = next((i for i, chunk in enumerate(chunks) if i and chunk[0].text == "," and _leans_on(chunk, dated)), None)
    chunks = chunks[:aside]
    goes_on = end < len(parsed.words) and parsed.words[end].lower in SUBORDINATORS | RELATIVIZERS | {"that"}
    leads_on = bool(chunks) and len(chunks[-1]) > 1 and chunks[-1][1].lower in CONJUNCTIONS and _is_mark_at(parsed, end)
    return chunks[:-1] if (goes_on or leads_on) and chunks and chunks[-1][0].text == "," else chunks


def _is_mark_at(parsed: ParsedSentence, at: int) -> bool:
    """Whether a comma stands there: the lead of the next clause ends ("…, and in Dorn, a vote was held")."""
    return at < len(parsed.words) and parsed.words[at].text == ","


def _leans_on(aside: Sequence[Word], dated: Sequence[Mention]) -> bool:
    """Whether a date stands in the aside or right after it (", one day before the anniversary")."""
    return any(aside[0].start < mention.end and mention.start <= aside[-1].end + _LEANING for mention in dated)


_LEANING = 12
"""Characters between an aside's last word and a date it leans on: room for a preposition and an article."""


def _split(parsed: ParsedSentence, kept: Sequence[int]) -> list[list[Word]]:
    """The words in pieces, cut where a phrase begins; a gap left by a date is a cut too."""
    chunks: list[list[Word]] = []
    quoted = False
    for position, at in enumerate(kept):
        word = parsed.words[at]
        opens = not chunks or not quoted and _opens_phrase(parsed, kept, position, aside=chunks[-1][0].text == ",")
        if word.text in QUOTE_MARKS:
            quoted = word.text == "“" or word.text == '"' and not quoted
        if opens:
            chunks.append([])
        chunks[-1].append(word)
    return chunks


def _opens_phrase(parsed: ParsedSentence, kept: Sequence[int], position: int, *, aside: bool) -> bool:
    at = kept[position]
    word, before = parsed.words[at], parsed.words[kept[position - 1]]
    if word.text in ",;:(—–":
        return True
    if before.lower in PREPOSITIONS | {"to"} | CONJUNCTIONS | DETERMINERS and before.lower not in FINAL_PARTICLES:
        return False
    if aside:
        return False
    if word.lower in SUBORDINATORS - {"as"} | RELATIVIZERS:
        return True
    if word.lower in CONJUNCTIONS and at + 1 in _verbs(parsed):
        return True
    if word.text == "“" and before.is_word and before.lower not in ("as", "a", "the"):
        return True
    if (
        word.lower in PREPOSITIONS
        and word.lower not in ("of", "than", "per")
        and before.lower not in ("at", "more", "up", "as")
    ):
        return True
    return word.lower == "to" and at + 1 < len(parsed.words) and not parsed.words[at + 1].text[0].isdigit()


def _verbs(parsed: ParsedSentence) -> set[int]:
    return {clause.verb.first for clause in parsed.clauses}


def _fitted(
    subject: Sequence[Word | str], verb: Sequence[Word | str], chunks: Sequence[Sequence[Word]], limit: int
) -> str:
    """The longest line that fits: subject, verb and the first pieces; "" when not even the first piece does."""
    best = ""
    bare = not chunks or chunks[0][0].text == "," and bool(verb)  # "collided, the truck catching fire"
    for count in range(0 if bare else 1, len(chunks) + 1):
        pieces = [*subject, *verb, *_undangled(chunks[:count])]
        line = finished(pieces)
        if len(line) > limit:
            break
        if line and is_whole(line):
            best = line
        if count < len(chunks) and chunks[count][0].lower in RELATIVIZERS | {"(", ";", ":", "—", "–"}:
            break
    return best


def _undangled(chunks: Sequence[Sequence[Word]]) -> list[Word]:
    """The pieces' words, without a preposition that lost its date before a comma."""
    words: list[Word] = []
    for chunk in chunks:
        while chunk[0].text == "," and words and words[-1].lower in DANGLING - _ADVERBIAL:
            words.pop()
        words += chunk
    return words
