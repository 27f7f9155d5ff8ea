"""The two programs in turns."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from comparison import files
from comparison.corpora import Corpus
from comparison.measure import Usage
from comparison.operations import Operation
from comparison.programs import Bench, Program
from comparison.servers import Server


@dataclass(frozen=True)
class Sample:
    """One run of one program.

    ``stored`` is the length of all files of the repository after it; ``connections`` and ``requests`` are what the server
    got, if somebody counted.
    """

    corpus: str
    operation: str
    program: str
    round: int
    usage: Usage
    stored: int
    connections: int = 0
    requests: int = 0


@dataclass(frozen=True)
class Comparison:
    """Measures operations; those of which the names are not in ``measured`` are only needed by others.

    The programs are ours and theirs; theirs makes the repositories.
    """

    programs: tuple[Program, Program]
    operations: list[Operation]
    measured: list[str]
    rounds: int
    work: Path
    server: Server | None = None

    def run(self, corpus: Corpus) -> Iterator[Sample]:
        tell(f"{corpus.name}: making the files")
        corpus.make()
        ours, theirs = (Bench(program, self.work / program.name, self.server) for program in self.programs)
        for number in range(self.rounds):
            theirs.start_anew()
            ours.start_like(theirs)
            yield from self._round(corpus, number, [ours, theirs] if number % 2 == 0 else [theirs, ours])
        ours.clear()
        theirs.clear()

    def _round(self, corpus: Corpus, number: int, benches: list[Bench]) -> Iterator[Sample]:
        with ExitStack() as edits:
            for operation in self.operations:
                if operation.changes_source:
                    edits.enter_context(corpus.edited())
                for bench in benches:
                    usage = self._measure(operation, bench, corpus)
                    connections, requests = self.server.count() if self.server else (0, 0)
                    stored = files.stored_bytes(bench.repository)
                    tell(f"{corpus.name}: round {number + 1} of {self.rounds}: {operation.name}: "
                         f"{bench.program.name} {usage.wall:.2f} s")
                    if operation.name in self.measured:
                        yield Sample(corpus.name, operation.name, bench.program.name, number, usage, stored,
                                     connections, requests)

    def _measure(self, operation: Operation, bench: Bench, corpus: Corpus) -> Usage:
        os.sync()  # nobody shall wait for what others have written
        if self.server:
            self.server.count()  # forget what came before
        usage = bench.run(operation.arguments(bench, corpus.folder))
        operation.check(bench, corpus.folder)
        return usage


def tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
