"""What the figures were measured on, printed above them."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path


def machine_lines() -> list[str]:
    """Processor, cores, memory, Python, system, and the commit that was measured."""
    return [
        f"machine: {_processor()}, {os.cpu_count()} cores, {_memory_gb():.0f} GB, {platform.system()}",
        f"python: {platform.python_version()}",
        f"commit: {_commit()}",
    ]


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _commit() -> str:
    run = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty", "--abbrev=12"]
    answer = subprocess.run(run, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "not a checkout"
