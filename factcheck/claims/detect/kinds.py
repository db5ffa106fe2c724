"""Of which kind a claim is, by rules. `docs/claims.md` says what each kind means; the first that fits is taken.

*Question* and *not a claim* are found by `assertions`, before any of these. Then: a report of words is a *quotation*,
whatever they say; what will or might be is a *prediction*; what values or demands is an *opinion*; what says that one
thing brought about another is *causal*; what sets two things or times against each other, or ranks one, is a
*comparison*; what counts is a *statistic*; who holds what position is *office*; what happened is an *event*; and
everything else, with whatever is in doubt, is a *statement*: predictions and opinions are listed as not checkable.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.claims.clause_rules import first_finite
from factcheck.claims.detect.cues import names_number
from factcheck.claims.reports import NO_SPEAKERS, report
from factcheck.claims.words import listed
from factcheck.claims.worthiness.signs import signs_of
from factcheck.domain.claims import ClaimKind
from factcheck.language.tagging import Token, tagged

_TELLING: Final = listed("""
    ask asked asks announce announced announces deny denied denies urge urged urges warn warned warns promise promised
    promises demand demanded demands criticise criticised criticize criticized criticises criticizes expect expects
    expected describe described describes accuse accused accuses pledge pledged pledges express expressed expresses
    reject rejected condemn condemned condemns confirm confirmed confirms acknowledge acknowledged admit admitted
    admits claim claimed claims apologise apologised apologized thank thanked praise praised praises call called calls
    vow vowed insist insisted insists believe believes believed think thinks suggest suggests hope hopes state states
    note notes tweeted wrote writes recommend recommended reiterated stressed emphasised emphasized
""")
_CAUSE: Final = re.compile(
    r"\b(?:because|caus(?:es|ed|ing)\b|due\s+(?:mainly\s+|largely\s+|partly\s+)?to|thanks\s+to|owing\s+to"
    r"|as\s+a\s+(?:direct\s+)?(?:result|consequence)|result(?:s|ed|ing)?\s+(?:in|from)\b|le[ad]d?s?\s+to\b|led\s+to\b"
    r"|(?:the|its|a|main)\s+(?:reason|cause)\s+(?:for|of|why|in|is|was)(?!.*unknown)|contribut(?:es?|ed|ing)\s+to|stem(?:s|med)\s+from"
    r"|blamed?\s+(?:on|for)|attributed\s+to|trigger(?:s|ed|ing)|prompt(?:s|ed|ing)|driven\s+by|brought\s+about"
    r"|responsible\s+for|(?:puts?|putting)\s+\S+(?:\s\S+){0,3}\s+under\s+pressure|(?:has|have|had)\s+(?:affected|caused)"
    r"|in\s+response\s+to|gave\s+rise\s+to|forc(?:es|ed|ing)\s+\w+.{0,40}?\s+to\b|so\s+that)\b"
    r"|^as\s+(?!well|soon|long|far|part|many|much|of\b).{10,120}?,|,\s+as\s+(?:it|they|he|she|the|this)\s+(?:is|are|was|were|had)\b",
    re.IGNORECASE,
)
_AGE: Final = re.compile(r"\b(?:is|was)\s+\d{1,2}\W*$", re.IGNORECASE)
_DOUBLED: Final = re.compile(r"\b(?:doubled|tripled|trebled|halved)\b")
_LEADING: Final = re.compile(r"\b(?:leading|commonest|second|third)\s+(?:\w+\s+){0,2}cause\b", re.IGNORECASE)
_DURATION: Final = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty)[\s-]"
    r"(?:hour|day|week|month|year|minute|second|decade)s?\b(?:[\s-]old)?",
    re.IGNORECASE,
)
_JUDGES: Final = re.compile(
    r"\b(?:deserves?|we\s+urge|shameful|disgraceful|foolhardy|outrageous|unfair|ridiculous|a\s+waste\s+of|a\s+disgrace"
    r"|too\s+(?:early|late|soon)\s+to|no\s+good\s+\w+|far\s+(?:cheaper|better|worse)\s+to|never\s+an?|strong\s+(?:case|rationale))\b",
    re.IGNORECASE,
)
_CUTS: Final = re.compile(r"\b(?:cuts?|reduces?|raises?|increases?|lowers?|improves?|doubles?|halves)\b", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|bigger|longer|shorter|faster|slower|older|younger|better|worse"
    r"|earlier|later|cheaper|stronger|weaker|further|rather|other|\w{3,}er)\s+(?:\w+\s+){0,3}?than\b(?!\s+(?:[\d£$€]|a\s+(?:dozen|hundred|thousand|million)|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundreds|thousands))"
    r"|\bcompared\s+(?:with|to)\b|\b(?:the\s+)?same\s+\w+\s+as\b|\bas\s+(?:many|much|high|low|large|big|long|old|fast)\s+as\b"
    r"|\b(?:twice|double|triple|half|\w+\s+times)\s+(?:as|the|that)\b"
    r"|\b(?:the|its|his|her|their|[\w]+['’]s)\s+(?:\w+[\s-]){0,2}?(?:\w{3,}est|best|worst|most|least)\b"
    r"|\bfrom\s+(?:\S+\s){0,2}?[\d£$€]\S*(?:\s\S+){0,5}?\s+to\s+(?:\S+\s){0,2}?[\d£$€]"
    r"|\b(?:the\s+only|(?:the\s+)?first\s+(?:time|\w+\s+(?:since|ever|in|to|over))|for\s+the\s+first\s+time|a\s+(?:new\s+)?(?:\w+\s+)?record\b"
    r"|(?:second|third|fourth|fifth)[\s-](?:\w+est|most|leading|biggest)|(?:than|since)\s+any|all-time|rank(?:s|ed|ing)|rates?\s+.{0,30}?among)\b"
    r"|\b(?:increase|decrease|rise|fall|drop|gain)\s+(?:from|over|on)\s+(?:the|last|a)\b"
    r"|\d\S*\s+(?:per\s?cent\s+|%\s+)?(?:fewer|more|less|higher|lower|cheaper|dearer)\b(?!\s+than\s+\d)"
    r"|\b\w+(?:er|ier)\s+by\s+\d|\bnot\s+been\s+(?:lower|higher|more|less)\b",
    re.IGNORECASE,
)
_MEASURING: Final = listed("""
    rose fell rises falls increased decreased grew grows dropped climbed declined gained lost stood stands is was are
    were has have had reached reaches totalled totaled amounted amounts cost costs earned earns numbered numbers
    accounted accounts averaged averages jumped surged shrank shrunk raises handles kills comes come includes included
    received contains employs carries slid dipped opposed favoured favored supported supports remained remains sells
    sold makes made pays paid owes lies runs covers
