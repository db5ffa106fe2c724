"""Verbs and nouns of saying and believing: the one place where these words stand.

The lists follow the public, private and suasive verbs of Quirk, Greenbaum, Leech and Svartvik, *A Comprehensive Grammar
of the English Language* (1985), 16.31 and 16.32, less those that are seldom about words or beliefs (`find`, `show`,
`learn`), with the verbs that newspapers use beside them.
"""

from __future__ import annotations

from typing import Final

from factcheck.language.word_lists import word_list


def _lemmas(text: str) -> frozenset[str]:
    return frozenset(word_list(text))


SAYING: Final = _lemmas("""
    acknowledge add admit affirm agree allege announce argue assert assure boast caution certify claim comment
    complain concede conclude confess confide confirm contend counter declare disclose elaborate emphasise emphasize
    estimate explain forecast guarantee hint indicate inform insist joke lament maintain mention note notify object
    observe pledge post predict proclaim promise protest read recall reckon recount reiterate remark remind repeat
    reply report respond retort reveal say state stress submit suggest swear tell testify tweet vow warn write
""")
"""Who says so holds that it is so."""

BELIEVING: Final = _lemmas("anticipate assume believe expect fear feel foresee guess reckon suppose suspect think")
"""The same of a belief."""

DENYING: Final = _lemmas("contest deny dismiss dispute refute reject")
"""Who says so holds that it is not so."""

WITHHOLDING: Final = _lemmas("""
    advise ask beg demand doubt hop hope implore inquire enquire plead propose question recommend request suggest
    threaten urge wonder
""")
"""What is asked, demanded or doubted isn't asserted; `suggest` only where its clause has no finite verb.

`hop` is the form that the parser's dictionary gives for `hopes`.
"""

WEIGHING: Final = _lemmas("consider decline order refuse require want wish")
"""The same of what is weighed, wanted or refused, which isn't speech."""

FAILING: Final = _lemmas("avoid decline deny fail forget hesitate neglect refuse stop")
"""Who does so to a verb behind it does not do what that says: `refused to say`."""

TELLING: Final = _lemmas("""
    accuse acknowledge admit allege announce apologise apologize appeal ask boast complain condemn confirm criticise
    criticize demand denounce deny dismiss estimate expect explain express fear forecast hope insist pledge praise
    predict promise propose recommend refute reiterate reject remark request say state stress suggest tell testify thank
    threaten urge vow warn welcome
""")
"""Speech also without a clause that says what: `denied this`, `warned of floods`, `announced cuts`."""

CALLING: Final = _lemmas("brand call characterise characterize deem describe dub hail label portray slam term")
"""`called the plan a farce`, `described it as a farce`: that the one is the other."""

ACCUSING: Final = _lemmas("accuse")
"""`accused the firm of lying`: that the firm lied."""

QUOTING: Final = _lemmas("cite quote")
"""`was quoted as saying`; `quoting the agency`: whose words they are is told by what is quoted."""

NEEDING_A_PERSON: Final = _lemmas("indicate reveal suggest")
"""Verbs whose subject may as well be a thing, which says nothing: `the rise suggests that …`."""

STATEMENTS: Final = _lemmas("""
    accusation admission allegation announcement argument assertion assurance belief claim comment complaint conclusion
    declaration estimate fear forecast insistence pledge prediction promise remark report statement suggestion testimony
    view warning
""")
"""Nouns of saying that a clause with `that` may follow."""

TEXTS: Final = STATEMENTS | _lemmas("""
    analysis article briefing document email interview letter memo message paper poll post report research review study
    survey tweet
""")
"""What holds words of somebody who may be named beside it: `a report by the Water Board`."""

SHOWING: Final = _lemmas("""
    analysis data document estimate evidence experiment figure finding image number photo picture poll record research
    result statistic study survey test trial
""")
"""What shows something, and says nothing: what a study has found is attributed to nobody, unless it is somebody's."""
