"""The samples of a run and where they come from, as a file of JSON."""

import json
import platform
import shutil
import subprocess
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from comparison.measure import Usage
from comparison.programs import Program
from comparison.rounds import Sample
from comparison.servers import Server


@dataclass(frozen=True)
class Setting:
    """Under which conditions samples were taken."""

    date: str
    machine: str
    storage: str
    versions: list[str]
    rounds: int
    scale: float

    @staticmethod
    def here(programs: tuple[Program, Program], work: Path, rounds: int, scale: float,
             server: Server | None = None) -> "Setting":
        versions = [program.version() for program in programs]
        storage = f"{server} on {_storage(server.folder)}" if server else _storage(work)
        return Setting(date.today().isoformat(), _machine(), storage, versions, rounds, scale)

    def __str__(self) -> str:
        return (f"{self.date}; {self.machine}; {self.storage}; {'; '.join(self.versions)}; "
                f"rounds: {self.rounds}; scale: {self.scale:g}")


def _machine() -> str:
    processors = [line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = [int(line.split()[1]) / (1 << 20) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")]
    processor = f"{len(processors)} × {processors[0]}" if processors else platform.machine()
    size = f", {memory[0]:.0f} GiB" if memory else ""
    return f"{processor}{size}, {platform.system()} {platform.release()}"


def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def _storage(work: Path) -> str:
    if shutil.which("findmnt") is None:
        return "unknown file system"
    found = subprocess.run(["findmnt", "-n", "-o", "FSTYPE", "-T", str(work)], capture_output=True, text=True)
    return " ".join(found.stdout.split()[:1]) or "unknown file system"


def save(file: Path, setting: Setting, samples: list[Sample]) -> None:
    document = {"setting": asdict(setting), "samples": [asdict(sample) for sample in samples]}
    file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def load(file: Path) -> tuple[Setting, list[Sample]]:
    document = json.loads(file.read_text(encoding="utf-8"))
    samples = [Sample(**{**sample, "usage": Usage(**sample["usage"])}) for sample in document["samples"]]
    return Setting(**document["setting"]), samples