""")
_AUXILIARIES: Final = listed("has have had was were is are")
_SHARES: Final = listed("quarter third half majority percent per fifth")
_TENS: Final = listed("dozens hundreds thousands tens millions scores")
_STATIVE: Final = listed("""
    included contained showed knew consisted belonged lived owned believed remained meant needed wanted liked lacked
    resembled depended stood lay cost weighed
""")
_OFFICE: Final = (
    r"(?:president|prime\s+minister|minister|mayor|chair(?:man|woman|person)?|director|chief|head|leader|secretary|governor"
    r"|senator|spokes(?:man|woman|person)|editor|coach|captain|manager|ceo|founder|owner|deputy|ambassador|judge|professor"
    r"|commander|member|king|queen|lawyer|solicitor|specialist|doctor|physician|surgeon|engineer|treasurer|commissioner"
    r"|bishop|pope|chancellor|candidate|mp|general|admiral|officer|economist|scientist|researcher|teacher|analyst|author|actor"
    r"|actress|singer|holder|referee|goalkeeper|striker|attorney|prosecutor|superintendent|principal|dean|trustee|curator)s?"
)
_HOLDS: Final = re.compile(
    rf"\b(?:is|was|are|were|been|became|becomes|becoming|remains|served\s+as|serves\s+as|worked\s+as|works\s+as|be)\s+"
    rf"(?:[\w'’.-]+\s+){{0,6}}?{_OFFICE}\b"
    r"|\b(?:has|have|had)\s+(?:led|headed|chaired|run)\b|\b(?:succeeded|replaced|replaces|succeeds|appointed|elected|re-elected|resigned|resigns|stepped\s+down|took\s+office"
    r"|sworn\s+in|took\s+over\s+(?:as|from)|dismissed\s+as|in\s+(?:his|her)\s+\w+\s+(?:season|year|term)\s+(?:at|as|in))\b",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:to\s+(?!blame|date)\w+\b|set\s+to|due\s+to\s+(?:open|start|begin|be|take|run|end|publish|report|vote)"
    r"|expected\s+to|likely\s+to|scheduled|planned|going\s+to|about\s+to|forecast\s+to)"
    r"|\b(?:will|would|'ll|’ll|shall)\s+(?!not\s+(?:comment|say))|\b(?:plans?|expects?|intends?|hopes?|aims?)\s+to\b|\bmight\s+(?!have)|\bmay\s+(?:\w+ly\s+)?be\s+(?!\d)"
    r"|\bwould\s+have\b|\bmay\s+not\b",
    re.IGNORECASE,
)


def kind_of(text: str, tokens: Sequence[Token] | None = None, *, reports: bool | None = None) -> ClaimKind:
    """The kind of the claim `text`, one sentence in plain words that asserts something; any text has one.

    Args:
        tokens: Its tokens, where they are there already.
        reports: Whether it reports words, where that is known.
    """
    signs = signs_of(text)
    tokens = tagged(text) if tokens is None else tokens
    verb = first_finite(tokens)
    if reports or (reports is None and report(tuple(tokens)) is not None) or _tells(tokens, verb):
        return ClaimKind.QUOTATION
    if signs.forecast or _is_to_come(text, tokens, verb):
        return ClaimKind.PREDICTION
    if signs.opinion or _JUDGES.search(text):
        return ClaimKind.OPINION
    if _LEADING.search(text):
        return ClaimKind.COMPARISON
    if _CAUSE.search(text) or _is_effect(text, tokens, verb):
        return ClaimKind.CAUSAL
    if _COMPARED.search(text):
        return ClaimKind.COMPARISON
    if (
        (signs.number or _DOUBLED.search(text))
        and _names_figure(text)
        and _counts(tokens, verb)
        and not _AGE.search(text)
    ):
        return ClaimKind.STATISTIC
    if _HOLDS.search(text):
        return ClaimKind.OFFICE
    return ClaimKind.EVENT if _happened(tokens, verb) else ClaimKind.STATEMENT


def _names_figure(text: str) -> bool:
    """Whether something besides hours, days or years is counted; or a verb says so alone: `has doubled`."""
    return names_number(_DURATION.sub(" ", text)) or _DOUBLED.search(text) is not None


def _tells(tokens: Sequence[Token], verb: int | None) -> bool:
    """Whether the main verb is one of telling whose subject can speak: `she urged them to go`."""
    if verb is None or tokens[verb].lower not in _TELLING or not verb:
        return False
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if (
        after is None
        or after.tag in {"RB", ".", ","}
        or (after.tag == "TO" and tokens[verb].lower.startswith(("expect", "hope")))
    ):
        return False
    if tokens[verb].lower.startswith("suggest") and tokens[verb - 1].tag in {"NN", "PRP"}:
        return False  # what a thing suggests is attributed to nobody
    return not any(token.lower in NO_SPEAKERS for token in tokens[max(0, verb - 8) : verb])


def _is_to_come(text: str, tokens: Sequence[Token], verb: int | None) -> bool:
    """Whether the main verb is about what is to come, or would have been."""
    if verb is None:
        return False
    if verb == 0 and tokens[0].lower in {"had", "were", "should"}:
        return True
    return _TO_COME.match(text, tokens[verb].start) is not None


def _is_effect(text: str, tokens: Sequence[Token], verb: int | None) -> bool:
    """`the drug cuts deaths by a third`: a present that says what something does to a figure."""
    return (
        verb is not None
        and _CUTS.match(text, tokens[verb].start) is not None
        and tokens[verb].tag in {"VBZ", "VBP"}
        and tokens[0].lower not in {"his", "her", "its", "their"}
    )


def _counts(tokens: Sequence[Token], verb: int | None) -> bool:
    """Whether the figure is the point: its subject is a count, or its verb measures."""
    if verb is None:
        return True
    subject = tokens[:verb]
    words = [token for token in subject if not token.is_sign][:6]
    counted = any(token.tag == "CD" and len(token.text) != 4 for token in words[:3])
    counted = (counted or any(token.lower in _TENS for token in words[:1])) and words[0].lower not in {"the", "these"}
    word, passive = tokens[verb].lower, False
    if word in _AUXILIARIES:
        rest = [
            token for token in tokens[verb + 1 : verb + 5] if token.tag not in {"RB", "RBR"} and token.lower != "been"
        ]
        passive = bool(rest) and rest[0].tag == "VBN"
        word = rest[0].lower if passive else word
    after = tokens[verb + 1].tag if verb + 1 < len(tokens) else ""
    # `six shells hit the square` tells what happened, `31 people died` how many did.
    acts = tokens[verb].tag == "VBD" and not passive and after in {"DT", "PRP$", "NNP", "PRP", "POS"}
    return (counted and not acts) or word in _MEASURING or any(token.lower in _SHARES for token in words)


def _happened(tokens: Sequence[Token], verb: int | None) -> bool:
    if verb is None:
        return False
    word, tag = tokens[verb].lower, tokens[verb].tag
    if word in {"may", "might", "could"} and "have" in {token.lower for token in tokens[verb + 1 : verb + 3]}:
        return True
    if word in _STATIVE:
        return False
    after = [token for token in tokens[verb + 1 : verb + 4] if token.tag not in {"RB", "RBR"}]
    if word in {"has", "have", "had", "was", "were", "is", "are"}:
        return (
            bool(after)
            and after[0].tag == "VBN"
            and word not in {"is", "are"}
            and after[0].lower not in {"known", "called", "based", "located", "used"}
        )
    if word in {"did", "could"}:
        return True
    begins = (
        any(token.lower in {"when", "as", "after"} for token in tokens[verb:])
        and tag == "VBZ"
        and word in {"comes", "begins", "starts", "opens"}
    )
    return tag == "VBD" or begins
