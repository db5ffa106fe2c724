"""Words that tell what a name names, or that belong to it without a capital."""

from __future__ import annotations

from typing import Final

from factcheck.language.word_lists import word_list

PARTICLES: Final = frozenset(word_list("de van von der den ter bin ibn al el la le di da du del dos das af zu y ul ur"))
"""Small words inside a person's name: `van der Berg`, `bin Ahmed`."""
ORGANISATION_ENDS: Final = frozenset(
    word_list(
        """Inc Ltd LLC PLC Corp Corporation Company Co GmbH AG SA Group Holdings Bank University College School
        Institute Ministry Department Agency Council Committee Commission Party Union Association Federation Foundation
        Organisation Organization Office Bureau Board Court Parliament Congress Senate Assembly Administration
        Authority Army Navy Force Forces Police Guard Church Club FC League Museum Hospital Society Trust Fund
        Alliance Coalition Front Movement Airlines Airways Motors Industries Systems Technologies Partners Press
        News Times Post Journal Magazine Broadcasting Network Academy Laboratory Laboratories Center Centre
        Orchestra Theatre Theater Cup Service Services Command Brigade Regiment Cabinet Treasury Secretariat"""
    )
)
ORGANISATION_HEADS: Final = frozenset(
    word_list(
        """University Ministry Department Bank Council Institute Office Bureau Board Court Academy Association
        Federation Union House Committee Commission Centers Centres Center Centre School College Church Society
        Organisation Organization League Chamber Agency Authority Confederation Alliance Army Fund"""
    )
)
"""What an `of` or `for` and another capital may follow: `Ministry of Health`."""
PLACE_HEADS: Final = frozenset(word_list("Gulf Isle Bay Republic Kingdom Strait Cape Sea Commonwealth Principality"))
PLACE_STARTS: Final = frozenset(word_list("Mount Lake River Cape Fort Port Isle Gulf"))
PLACE_ENDS: Final = frozenset(
    word_list(
        """County River Lake Mountains Island Islands Valley Bay Street Avenue Road Lane Boulevard Province Peninsula
        Region District Prefecture Desert Ocean Sea Strait Airport Heights Hills Canal Bridge Beach Coast Republic
        Kingdom Archipelago"""
    )
)
PLACE_NOUNS: Final = frozenset(word_list("city town village province region state county district port island river"))
"""In lower case before `of` and a name, or right behind a name: `the town of X`, `the X region`."""
REGION_NOUNS: Final = frozenset(word_list("region province county district peninsula prefecture"))
SUBJECTS: Final = frozenset(
    word_list(
        """Health Human Services Security Welfare Pensions Trade Industry Culture Sport Sports Media Technology Science
        Education Development Food Drug Prevention Urban Rural Exchange Energy Climate Transport Infrastructure
        Training Research Innovation Budget Housing Labour Labor Justice Environment Agriculture Fisheries Social
        Commerce Work Employment Veterans Oceanic Atmospheric Space Customs Excise Revenue Atomic Economic"""
    )
)
"""What two of may be joined by `and` inside the name of a body: `Department of Health and Human Services`."""
TIMES: Final = frozenset(
    word_list(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december"""
    )
)
MONTHS_AND_NAMES: Final = frozenset({"may", "april", "june", "august"})
"""Months that are also a person's name, where a name goes before."""
OPENERS: Final = frozenset(
    word_list(
        """yesterday today tomorrow meanwhile however then former police officials sources critics experts scientists
        researchers voters residents people many several two three four five six seven eight nine ten first last next
        once since speaking asked according more please thanks dear hello sorry breaking watch read see photo image
        video note number new old good great best major local national international another despite following during
        thousands hundreds dozens millions protesters soldiers doctors lawyers workers students teachers women men"""
    )
)
"""Words that begin a sentence with a capital and belong to no name."""
ABBREVIATIONS: Final = frozenset(
    word_list("Mr Mrs Ms Mx Dr Prof Gen Sen Rep Gov Lt Col Sgt Capt Maj Cpl Adm Rev Fr St Ste Jr Sr Hon Mt Ft")
)
"""What keeps its full stop inside a name."""
OFFICES_INSIDE: Final = frozenset(
    word_list(
        """president minister premier chancellor mayor governor senator congressman congresswoman ambassador
        commissioner chairman chairwoman spokesman spokeswoman spokesperson secretary mp ceo"""
    )
)
"""Offices that part two names (`Leeds Mayor Ann Lee`), for nobody's last name is among them."""
OWNERS: Final = frozenset(word_list("People Women Men Children Workers Veterans Farmers Soldiers"))
"""Whose `'s` stands inside a name: `Women's Institute`."""
