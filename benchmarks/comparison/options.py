"""What both scripts take on the command line."""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comparison import servers
from comparison.programs import Program
from comparison.servers import Server

ROOT = Path(__file__).resolve().parents[2]


def add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--restic", default="restic", metavar="PATH", help="which restic (default: that on the PATH)")
    parser.add_argument("--coffer", default=str(ROOT / "coffer"), metavar="PATH",
                        help="which Coffer (default: that of this checkout)")
    parser.add_argument("--work", type=Path, metavar="FOLDER",
                        help="where to put data and repositories; the data stay for the next run (default: a "
                             "temporary folder)")


def add_server(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--store", choices=["local", *servers.KINDS], default="local",
                        help="where the repositories are: in folders, or behind a server that is started on this machine: "
                             "rest-server, s3proxy, or OpenSSH's sshd")
    parser.add_argument("--latency", type=latency, metavar="20ms",
                        help="round trip to that server, by a proxy that passes everything on later; it counts requests, too")
    parser.add_argument("--location", metavar="LOCATION",
                        help="where a server on this machine has the repositories, with {} for their name, such as "
                             "rest:http://localhost:8000/{}/; instead of --store")
    parser.add_argument("--served", type=Path, metavar="FOLDER",
                        help="where that server keeps them: the repository named {} is the folder of that name in it")


@contextmanager
def server(options: argparse.Namespace, work: Path) -> Iterator[Server | None]:
    if options.store != "local":
        with servers.started(options.store, work, options.latency) as started:
            yield started
    elif options.latency is not None:
        raise FileNotFoundError("--latency needs a --store with a server")
    elif options.location is None:
        yield None
    elif "{}" not in options.location or options.served is None:
        raise FileNotFoundError("--location needs a {} for the name of a repository, and --served")
    else:
        yield Server(options.location, options.served.resolve(strict=True))


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


def latency(text: str) -> float:
    """Seconds, given in milliseconds."""
    value = float(text.removesuffix("ms"))
    if not 0 <= value <= 10_000:
        raise argparse.ArgumentTypeError("must be from 0ms to 10000ms")
    return value / 1000
