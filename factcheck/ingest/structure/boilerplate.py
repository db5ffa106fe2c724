"""Lines that a site puts around an article: comment forms, share buttons, contact lines, copyright.

A rule names a class of such lines by its form. Each line is matched from its beginning, and a line that reports what
somebody said is never of a class; so the last sentences of an article stay, whatever they are about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

_LONGEST: Final = 160
"""Characters of a line of boilerplate, disclaimers and copyright notices aside."""

_LONGEST_NOTICE: Final = 800

_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE: Final = re.compile(r"(?<![\w.])\+?\(?\d[\d ().-]{6,20}\d(?!\w)")

_REPORTS: Final = re.compile(
    r"\b(?:said|says|saying|told|tells|according to|announced|confirmed|claimed|argued|testified|reported that"
    r"|critics|officials?|police|court|minister|president|senator|spokes\w+)\b",
    re.IGNORECASE,
)


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_COMMENTS: Final = _any_of(
    r"(?:(?:no|one|\d[\d,.]*|(?:add|leave|post|write) (?:a|your)|(?:view|show|load|read|see)(?: all| more)?|hide"
    r"|join the|all|recent|latest|older|newer|more|your|user|reader)\s+)*"
    r"(?:comments?|repl(?:y|ies)|conversation|discussion)(?:\s*[(:]?\s*\d[\d,.]*\s*\)?)?\s*[:.!]?$",
    r"comments? (?:are|is) (?:now )?(?:closed|disabled|off|moderated|welcome)\b.{0,60}$",
    r"(?:be the first to|to) comment\b.{0,40}$",
    r"your (?:e-?mail )?address will not be published\b",
    r"required fields are marked\b",
    r"(?:(?:you must be|please) )?(?:log|logged|sign|signed) ?in to (?:post|leave|write|comment|reply)\b.{0,60}$",
    r"(?:cancel reply|post comment|submit)$",
    r"(?:name|e-?mail|website|comment)\s*\*$",
    r"save my name, e-?mail\b",
)
_THANKS: Final = _any_of(
    r"(?:many )?thank(?:s| you)(?: (?:so|very) much| a lot)? for (?:viewing|reading|watching|visiting|listening"
    r"|subscribing|stopping by|your (?:support|visit|time|comments?|interest|readership|subscription))"
    r"(?:$|\s*[,.!;:–—-]|\s+(?:our|this (?:article|post|blog|story|page|site)|the blog|and|us|with us|my)\b)",
)
_DISCLAIMER: Final = _any_of(
    r"(?:disclaimer|legal notice)s?\s*[:–—-].{0,200}\b(?:comments?|views?|opinions?|content|article|information|site"
    r"|website|blog|advice|liab\w+|responsib\w+)\b",
    r"(?:the )?(?:views?|opinions?|comments?)(?: and opinions?)?(?: expressed)?(?: \w+){0,6} (?:are|is|do|does)"
    r"(?: \w+){0,3} (?:those of|belong to|not (?:necessarily )?(?:reflect|represent|those)|posted by)\b",
)
_COPYRIGHT: Final = _any_of(
    r"©|\(c\)|copyright:|copyright (?:©|\(c\))",
    r"copyright (?:19|20)\d{2}\b(?!.{0,40}\b(?:law|act|reform|bill|rules))",
    r".{0,120}\ball rights reserved\b\W*$",
    r".{0,60}\bmay not be (?:published|reproduced|copied)\b.{0,60}\b(?:redistributed|permission|consent)\b",
)
_ASKS: Final = (
    r"(?:please |kindly |to |(?:need|want|wish|would you like) to |you (?:can|may) |feel free to "
    r"|(?:for|got|have|do|are|want) [^.!?]{1,80}[,?:!]\s*|if you [^.!?]{1,80}, )?(?:please )?"
)
_CONTACT: Final = _any_of(
    _ASKS + r"(?:contact|e-?mail|call|phone|text|message|whatsapp|write to|reach(?: out to)?|get in touch with|talk to"
    r"|follow|join|support|advertise with|work with|find|like) us\b",
)
_AROUND_AN_ADDRESS: Final = _any_of(
    r"(?:(?:contacts?|e-?mails?|mail|phones?|tel|telephone|mobile|cell|fax|whatsapp|call|text|us|me|him|her|at|on"
    r"|to|via|or|and|the|author|editor|newsroom|reporter|writer|press|media|sales|office|for|more|further|any|information"
    r"|details|enquiries|inquiries|advertising|adverts|ads|send|your|you|can|tips?|letters|news|comments|feedback"
    r"|questions|please|address|number|reach|here)\b|[\s:;,.!?|/()–—-]+)*$",
)
_NAMED_CONTACT: Final = re.compile(r"(?:[A-Z][\w'’]+ )?(?:[Cc]ontacts?|CONTACTS?): (?:[A-Z][\w.'’-]+,?\s+){0,6}")
_BY_PHONE: Final = re.compile(r"\b(?:contact|phone|tel|telephone|mobile|cell|fax|whatsapp|call|text)\b", re.IGNORECASE)
_FOLLOW: Final = _any_of(
    r"(?:subscribe|sign up)(?:$|[!.:]|\s+(?:now|today|here|free|to (?:our|the|my|this)\b"
    r"|for (?:our|the|free|more|daily|weekly)\b))",
    r"follow (?:@|me\b|our\b|the author\b)",
    r"follow [\w .]{1,40} on (?:twitter|x|facebook|instagram|linkedin|telegram|whatsapp|youtube|threads|tiktok|bluesky"
    r"|mastodon|google news)\b",
    r"share (?:this|on|via)\b|like (?:this|what you (?:see|read))\b|(?:e-?mail|print) this\b",
    r"(?:download|get) (?:our|the) (?:free )?(?:app|newsletter|daily|weekly)\b",
    r"get (?:our|the) .{1,40} (?:newsletter|in your inbox)\b",
    r"join (?:our|the) (?:newsletter|mailing list|whatsapp|telegram|community|conversation)\b",
    r"(?:donate|become a (?:member|supporter|subscriber|patron))(?:$|[!.:]| (?:now|today|here|to (?:us|our))\b)",
    r"support (?:our|independent|quality) (?:journalism|work|reporting|newsroom)\b",
)
_RELATED: Final = _any_of(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|posts?|topics?|content|news|reading|links?|coverage))?"
    r"|recommended(?: for you| reading)?|trending(?: now)?"
    r"|(?:most|popular) (?:read|popular|viewed|shared|posts|stories)|latest (?:news|stories|posts|articles)"
    r"|you (?:may|might) (?:also )?(?:like|enjoy)|don[’']t miss|up next|see also"
    r"|also (?:read|see)|read (?:also|next|more|on)|continue reading|more (?:stories|news|articles|posts)"
    r"|editor[’']?s[’']? picks?)(?:\s*[:.!…»→]*\s*$|\s*:\s.{1,140}$)",
    r"read the (?:full|original|rest of the) (?:story|article|post|report)\b.{0,60}$",
    r"more (?:on|from|about) [^.]{1,60}$",
    r"(?:click here|scroll down|(?:article|story) continues below)\b.{0,80}$",
)
_FILED: Final = _any_of(
    r"(?:tags?|tagged(?: with| as| in| under)?|filed under|posted (?:in|under)|categor(?:y|ies)|labels?|topics?"
    r"|keywords?)\s*[:–—-]\s.{1,140}$",
    r"(?:filed under|posted in)\s+.{1,100}[^.]$",
    r"posted by [\w .'’-]{1,40}(?: (?:at|on) .{1,40})?$",
    r"(?:powered|designed|theme) by [^.,]{1,30}$",
)
_CREDITS: Final = re.compile(
    r"[(\[]?(?:(?:[Aa]dditional|[Ff]urther|[Ww]ith) )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled)"
    r"(?: and \w+)? by "
    r"(?:(?:[A-Z][\w.'’-]*|and|in|by|for|with|from|at|additional|reporting|editing|writing)[\s,;]+){0,40}"
    r"[A-Z][\w'’-]*[.)\]]*$"
)
_WORDS_OF_A_BAR: Final = _any_of(
    r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|tiktok|youtube|threads"
    r"|bluesky|mastodon|messenger|signal|viber|flipboard|pocket|e-?mail|print|copy link|link|rss|share|tweet|pin|save"
    r"|more|on|via"
    r"|menu|search|home|news|world|business|politics|sports?|opinion|culture|lifestyle|entertainment|technology|tech"
    r"|science|health|videos?|podcasts?|live|log ?in|sign in|sign up|register|subscribe|newsletters?|about(?: us)?"
    r"|contact(?: us)?|advertise(?: with us)?|careers|jobs|help|faqs?|privacy(?: (?:policy|notice))?"
    r"|cookies?(?: (?:policy|settings|preferences))?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?"
    r"|accessibility|site ?map|archives?|skip to (?:main )?content|back to top|close|next|previous|older posts?"
    r"|newer posts?|(?:next|previous) (?:post|article|story)|advert|advertisement|sponsored(?: content)?|ad|promoted)"
    r"(?=\W|$)",
    r"[\s|,/·•»>&:+*_=~#-]+",
)


def _is_bar(line: str) -> bool:
    """True for a row of buttons or menu entries: nothing but their words and the signs between them."""
    place = 0
    while place < len(line) and (found := _WORDS_OF_A_BAR.match(line, place)):
        place = found.end()
    return place == len(line)


def _is_address(line: str) -> bool:
    """True for a contact line: an e-mail address or a phone number, and little beside what introduces it."""
    rest, emails = _EMAIL.subn(" ", line)
    rest, phones = _PHONE.subn(" ", rest)
    if not emails and not (phones and _BY_PHONE.search(rest)):
        return False
    return _AROUND_AN_ADDRESS.match(_NAMED_CONTACT.sub("contact ", f"{rest.strip()} ")) is not None


_CLASSES: Final[Sequence[Callable[[str], object]]] = (
    *(rule.match for rule in (_COMMENTS, _THANKS, _CONTACT, _FOLLOW, _RELATED, _FILED, _CREDITS)),
    _is_address,
    _is_bar,
)
_LEADING: Final[Sequence[Callable[[str], object]]] = (_is_bar, _FOLLOW.match)


def is_boilerplate(line: str) -> bool:
    """True where `line`, at the end of a text, is the site's and not the article's. False for no line at all."""
    if not line:
        return False
    if len(line) <= _LONGEST_NOTICE and (_DISCLAIMER.match(line) or _COPYRIGHT.match(line)):
        return True
    return len(line) <= _LONGEST and not _REPORTS.search(line) and any(matches(line) for matches in _CLASSES)


def is_leading_boilerplate(line: str) -> bool:
    """True where `line`, at the beginning of a text, is a menu or a row of share buttons."""
    return 0 < len(line) <= _LONGEST and any(matches(line) for matches in _LEADING)
