"""The data that is backed up, made once and kept below the work folder."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from comparison import content, edits, system

MIB = 1 << 20
GIB = 1 << 30


@dataclass(frozen=True)
class Recipe:
    """How to make a corpus; ``build`` fills an empty folder, given the scale."""

    name: str
    description: str
    build: Callable[[Path, float], None]


RECIPES = (
    Recipe("random", "2 GiB of random data in one file",
           lambda folder, scale: content.write_random(folder / "random.bin", int(2 * GIB * scale))),
    Recipe("dump", "a database dump of 1 GiB",
           lambda folder, scale: content.write_dump(folder / "dump.sql", int(GIB * scale))),
    Recipe("system", "up to 100,000 files of this system, up to 1.3 GiB",
           lambda folder, scale: system.copy_sample(folder, int(100_000 * scale), int(1.3 * GIB * scale))),
    Recipe("small", "14,000 of them, up to 150 MB",
           lambda folder, scale: system.copy_part(folder, int(14_000 * scale), int(150e6 * scale))),
    Recipe("tiny", "200,000 files of 1 KB",
           lambda folder, scale: content.write_small_files(folder, int(200_000 * scale), 100)),
    Recipe("image", "a sparse disk image of 3 GiB, a third of it in use",
           lambda folder, scale: content.write_image(folder / "disk.img", int(3 * GIB * scale))),
)


@dataclass(frozen=True)
class Corpus:
    """A folder that is made when it is first asked for."""

    recipe: Recipe
    scale: float
    place: Path

    @property
    def name(self) -> str:
        return self.recipe.name

    @property
    def folder(self) -> Path:
        return self.place / self.name

    @property
    def _stamp(self) -> Path:
        """Says how the folder was made; missing while it is not as it should be."""
        return self.place / f"{self.name}.json"

    def make(self) -> None:
        made_as = {"scale": self.scale}
        if self._stamp.exists() and json.loads(self._stamp.read_text()) == made_as:
            return
        self.remove()
        self.folder.mkdir(parents=True)
        self.recipe.build(self.folder, self.scale)
        self._stamp.write_text(json.dumps(made_as))

    def remove(self) -> None:
        self._stamp.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self._aside, ignore_errors=True)

    @property
    def _aside(self) -> Path:
        return self.place / f"{self.name}.deleted"

    @contextmanager
    def edited(self) -> Iterator[None]:
        """Changed in place while the context lasts. Whoever is killed meanwhile leaves no stamp."""
        stamp = self._stamp.read_text()
        self._stamp.unlink()
        with edits.edited(self.folder, self._aside):
            yield
        self._stamp.write_text(stamp)
