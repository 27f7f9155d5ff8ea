"""Made-up files: the same for the same size, on every machine."""

import random
from pathlib import Path
from typing import BinaryIO

MIB = 1 << 20
STATES = ("new", "paid", "packed", "shipped", "returned")


def write_random(file: Path, size: int) -> None:
    """Bytes that nobody can compress."""
    source = random.Random(1)
    with open(file, "wb") as out:
        for start in range(0, size, MIB):
            out.write(source.randbytes(min(MIB, size - start)))


def write_dump(file: Path, size: int) -> None:
    """A database dump: one table of orders in long INSERT statements, with customers and remarks that come again."""
    source = random.Random(2)
    customers = [_customer(source, number) for number in range(20_000)]
    remarks = [_sentence(source) for _ in range(3_000)]
    with open(file, "w", encoding="ascii") as out:
        out.write("CREATE TABLE orders (id INT, customer TEXT, state TEXT, made TIMESTAMP, sum NUMERIC, token TEXT);\n")
        written, number = 0, 0
        while written < size:
            rows = ",\n".join(_order(source, number + i, customers, remarks) for i in range(500))
            written += out.write(f"INSERT INTO orders VALUES\n{rows};\n")
            number += 500


def _customer(source: random.Random, number: int) -> str:
    first, last, town = (_word(source).capitalize() for _ in range(3))
    return f"{number},'{first} {last}','{first.lower()}.{last.lower()}@example.org','{town}'"


def _order(source: random.Random, number: int, customers: list[str], remarks: list[str]) -> str:
    pick = source.random()
    minute, second = divmod(number // 7, 60)
    hour, minute = divmod(minute, 60)
    day, hour = divmod(hour, 24)
    return (
        f"({number},{customers[int(pick * pick * 20_000)]},'{STATES[number % 5]}',"
        f"'2024-{1 + day // 28 % 12:02}-{1 + day % 28:02} {hour:02}:{minute:02}:{second:02}',"
        f"{pick * 500:.2f},'{source.getrandbits(64):016x}','{remarks[int(pick * 3_000)]}')"
    )


def _word(source: random.Random) -> str:
    return "".join(source.choices("aeiounrstlmkdbgp", k=source.randrange(3, 10)))


def _sentence(source: random.Random) -> str:
    return " ".join(_word(source) for _ in range(source.randrange(1, 12)))


def write_image(file: Path, size: int) -> None:
    """A disk of a virtual machine: holes, and between them text, random data, zeros, and what stood before already."""
    source = random.Random(3)
    text = "\n".join(_sentence(source) for _ in range(40_000)).encode()
    start = 0
    with open(file, "wb") as out:
        while start < size:
            length = min(source.randrange(1, 24) * MIB, size - start)
            if source.random() < 0.35:
                out.seek(start)
                _write_region(out, length, source, text)
            start += length
        out.truncate(size)


def _write_region(out: BinaryIO, length: int, source: random.Random, text: bytes) -> None:
    kind = source.randrange(4)
    repeated = source.randrange(4)
    for position in range(0, length, MIB):
        if kind == 0:
            piece = source.randbytes(MIB)
        elif kind == 1:
            turn = source.randrange(len(text))
            piece = text[turn:] + text[:turn]
        elif kind == 2:
            piece = bytes(MIB)
        else:
            piece = random.Random(f"{repeated} {position}").randbytes(MIB)
        out.write(piece[:MIB].ljust(MIB, b"\n")[: length - position])


def write_small_files(folder: Path, number: int, per_folder: int) -> None:
    """Many files of 50 to 2000 bytes of text, no two of them the same."""
    source = random.Random(4)
    text = "\n".join(_sentence(source) for _ in range(5_000)).encode()
    for first in range(0, number, per_folder):
        part = folder / f"{first // per_folder:05}"
        part.mkdir(parents=True)
        for file in range(first, min(first + per_folder, number)):
            start = source.randrange(len(text) - 2_000)
            end = start + source.randrange(30, 1_980)
            (part / f"document-{file:07}.txt").write_bytes(b"document %d\n" % file + text[start:end])
