"""English verbs whose past is not formed with -ed: base and past."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_VERBS: Final = """
    arise arose; awake awoke; bear bore; beat beat; become became; begin began; bend bent; bet bet; bid bid;
    bind bound; bite bit; bleed bled; blow blew; break broke; breed bred; bring brought; broadcast broadcast;
    build built; burst burst; buy bought; cast cast; catch caught; choose chose; cling clung; come came; cost
    cost; creep crept; cut cut; deal dealt; dig dug; do did; draw drew; drink drank; drive drove; eat ate; fall
    fell; feed fed; feel felt; fight fought; find found; flee fled; fly flew; forbid forbade; forecast forecast;
    forget forgot; forgive forgave; freeze froze; get got; give gave; go went; grind ground; grow grew; hang
    hung; have had; hear heard; hide hid; hit hit; hold held; hurt hurt; keep kept; kneel knelt; know knew; lay
    laid; lead led; leave left; lend lent; let let; lie lay; light lit; lose lost; make made; mean meant; meet
    met; mistake mistook; oversee oversaw; overtake overtook; overthrow overthrew; pay paid; put put; quit quit;
    read read; rebuild rebuilt; ride rode; ring rang; rise rose; run ran; say said; see saw; seek sought; sell
    sold; send sent; set set; shake shook; shed shed; shine shone; shoot shot; show showed; shrink shrank; shut
    shut; sing sang; sink sank; sit sat; sleep slept; slide slid; speak spoke; spend spent; spin spun; split
    split; spread spread; spring sprang; stand stood; steal stole; stick stuck; sting stung; strike struck;
    swear swore; sweep swept; swim swam; swing swung; take took; teach taught; tear tore; tell told; think
    thought; throw threw; undergo underwent; understand understood; undertake undertook; uphold upheld; wake
    woke; wear wore; weave wove; weep wept; win won; wind wound; withdraw withdrew; withhold withheld; withstand
    withstood; write wrote
"""

PAST_OF: Final[Mapping[str, str]] = MappingProxyType({row.split()[0]: row.split()[1] for row in _VERBS.split(";")})
"""Base to past."""
