"""Changes a folder in place as days of work would, and takes all of it back."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from comparison.files import regular_files

LARGE = 16 << 20
BLOCK = 4096

# Of all small files, this share is changed, deleted, and new.
CHANGED, DELETED, NEW = 0.01, 0.002, 0.005


@contextmanager
def edited(folder: Path, aside: Path) -> Iterator[None]:
    """While the context lasts, the folder is changed. Deleted files wait in ``aside``, a folder that must not exist."""
    source = random.Random(5)
    files = [file for file in regular_files(folder) if file.stat().st_size > 0]
    large = [file for file in files if file.stat().st_size >= LARGE]
    small = [file for file in files if file.stat().st_size < LARGE]
    with ExitStack() as undo:
        for file in large:
            _change_large(file, source, undo)
        changed = source.sample(small, _share(small, CHANGED))
        for file in changed:
            _flip(file, 0, undo)
        for file in source.sample(sorted(set(small) - set(changed)), _share(small, DELETED)):
            _delete(file, aside, undo)
        _add(folder / "new files", _share(small, NEW), source, undo)
        yield
    shutil.rmtree(aside, ignore_errors=True)


def _share(files: list[Path], part: float) -> int:
    return int(len(files) * part)


def _change_large(file: Path, source: random.Random, undo: ExitStack) -> None:
    """Some runs of blocks in the middle become others, and a little is added at the end."""
    size = file.stat().st_size
    for _ in range(max(1, size // (64 << 20))):
        start = source.randrange(size // BLOCK) * BLOCK
        for block in range(16):
            _flip(file, start + block * BLOCK, undo)
    with open(file, "r+b") as data:
        data.seek(size // 2)
        addition = data.read(size // 256)
        data.seek(size)
        data.write(addition)
    undo.callback(os.truncate, file, size)


def _flip(file: Path, start: int, undo: ExitStack) -> None:
    """Inverts the last bit of each byte of a block; the second time makes good the first."""
    _flip_block(file, start)
    undo.callback(_flip_block, file, start)


def _flip_block(file: Path, start: int) -> None:
    with open(file, "r+b") as data:
        data.seek(start)
        block = data.read(BLOCK)
        data.seek(start)
        data.write(bytes(byte ^ 1 for byte in block))


def _delete(file: Path, aside: Path, undo: ExitStack) -> None:
    aside.mkdir(exist_ok=True)
    hidden = aside / str(len(os.listdir(aside)))
    file.rename(hidden)
    undo.callback(hidden.rename, file)


def _add(folder: Path, number: int, source: random.Random, undo: ExitStack) -> None:
    folder.mkdir()
    undo.callback(shutil.rmtree, folder)
    for file in range(number):
        (folder / f"new {file}").write_bytes(source.randbytes(source.randrange(1, 8192)))
