"""The two programs that are compared. Their commands and options are the same."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from comparison.measure import Usage, run
from comparison.servers import Server

PASSWORD = "benchmark"

# Settings that would make one of the two run other than it does by default.
FOREIGN_SETTINGS = re.compile(r"RESTIC_.*|GO(GC|MAXPROCS|MEMLIMIT|DEBUG)|COFFER_JAVA_OPTS|_?JAVA(_TOOL)?_OPTIONS")


@dataclass(frozen=True)
class Program:
    name: str
    executable: str

    @staticmethod
    def find(name: str, executable: str) -> "Program":
        found = shutil.which(executable)
        if found is None:
            raise FileNotFoundError(f"there is no program {executable}; name one with --{name.lower()} PATH")
        return Program(name, os.path.abspath(found))

    def version(self) -> str:
        """What it says about itself. The first call builds Coffer, and warms up both."""
        return self._output("version").splitlines()[0]

    def knows(self, command: str) -> bool:
        return re.search(rf"^  {command}\b", self._output("help"), re.MULTILINE) is not None

    def _output(self, command: str) -> str:
        result = subprocess.run([self.executable, command], env=_clean_environment(), capture_output=True, text=True)
        if result.returncode != 0:
            raise FileNotFoundError(f"{self.executable} {command} failed:\n{result.stderr}")
        return result.stdout


@dataclass(frozen=True)
class Bench:
    """A program with a repository, a cache, and a place to restore to of its own."""

    program: Program
    folder: Path
    server: Server | None = None

    @property
    def repository(self) -> Path:
        """Where the files of the repository are."""
        return self.server.folder / self.folder.name if self.server else self.folder / "repository"

    @property
    def location(self) -> str:
        """What the program is told."""
        return self.server.location_of(self.folder.name) if self.server else str(self.repository)

    @property
    def target(self) -> Path:
        return self.folder / "restored"

    @property
    def output(self) -> Path:
        return self.folder / "output.txt"

    def start_anew(self) -> None:
        """Makes an empty repository, whatever was there before."""
        self._empty()
        self.run(["init"])

    def start_like(self, other: "Bench") -> None:
        """Starts with a copy of a repository: with the same places to cut, and a key that is as costly to open."""
        self._empty()
        shutil.copytree(other.repository, self.repository)

    def _empty(self) -> None:
        self.clear()
        (self.folder / "tmp").mkdir(parents=True)

    def clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.repository, ignore_errors=True)

    def run(self, arguments: list[str]) -> Usage:
        environment = _clean_environment() | (self.server.environment if self.server else {}) | {
            "RESTIC_REPOSITORY": self.location,
            "RESTIC_PASSWORD": PASSWORD,
            "RESTIC_CACHE_DIR": str(self.folder / "cache"),
            "TMPDIR": str(self.folder / "tmp"),
        }
        return run([self.program.executable, *arguments], environment, self.output)


def _clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not FOREIGN_SETTINGS.fullmatch(name)}
