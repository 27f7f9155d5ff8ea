"""What is measured, and whether it did what it should."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from comparison import files
from comparison.measure import OperationFailed
from comparison.programs import Bench


@dataclass(frozen=True)
class Operation:
    """One command, given the folder that is backed up. ``needs`` names the operation that must have been run before."""

    name: str
    arguments: Callable[[Bench, Path], list[str]]
    check: Callable[[Bench, Path], None]
    needs: str = "first backup"
    changes_source: bool = False
    command: str = ""


def _backup(bench: Bench, source: Path) -> list[str]:
    return ["backup", str(source)]


def _restore(bench: Bench, source: Path) -> list[str]:
    return ["restore", "latest", "--target", str(bench.target)]


def _check_saved(bench: Bench, source: Path) -> None:
    if not re.search(rb"snapshot [0-9a-f]{8} saved", bench.output.read_bytes()):
        raise OperationFailed(f"{bench.program.name} says nothing of a snapshot saved, see {bench.output}")


def _check_restored(bench: Bench, source: Path) -> None:
    files.require_same(source, bench.target / source.relative_to("/"))


def _check_snapshots(bench: Bench, source: Path) -> None:
    if bytes(source) not in bench.output.read_bytes():
        raise OperationFailed(f"{bench.program.name} lists no snapshot of {source}")


def _check_listing(bench: Bench, source: Path) -> None:
    lines = bench.output.read_bytes().splitlines()
    found = sum(line == bytes(source) or line.startswith(bytes(source) + b"/") for line in lines)
    expected = files.count(source).entries
    if found != expected:
        raise OperationFailed(f"{bench.program.name} lists {found} entries instead of {expected}")


def _no_check(bench: Bench, source: Path) -> None:
    """The exit code says it all."""


OPERATIONS = (
    Operation("first backup", _backup, _check_saved, needs=""),
    Operation("unchanged backup", _backup, _check_saved),
    Operation("changed backup", _backup, _check_saved, changes_source=True),
    Operation("snapshots", lambda bench, source: ["snapshots"], _check_snapshots),
    Operation("ls", lambda bench, source: ["ls", "latest"], _check_listing),
    Operation("check", lambda bench, source: ["check"], _no_check),
    Operation("check --read-data", lambda bench, source: ["check", "--read-data"], _no_check),
    Operation("restore", _restore, _check_restored),
    Operation("restore over existing", _restore, _check_restored, needs="restore"),
    Operation("forget + prune", lambda bench, source: ["forget", "--keep-last", "1", "--prune"], _no_check,
              needs="unchanged backup", command="prune"),
)


def with_needed(names: list[str]) -> list[Operation]:
    """The named operations and those they need, in order."""
    wanted = set(names)
    for operation in reversed(OPERATIONS):
        if operation.name in wanted and operation.needs:
            wanted.add(operation.needs)
    return [operation for operation in OPERATIONS if operation.name in wanted]
