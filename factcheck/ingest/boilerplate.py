"""Lines that a site puts around an article: comment forms, share buttons, contact lines, copyright.

A rule names a class of such lines by its form. Each line is matched on its own, from its beginning, and a line that
reports what somebody said is never of a class; so the last sentences of an article stay, whatever they are about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

_LONGEST: Final = 160
"""Characters of a line of boilerplate, disclaimers and copyright notices aside."""

_LONGEST_NOTICE: Final = 800

_PLATFORMS: Final = (
    "facebook|twitter|x|instagram|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|tiktok|youtube|threads|bluesky"
    "|mastodon|messenger|signal|viber|flipboard|pocket|e-?mail|print|copy link|link|rss|share|tweet|pin|save|more"
)
_MENU: Final = (
    r"menu|search|home|news|world|business|politics|sports?|opinion|culture|lifestyle|entertainment|technology|tech"
    r"|science|health|video|videos|podcasts?|live|log ?in|sign in|sign up|register|subscribe|newsletters?|about|about us"
    r"|contact|contact us|advertise(?: with us)?|careers|jobs|help|faqs?|privacy(?: (?:policy|notice))?|cookies?"
    r"(?: (?:policy|settings|preferences))?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|accessibility"
    r"|site ?map|archives?|skip to (?:main )?content|back to top|close|next|previous|older posts?|newer posts?"
    r"|(?:next|previous) (?:post|article|story)|advert|advertisement|sponsored(?: content)?|ad|promoted"
)
_SEPARATOR: Final = r"[\s|,/·•»>&:+-]+"
_WORDS_OF_A_BAR: Final = re.compile(rf"(?:{_PLATFORMS}|{_MENU}|on|via|this|to|{_SEPARATOR})(?=\W|$)|{_SEPARATOR}", re.I)

_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE: Final = re.compile(r"(?<![\w.])\+?\(?\d[\d ().-]{6,20}\d(?!\w)")

_REPORTS: Final = re.compile(
    r"\b(?:said|says|saying|told|tells|according to|announced|confirmed|claimed|argued|testified|reported that"
    r"|critics|officials?|police|court|minister|president|senator|spokes\w+)\b",
    re.I,
)


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


_COMMENTS: Final = _rule(
    r"(?:(?:no|one|\d[\d,.]*|add (?:a|your)|leave (?:a|your)|post (?:a|your)|write (?:a|your)|view(?: all)?|show(?: all)?"
    r"|load(?: more)?|read(?: all)?|see(?: all)?|hide|join the|all|recent|latest|older|newer|more|your|user|reader)"
    r"\s+)*(?:comments?|repl(?:y|ies)|conversation|discussion)(?:\s*[(:]?\s*\d[\d,.]*\s*\)?|\s+\(\d+\))?\s*[:.!]?$"
    r"|comments? (?:are|is) (?:now )?(?:closed|disabled|off|moderated|welcome)\b.{0,60}$|(?:be the first to|to) comment\b.{0,40}$"
    r"|your (?:e-?mail )?address will not be published\b|required fields are marked\b"
    r"|(?:you must be|please) log(?:ged)? ?in to (?:post|leave|write|comment|reply)\b.{0,60}$"
    r"|(?:log|sign) ?in to (?:post|leave|write|comment|reply)\b.{0,60}$|(?:cancel reply|post comment|submit)$"
    r"|(?:name|e-?mail|website|comment)\s*\*$|save my name, e-?mail\b"
)
_THANKS: Final = _rule(
    r"(?:many )?thank(?:s| you)(?: (?:so|very) much| a lot)? for (?:viewing|reading|watching|visiting|listening"
    r"|subscribing|stopping by|your (?:support|visit|time|comments?|interest|readership|subscription))"
    r"(?:$|\s*[,.!;:–—-]|\s+(?:our|this (?:article|post|blog|story|page|site)|the blog|and|us|with us|my)\b)"
)
_DISCLAIMER: Final = _rule(
    r"(?:disclaimer|legal notice)s?\s*[:–—-].{0,200}\b(?:comments?|views?|opinions?|content|article|information|site"
    r"|website|blog|advice|liab\w+|responsib\w+)\b"
    r"|(?:the )?(?:views?|opinions?|comments?)(?: and opinions?)?(?: expressed)?(?: \w+){0,6} (?:are|is|do|does)(?: \w+){0,3}"
    r" (?:those of|belong to|not (?:necessarily )?(?:reflect|represent|those)|necessarily reflect|posted by)\b"
)
_CONTACT: Final = _rule(
    r"(?:please |to |need to |want to |wish to |would you like to |you (?:can|may) |feel free to |kindly |do "
    r"|(?:for|got|have) [^.!?]{1,80}[,?:!]\s*|if you [^.!?]{1,80}, )?(?:please )?"
    r"(?:contact|e-?mail|call|phone|text|message|whatsapp|write to|reach(?: out to)?|get in touch with|talk to|follow|join"
    r"|support|advertise with|work with|find|like) us\b"
)
_AROUND_AN_ADDRESS: Final = _rule(
    r"(?:(?:contacts?|e-?mails?|mail|phones?|tel|telephone|mobile|cell|fax|whatsapp|call|text|us|me|him|her|at|on|to|via|or"
    r"|and|the|author|editor|newsroom|reporter|writer|press|media|sales|office|for|more|further|any|information|details"
    r"|enquiries|inquiries|advertising|adverts|ads|send|your|you|can|tips?|letters|news|comments|feedback|questions|please"
    r"|address|number|reach|here)\b|[\s:;,.!?|/()–—-]+)*$"
)
_NAMED_CONTACT: Final = re.compile(r"(?:[A-Z][\w'’]+ )?(?:Contacts?|CONTACTS?): (?:[A-Z][\w.'’-]+,? ){0,6}")
_BY_PHONE: Final = _rule(r"\b(?:contact|phone|tel|telephone|mobile|cell|fax|whatsapp|call|text)\b")
_FOLLOW: Final = _rule(
    r"(?:subscribe|sign up)(?:$|[!.:]|\s+(?:now|today|here|free|to (?:our|the|my|this)\b|for (?:our|the|free|more|daily|weekly)\b))"
    r"|follow (?:@|me\b|our\b|the author\b|[\w .]{1,40} on (?:twitter|x|facebook|instagram|linkedin|telegram|whatsapp|youtube"
    r"|threads|tiktok|bluesky|mastodon|google news)\b)"
    r"|share (?:this|on|via)\b|like (?:this|what you (?:see|read))\b|(?:e-?mail|print) this\b"
    r"|(?:download|get) (?:our|the) (?:free )?(?:app|newsletter|daily|weekly)\b|get (?:our|the) .{1,40} (?:newsletter|in your inbox)\b"
    r"|join (?:our|the) (?:newsletter|mailing list|whatsapp|telegram|community|conversation)\b"
    r"|(?:donate|become a (?:member|supporter|subscriber|patron))(?:$|[!.:]| (?:now|today|here|to (?:us|our))\b)"
    r"|support (?:our|independent|quality) (?:journalism|work|reporting|newsroom)\b"
)
_COPYRIGHT: Final = _rule(
    r"(?:©|\(c\)|copyright (?:©|\(c\)|(?:19|20)\d{2}\b(?!.{0,40}\b(?:law|act|reform|bill|rules)))|copyright:)"
    r"|.{0,120}\ball rights reserved\b\W*$|.{0,60}\bmay not be (?:published|reproduced|copied)\b.{0,60}\b(?:redistributed|permission|consent)\b"
)
_RELATED: Final = _rule(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|posts?|topics?|content|news|reading|links?|coverage))?|recommended(?: for you| reading)?"
    r"|trending(?: now)?|(?:most|popular) (?:read|popular|viewed|shared|posts|stories)|latest (?:news|stories|posts|articles)"
    r"|you (?:may|might) (?:also )?(?:like|enjoy)|don[’']t miss|up next|see also|also (?:read|see)|read (?:also|next|more|on)"
    r"|continue reading|more (?:stories|news|articles|posts)|editor[’']?s[’']? picks?)(?:\s*[:.!…»→]*\s*$|\s*:\s.{1,140}$)"
    r"|read the (?:full|original|rest of the) (?:story|article|post|report)\b.{0,60}$|more (?:on|from|about) [^.]{1,60}$"
    r"|click here\b.{0,80}$|scroll down\b.{0,60}$|(?:article|story) continues below\b.{0,40}$"
)
_FILED: Final = _rule(
    r"(?:tags?|tagged(?: with| as| in| under)?|filed under|posted (?:in|under)|categor(?:y|ies)|labels?|topics?|keywords?)"
    r"\s*[:–—-]\s.{1,140}$|(?:filed under|posted in)\s+.{1,100}[^.]$"
    r"|posted by [\w .'’-]{1,40}(?: (?:at|on) .{1,40})?$|(?:powered|designed|theme) by [^.,]{1,30}$"
)
_CREDITS: Final = re.compile(
    r"[(\[]?(?:(?:[Aa]dditional|[Ff]urther|[Ww]ith) )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled)(?: and \w+)? by "
    r"(?:(?:[A-Z][\w.'’-]*|and|in|by|for|with|from|at|additional|reporting|editing|writing)[\s,;]*){1,30}[.)\]]*$"
)


def _bar(line: str) -> bool:
    """True for a row of buttons or menu entries: nothing but their words and the signs between them."""
    place = 0
    while place < len(line) and (found := _WORDS_OF_A_BAR.match(line, place)) and found.end() > place:
        place = found.end()
    return place == len(line)


def _address(line: str) -> bool:
    """True for a contact line: an e-mail address or a phone number, and little beside what introduces it."""
    rest, emails = _EMAIL.subn(" ", line)
    rest, phones = _PHONE.subn(" ", rest)
    introduced = _AROUND_AN_ADDRESS.match(_NAMED_CONTACT.sub("contact ", rest.strip() + " "))
    return introduced is not None and (emails > 0 or (phones > 0 and _BY_PHONE.search(rest) is not None))


_CLASSES: Final[Sequence[Callable[[str], object]]] = (
    _COMMENTS.match,
    _THANKS.match,
    _CONTACT.match,
    _address,
    _FOLLOW.match,
    _RELATED.match,
    _FILED.match,
    _CREDITS.match,
    _bar,
)
_NOTICES: Final = (_DISCLAIMER, _COPYRIGHT)
_LEADING: Final[Sequence[Callable[[str], object]]] = (_bar, _FOLLOW.match, _address)


def is_boilerplate(line: str) -> bool:
    """True where `line`, at the end of a text, is the site's and not the article's."""
    if len(line) <= _LONGEST_NOTICE and any(notice.match(line) for notice in _NOTICES):
        return True
    return len(line) <= _LONGEST and not _REPORTS.search(line) and any(matches(line) for matches in _CLASSES)


def is_leading_boilerplate(line: str) -> bool:
    """True where `line`, at the beginning of a text, is a menu or a row of share buttons."""
    return len(line) <= _LONGEST and not _REPORTS.search(line) and any(matches(line) for matches in _LEADING)
