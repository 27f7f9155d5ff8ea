"""Runs one command and tells what it used."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STOPWATCH = Path(__file__).with_name("stopwatch.py")


class OperationFailed(Exception):
    """A measured command did not do what it should have done."""


@dataclass(frozen=True)
class Usage:
    """What one run of a program took, its children included: seconds, and bytes of memory at its peak."""

    wall: float
    user: float
    system: float
    peak_memory: int


def run(command: Sequence[str], environment: Mapping[str, str], output: Path) -> Usage:
    """Runs a command that must succeed; its output goes to a file, what it complains about to a second one."""
    complaints = output.with_suffix(".err")
    stopwatch = [sys.executable, "-I", "-S", str(STOPWATCH), str(output), str(complaints)]
    printed = subprocess.run([*stopwatch, *command], env=environment, stdout=subprocess.PIPE, check=True, text=True)
    exit_code, wall, user, system, peak = printed.stdout.split()
    if exit_code != "0":
        text = complaints.read_text(errors="replace")[-2000:]
        raise OperationFailed(f"{' '.join(command)}\nended with {exit_code}:\n{text}")
    return Usage(float(wall), float(user), float(system), int(peak) * 1024)
