"""Servers on this machine, between the programs and the folder where the repositories are."""

import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from comparison import line
from comparison.line import Line

ROOT = Path(__file__).resolve().parents[2]
START_TIME = 60.0
KEY, SECRET = "benchmark", "benchmark-secret"
BUCKET = "bucket"


@dataclass(frozen=True)
class Server:
    """A server of some protocol on this machine, that keeps its files in a folder."""

    location: str
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    line: Line | None = None

    def location_of(self, name: str) -> str:
        return self.location.replace("{}", name)

    def count(self) -> tuple[int, int]:
        """Connections and requests since the last call, if there is a line that counts them."""
        return self.line.count() if self.line else (0, 0)

    def __str__(self) -> str:
        delay = f", round trip {self.line.round_trip * 1000:g} ms" if self.line else ""
        return f"{self.location}{delay}"


@dataclass(frozen=True)
class Started:
    """What runs at a port; in the location, PORT stands for it, as it may be at the end of a line."""

    port: int
    location: str
    folder: Path
    environment: dict[str, str]


@contextmanager
def started(kind: str, work: Path, round_trip: float | None) -> Iterator[Server]:
    """A server of its own, with a line of some round trip in seconds before it, or none."""
    place = work / "server"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with ExitStack() as running:
        server = running.enter_context(KINDS[kind](place))
        way = None if round_trip is None else running.enter_context(line.opened(server.port, round_trip))
        port = way.port if way else server.port
        yield Server(server.location.replace("PORT", str(port)), server.folder, server.environment, way)


@contextmanager
def _rest(place: Path) -> Iterator[Started]:
    program = _find("rest-server", "restic-rest-server")
    port, folder = _free_port(), _folder(place / "files")
    with _running([program, "--listen", f"127.0.0.1:{port}", "--path", str(folder), "--no-auth"], place, port):
        yield Started(port, "rest:http://127.0.0.1:PORT/{}/", folder, {})


@contextmanager
def _s3(place: Path) -> Iterator[Started]:
    """s3proxy, which checks signatures and checksums."""
    port, folder = _free_port(), _folder(place / "files" / BUCKET)
    settings = place / "s3proxy.conf"
    settings.write_text(f"""
s3proxy.authorization=aws-v2-or-v4
s3proxy.endpoint=http://127.0.0.1:{port}
s3proxy.identity={KEY}
s3proxy.credential={SECRET}
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir={folder.parent}
jclouds.identity=local
jclouds.credential=local
""")
    logging = ROOT / "backends/s3/src/test/resources/s3proxy-logback.xml"
    command = [_java(), "-Xmx1g", f"-Dlogback.configurationFile={logging}", "-cp", _s3proxy(),
               "org.gaul.s3proxy.Main", "--properties", str(settings)]
    with _running(command, place, port):
        yield Started(port, f"s3:http://127.0.0.1:PORT/{BUCKET}/{{}}", folder,
                      {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET})


def _java() -> str:
    """The JDK that Coffer finds for itself."""
    script = ". engine/cli/src/main/sh/find-jdk.sh && find_jdk"
    return f"{_output(['bash', '-c', script])}/bin/java"


def _s3proxy() -> str:
    """The class path, which a build writes after it has fetched all that it names."""
    class_path = ROOT / "backends/s3-servers/s3proxy/target/classpath"
    if not class_path.exists():
        _output(["mvn", "-q", "-pl", "backends/s3-servers/s3proxy", "pre-integration-test"])
    return class_path.read_text().strip()


@contextmanager
def _sftp(place: Path) -> Iterator[Started]:
    """OpenSSH's server, with keys of its own, and the home of a user who knows it."""
    port, folder, home = _free_port(), _folder(place / "files"), _folder(place / "home" / ".ssh")
    for key in (place / "host_key", home / "id_ed25519"):
        _output(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)])
    (place / "sshd_config").write_text(f"""
Port {port}
ListenAddress 127.0.0.1
HostKey {place}/host_key
PidFile none
AuthorizedKeysFile {home}/id_ed25519.pub
StrictModes no
UsePAM no
KbdInteractiveAuthentication no
PermitRootLogin yes
Subsystem sftp internal-sftp
""")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    with _running([_find("sshd"), "-D", "-e", "-f", str(place / "sshd_config")], place, port):
        yield Started(port, f"sftp://127.0.0.1:PORT/{folder}/{{}}", folder, _user(place, home))


def _user(place: Path, home: Path) -> dict[str, str]:
    """The environment of a user who can log in. Coffer looks for the configuration in his home, and ssh, which restic starts,
    in that of the system's list of users: so it is wrapped."""
    host_key = " ".join((place / "host_key.pub").read_text().split()[:2])
    (home / "known_hosts").write_text(f"server {host_key}\n")
    (home / "config").write_text(f"Host *\nHostKeyAlias server\nUserKnownHostsFile {home}/known_hosts\n"
                                 f"IdentityFile {home}/id_ed25519\nIdentityAgent none\nBatchMode yes\n")
    wrapper = _folder(place / "bin") / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec {_find("ssh")} -F {shlex.quote(str(home / "config"))} "$@"\n')
    wrapper.chmod(0o755)
    return {"HOME": str(home.parent), "PATH": f"{wrapper.parent}:{os.environ['PATH']}"}


KINDS: dict[str, Callable[[Path], AbstractContextManager[Started]]] = {"rest": _rest, "s3": _s3, "sftp": _sftp}


@contextmanager
def _running(command: Sequence[str], place: Path, port: int) -> Iterator[None]:
    log = place / "log"
    with open(log, "wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            _await(process, port, log)
            yield
        finally:
            process.terminate()


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + START_TIME
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                raise FileNotFoundError(f"{process.args} does not start:\n{log.read_text(errors='replace')}") from None
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _find(*names: str) -> str:
    path = f"{os.environ['PATH']}:/usr/sbin"
    found = next((place for name in names if (place := shutil.which(name, path=path))), None)
    if found is None:
        raise FileNotFoundError(f"there is no program {' or '.join(names)} on the PATH")
    return found


def _output(command: Sequence[str]) -> str:
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if result.returncode != 0:
        raise FileNotFoundError(f"{shlex.join(command)} failed:\n{result.stdout}{result.stderr}")
    return result.stdout.strip()
