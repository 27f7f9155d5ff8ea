"""What is in a folder, and whether a restored one has the same."""

import os
import random
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comparison.measure import OperationFailed

SAMPLED_FILES = 100
SAMPLED_BYTES = 8 << 20


@dataclass(frozen=True)
class Content:
    """Counts over a folder. The folder itself is one of its entries."""

    entries: int
    files: int
    bytes: int


def walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Every entry below a folder, one folder after the other."""
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)


def count(folder: Path) -> Content:
    entries, files, size = 1, 0, 0
    for entry in walk(folder):
        entries += 1
        status = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(status.st_mode):
            files += 1
            size += status.st_size
    return Content(entries, files, size)


def stored_bytes(repository: Path) -> int:
    """The length of all files of a repository."""
    return count(repository).bytes


def regular_files(folder: Path) -> list[Path]:
    """All regular files below a folder, sorted."""
    return sorted(Path(entry.path) for entry in walk(folder) if entry.is_file(follow_symlinks=False))


def require_same(source: Path, restored: Path) -> None:
    """Compares the counts, and the content of some files."""
    if not restored.is_dir():
        raise OperationFailed(f"there should be a folder {restored}")
    expected, found = count(source), count(restored)
    if found != expected:
        raise OperationFailed(f"{restored} should have {expected} like {source}, but has {found}")
    files = regular_files(source)
    for file in random.Random(1).sample(files, min(SAMPLED_FILES, len(files))):
        copy = restored / file.relative_to(source)
        if _sample(file) != _sample(copy):
            raise OperationFailed(f"{copy} differs from {file}")


def _sample(file: Path) -> bytes:
    """The start and the end of a file."""
    with open(file, "rb") as data:
        start = data.read(SAMPLED_BYTES)
        data.seek(max(0, file.stat().st_size - SAMPLED_BYTES))
        return start + data.read(SAMPLED_BYTES)
