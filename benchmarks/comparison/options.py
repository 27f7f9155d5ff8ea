"""What both scripts take on the command line."""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comparison.programs import Program, Server

ROOT = Path(__file__).resolve().parents[2]


def add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--restic", default="restic", metavar="PATH", help="which restic (default: that on the PATH)")
    parser.add_argument("--coffer", default=str(ROOT / "coffer"), metavar="PATH",
                        help="which Coffer (default: that of this checkout)")
    parser.add_argument("--work", type=Path, metavar="FOLDER",
                        help="where to put data and repositories; the data stay for the next run (default: a "
                             "temporary folder)")


def add_server(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--location", metavar="LOCATION",
                        help="where a server on this machine has the repositories, with {} for their name, such as "
                             "rest:http://localhost:8000/{}/ (default: in folders)")
    parser.add_argument("--served", type=Path, metavar="FOLDER",
                        help="where that server keeps them: the repository named {} is the folder of that name in it")


def server(options: argparse.Namespace) -> Server | None:
    if options.location is None:
        return None
    if "{}" not in options.location or options.served is None:
        raise FileNotFoundError("--location needs a {} for the name of a repository, and --served")
    return Server(options.location, options.served.resolve(strict=True))


def programs(options: argparse.Namespace) -> tuple[Program, Program]:
    return Program.find("Coffer", options.coffer), Program.find("restic", options.restic)


@contextmanager
def work_folder(options: argparse.Namespace) -> Iterator[Path]:
    if options.work is not None:
        options.work.mkdir(parents=True, exist_ok=True)
        yield options.work.resolve()
        return
    folder = Path(tempfile.mkdtemp(prefix="coffer-comparison-")).resolve()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def share(text: str) -> float:
    """A number from 0.01 to 1."""
    value = float(text)
    if not 0.01 <= value <= 1:
        raise argparse.ArgumentTypeError("must be from 0.01 to 1")
    return value


def positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value
