"""A long line to a server on this machine, see delay.py."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DELAY = Path(__file__).with_name("delay.py")


@dataclass(frozen=True)
class Line:
    """What leads to a server, with a port of its own on this machine."""

    port: int
    round_trip: float
    process: subprocess.Popen[str]

    def count(self) -> tuple[int, int]:
        """How many connections were opened, and how often a client has asked for something, since the last call."""
        assert self.process.stdin and self.process.stdout
        print(file=self.process.stdin, flush=True)
        connections, requests = self.process.stdout.readline().split()
        return int(connections), int(requests)


@contextmanager
def opened(port: int, round_trip: float) -> Iterator[Line]:
    """A line to a port, on which each byte is under way for half of some seconds."""
    command = [sys.executable, "-I", "-S", str(DELAY), str(port), str(round_trip)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Line(int(process.stdout.readline()), round_trip, process)
        finally:
            process.kill()
