"""The closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries, and common adverbs."""

from __future__ import annotations

from typing import Final

from factcheck.language.word_lists import word_list

FUNCTION_WORDS: Final = frozenset(
    word_list(
        """a an the this that these those it its he him his she her hers they them their theirs we us our you your
        i my me who whom whose which what where when while why how there here and or but nor so yet if than then
        as because though although unless whether of in on at by to from for with without within into onto upon
        over under above below between among amid during since until till before after about around against
        across through toward towards via per along behind beyond near off out up down is are was were be been
        being am has have had having do does did doing will would shall should can could may might must not no
        each every both either neither all any some such same own other others another also too only just even
        now still already again ever never always often more most less least very quite rather almost nearly roughly
        approximately ago later earlier respectively including together apart alone despite except plus minus
        versus like following according"""
    )
)
"""Words that join others. They end a run of words that could name what is counted."""
