"""Copies of real files of this machine."""

import os
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

from comparison.files import walk

ROOTS = (Path("/usr/share"), Path("/usr/lib"))


@dataclass(frozen=True)
class SystemFile:
    path: str
    size: int


def copy_sample(folder: Path, files: int, size: int) -> None:
    """Copies up to so many files from all over the system, without the largest if they have too many bytes."""
    everything = sorted(_system_files(), key=lambda file: zlib.crc32(os.fsencode(file.path)))
    _copy(folder, _smallest(everything[:files], size))


def copy_part(folder: Path, files: int, size: int) -> None:
    """The same with the first files, so that whole folders are copied."""
    everything = sorted(_system_files(), key=lambda file: (file.path.startswith("/usr/lib"), file.path))
    _copy(folder, _smallest(everything[:files], size))


def _system_files() -> list[SystemFile]:
    """Regular files and symbolic links that may be read."""
    found = []
    for root in ROOTS:
        for entry in walk(root):
            is_link = entry.is_symlink()
            if is_link or (entry.is_file(follow_symlinks=False) and os.access(entry.path, os.R_OK)):
                found.append(SystemFile(entry.path, 0 if is_link else entry.stat().st_size))
    return found


def _smallest(files: list[SystemFile], size: int) -> list[SystemFile]:
    total = 0
    chosen = []
    for file in sorted(files, key=lambda file: file.size):
        total += file.size
        if total > size:
            break
        chosen.append(file)
    return chosen


def _copy(folder: Path, files: list[SystemFile]) -> None:
    for file in files:
        copy = folder / file.path.lstrip("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file.path, copy, follow_symlinks=False)
        if not copy.is_symlink():
            copy.chmod(copy.stat().st_mode & 0o777 | 0o600)
