"""Whether a page is of a size that a tree can be made of: what is made to use up a parser is known by counting."""

from __future__ import annotations

import re
from typing import Final

from factcheck.errors import InputError

MOST_TAGS: Final = 1_000_000
"""A page with more is refused. The longest pages of an encyclopaedia have less than 100,000."""

MOST_IN_TREE: Final = 200_000
"""A page with more tags is read without its tree: to find the article in one takes time for each element."""

MOST_ATTRIBUTES: Final = 5_000
"""Of one tag: the parser compares each with all before it."""

_TAG: Final = re.compile(r"<[A-Za-z][^>]*")


def refuse_too_many_tags(html: str) -> None:
    """Raises:
    InputError: If the page has more than `MOST_TAGS`.
    """
    if (count := html.count("<")) > MOST_TAGS:
        raise InputError(
            f"The page has {count} tags; the limit is {MOST_TAGS}.",
            hint="Save the part that matters as a page of its own, or as text.",
        )


def fits_a_tree(html: str) -> bool:
    """Whether a parser can be asked for the tree of this page. Linear, like all that looks at `html` without one."""
    if html.count("<") > MOST_IN_TREE:
        return False
    return all(tag.group().count("=") <= MOST_ATTRIBUTES for tag in _TAG.finditer(html))
