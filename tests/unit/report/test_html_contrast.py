"""The palette of the page, by the contrast ratios of WCAG 2.2 (success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck.report.html

TEMPLATES = Path(factcheck.report.html.__file__).parent / "templates"
COLOURS, RULES = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ("colours.css", "report.css"))
STATUSES = ("supported", "refuted", "conflicting", "not_enough_evidence", "not_checkable", "in_review", "unreviewed")


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light page, the dark one and paper; the two latter take the rest from the light one."""
    light, dark, paper = (
        dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{3,6});", each)) for each in COLOURS.split(":root {")[1:]
    )
    return {"light": light, "dark": light | dark, "paper": light | paper}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, share: float, ground: str) -> str:
    """`color-mix(in srgb, colour share, transparent)` over `ground`."""
    parts = [int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(each):02x}" for each in parts)


def test_this_computes_the_ratios_that_wcag_gives() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark", "paper"])
def test_text_and_statuses_stand_out_from_every_ground(name: str) -> None:
    colours = palettes()[name]
    weak = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text in ("ink", "soft", "link", *STATUSES)
        for ground in ("paper", "card", "faint")
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_sign_stands_out_from_its_status(name: str) -> None:
    colours = palettes()[name]
    assert min(contrast(colours["on-status"], colours[each]) for each in STATUSES) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marked_text_stays_readable(name: str) -> None:
    """The shares are those of the style sheet."""
    colours = palettes()[name]
    assert "var(--status) 13%, transparent" in RULES
    assert "var(--link) 12%, transparent" in RULES
    grounds = [mixed(colours[each], 0.13, colours["paper"]) for each in STATUSES[:5]]
    grounds.append(mixed(colours["link"], 0.12, colours["card"]))
    assert min(contrast(colours["ink"], ground) for ground in grounds) >= 7
