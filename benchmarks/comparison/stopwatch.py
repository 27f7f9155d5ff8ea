"""Runs a command and prints its exit code, the seconds it took (wall, user, system), and its peak memory in KiB.

A small program of its own, because the kernel counts the memory of a process to the peak of those that it starts.

Usage: stopwatch.py OUTPUT COMPLAINTS COMMAND [ARGUMENT...]
"""

import os
import sys
import time


def main(output: str, complaints: str, *command: str) -> None:
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    streams = (
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, output, written, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, complaints, written, 0o600),
    )
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=streams)
    _, status, used = os.wait4(process, 0)
    wall = time.monotonic() - start
    print(os.waitstatus_to_exitcode(status), wall, used.ru_utime, used.ru_stime, used.ru_maxrss)


if __name__ == "__main__":
    main(*sys.argv[1:])
