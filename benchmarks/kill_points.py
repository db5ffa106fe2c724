"""Runs a function in a child process and kills it: just before one of its operations on files, or after some time.

Linux only. The child asks to be traced (ptrace), and a filter (seccomp) stops it at the calls that change files, those
of SQLite among them; at such a stop it can be killed before the call is carried out.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_CALLS: Final = {
    # write, pwrite64, writev, ftruncate, fallocate, fsync, fdatasync, rename*, link*, unlink*, mkdir*, rmdir, symlink*
    "x86_64": (1, 18, 20, 77, 285, 74, 75, 82, 264, 316, 86, 265, 87, 263, 83, 258, 84, 88, 266),
    "aarch64": (64, 68, 66, 46, 47, 82, 83, 38, 276, 37, 35, 34, 36),
}
_OPENAT: Final = {"x86_64": 257, "aarch64": 56}
_O_CREAT: Final = 0o100

_TRACEME, _CONT, _SETOPTIONS = 0, 7, 0x4200
_TRACE_SECCOMP, _EXIT_KILL = 0x80, 0x100000
_STOPPED_BY_FILTER: Final = signal.SIGTRAP | (7 << 8)
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _TRACE = 0x7FFF0000, 0x7FF00000
_LOAD, _IF_EQUAL, _IF_BITS, _RETURN = 0x20, 0x15, 0x45, 0x06

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.ptrace.restype = ctypes.c_long


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended.

    Attributes:
        code: Its exit code; None where it was killed.
        operations: How many operations on files it had begun; 0 where nobody counted.
        out: All that it printed.
        seconds: How long it took.
    """

    code: int | None
    operations: int
    out: str
    seconds: float


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def traceable() -> bool:
    """Whether this machine can do it."""
    return sys.platform == "linux" and platform.machine() in _CALLS


def run_to_the_end(act: Callable[[], int]) -> Ended:
    """Run `act`, which gives an exit code."""
    return _untraced(act, None)


def run_and_count(act: Callable[[], int]) -> Ended:
    """Run it, and count its operations on files."""
    return _traced(act, kill_at=0)


def kill_at_operation(act: Callable[[], int], number: int) -> Ended:
    """Kill it before its operation of this number, counted from 1, or let it end where it has fewer."""
    return _traced(act, kill_at=number)


def kill_after(act: Callable[[], int], seconds: float) -> Ended:
    """Kill it after this time, wherever it is then."""
    return _untraced(act, seconds)


def _untraced(act: Callable[[], int], killed_after: float | None) -> Ended:
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        child = _fork(act, out.fileno(), traced=False)
        if killed_after is not None:
            time.sleep(killed_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        return _ended(status, 0, out.fileno(), began)


def _traced(act: Callable[[], int], *, kill_at: int) -> Ended:
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        child = _fork(act, out.fileno(), traced=True)
        os.waitpid(child, 0)
        _ptrace(_SETOPTIONS, child, _TRACE_SECCOMP | _EXIT_KILL)
        operations, pass_on = 0, 0
        while True:
            _ptrace(_CONT, child, pass_on)
            _, status = os.waitpid(child, 0)
            if not os.WIFSTOPPED(status):
                return _ended(status, operations, out.fileno(), began)
            pass_on = 0
            if status >> 8 != _STOPPED_BY_FILTER:
                pass_on = os.WSTOPSIG(status)
                continue
            operations += 1
            if operations == kill_at:
                os.kill(child, signal.SIGKILL)
                _, status = os.waitpid(child, 0)
                return _ended(status, operations - 1, out.fileno(), began)


def _ended(status: int, operations: int, out: int, began: float) -> Ended:
    code = None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
    os.lseek(out, 0, os.SEEK_SET)
    printed = os.read(out, 1 << 24).decode(errors="replace")
    return Ended(code, operations, printed, time.monotonic() - began)


def _fork(act: Callable[[], int], out: int, *, traced: bool) -> int:
    child = os.fork()
    if child:
        return child
    try:
        os.dup2(out, 1)
        os.dup2(out, 2)
        if traced:
            _ptrace(_TRACEME, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            _stop_at_operations()
        os._exit(act())
    except BaseException:  # noqa: BLE001  # a child must never come back to where its parent goes on
        traceback.print_exc()
    finally:
        os._exit(99)


def _stop_at_operations() -> None:
    """From here on each call that changes files stops this process, until whoever traces it lets it go on."""
    machine = platform.machine()
    calls = _CALLS[machine]
    # Of what BPF is given, the number of the call stands at 0 and the lower half of its third argument at 32.
    program = [(_LOAD, 0, 0, 0)]
    program += [(_IF_EQUAL, len(calls) - number + 2, 0, call) for number, call in enumerate(calls)]
    program += [
        (_IF_EQUAL, 0, 3, _OPENAT[machine]),
        (_LOAD, 0, 0, 32),
        (_IF_BITS, 0, 1, _O_CREAT),
        (_RETURN, 0, 0, _TRACE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = b"".join(struct.pack("=HBBI", *each) for each in program)
    filters = _Program(len(program), code)
    if _libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or _libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(filters), 0, 0):
        raise OSError(ctypes.get_errno(), "the filter can't be set")


def _ptrace(what: int, child: int, value: int) -> None:
    if _libc.ptrace(what, child, None, ctypes.c_void_p(value)) < 0:
        raise OSError(ctypes.get_errno(), "the child can't be traced")
