#!/usr/bin/env python3
"""Asks a real restic what it would prune, in random repositories and with random options.

    prune-decisions.py RESTIC OUT [SEED...]

Writes a text file: for each repository a line with its version, one for each pack (kind, then "blob:length" of each blob, with
a "u" if that is not compressed), one with the blobs that snapshots need, and one for each set of options with a letter for each
pack: k(eep), r(epack) or d(elete). Where restic decides by chance, which it shows by deciding differently when it is asked
again, there is no line.
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

RESTIC = sys.argv[1]
TIMES_ASKED = 3
BACKUPS = 14
QUESTIONS = 14


class Repository:
    def __init__(self, work: Path, seed: int):
        self.random = random.Random(seed)
        self.path, self.source = work / "repository", work / "source"
        self.source.mkdir()
        self.environment = {**os.environ, "RESTIC_PASSWORD": "x", "RESTIC_CACHE_DIR": str(work / "cache")}
        self.restic("init", "--repository-version", "1" if seed % 4 in (1, 2) else "2")
        for number in range(BACKUPS):
            self.change(number)
            self.backup(number, twice=seed % 2 == 1 and number % 5 == 3)
        self.version = 1 if seed % 4 == 1 else 2
        if seed % 4 == 2:
            self.restic("migrate", "upgrade_repo_v2")
        snapshots = [snapshot["id"] for snapshot in self.json("snapshots", "--json")]
        self.restic("forget", *self.random.sample(snapshots, BACKUPS // 2))

    def restic(self, *arguments: str, path: Path | None = None) -> str:
        command = [RESTIC, "-r", str(path or self.path), *arguments]
        run = subprocess.run(command, cwd=self.source, env=self.environment, capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(f"{command}: {run.stderr}")
        return run.stdout

    def json(self, *arguments: str):
        return json.loads(self.restic(*arguments))

    def change(self, number: int) -> None:
        for name in os.listdir(self.source):
            if self.random.random() < 0.3:
                (self.source / name).unlink()
        for i in range(self.random.randint(1, 6)):
            size = int(2 ** self.random.uniform(6, 16))
            content = self.random.randbytes(size)
            text = content.hex().encode() if self.random.random() < 0.5 else content
            (self.source / f"{number}-{i}").write_bytes(text)

    def backup(self, number: int, twice: bool) -> None:
        """Twice: as if two machines had backed up the same at the same time."""
        options = ["backup", ".", "--compression", self.random.choice(["auto", "off"])]
        other = self.path.with_name("other")
        if twice:
            shutil.copytree(self.path, other)
            self.restic(*options, path=other)
        self.restic(*options)
        if twice:
            for folder in ("data", "index", "snapshots"):
                shutil.copytree(other / folder, self.path / folder, dirs_exist_ok=True)
            shutil.rmtree(other)

    def packs(self) -> dict:
        packs = {}
        for index in self.restic("list", "index").split():
            for pack in self.json("cat", "index", index)["packs"]:
                packs[pack["id"]] = pack["blobs"]
        return packs

    def needed(self) -> set:
        needed, trees = set(), [snapshot["tree"] for snapshot in self.json("snapshots", "--json")]
        while trees:
            tree = trees.pop()
            if ("tree", tree) in needed:
                continue
            needed.add(("tree", tree))
            for node in self.json("cat", "blob", tree)["nodes"]:
                needed.update(("data", id) for id in node.get("content") or [])
                trees.extend([node["subtree"]] if "subtree" in node else [])
        return needed

    def options(self) -> list:
        choose = self.random.choice
        options = ["--max-unused", choose(["0", "0", "5%", "12.5%", "40%", "unlimited", "30k", "200k"])]
        options += choose([[], [], [], ["--repack-cacheable-only"]])
        if self.random.random() < 0.3:
            # With small packs, or those to be compressed, chance would decide which of them are too many.
            options += ["--repack-smaller-than", "1b", "--max-repack-size", choose(["0", "40k", "150k", "400k"])]
        else:
            options += choose([[], *[["--repack-smaller-than", size] for size in ("500b", "3k", "20k", "60k", "200k")]])
            options += choose([[], [], ["--repack-uncompressed"]]) if self.version == 2 else []
        return options

    def decisions(self, options: list, packs: dict) -> str:
        out = self.restic("prune", "--dry-run", "-vv", *options)
        sets = [re.search(title + r" packs:\n\{([^}]*)\}", out).group(1).split()
                for title in ("repacked and removed the following", "no longer used")]
        return "".join("r" if pack[:8] in sets[0] else "d" if pack[:8] in sets[1] else "k" for pack in packs)


def describe(repository: Repository) -> list:
    packs, numbers = repository.packs(), {}
    lines = [f"repository {repository.version}"]
    for blobs in packs.values():
        line = f"pack {blobs[0]['type']}"
        for blob in blobs:
            number = numbers.setdefault((blob["type"], blob["id"]), len(numbers))
            line += f" {number}:{blob['length']}" + ("" if "uncompressed_length" in blob else "u")
        lines.append(line)
    lines.append("needed " + " ".join(str(number) for number in sorted(numbers[blob] for blob in repository.needed())))
    for _ in range(QUESTIONS):
        options = repository.options()
        answers = {repository.decisions(options, packs) for _ in range(TIMES_ASKED)}
        if len(answers) == 1:
            lines.append(" ".join(options) + " " + answers.pop())
    return lines


def main() -> None:
    with open(sys.argv[2], "w") as out:
        for seed in [int(seed) for seed in sys.argv[3:]] or range(8):
            with tempfile.TemporaryDirectory() as work:
                out.write("\n".join(describe(Repository(Path(work), seed))) + "\n")
                out.flush()


main()
