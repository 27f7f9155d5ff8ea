"""Passes on connections to a server, each byte later by half of a round trip, as a long line would.

A small program of its own. The line is as broad as the machine can: only what is under way is limited, by 16 MiB for each
connection and direction. It has no slow start, so that what a new connection costs is the round trip of its opening alone.

Usage: delay.py PORT SECONDS    (connections to 127.0.0.1 at a free port, which it prints, go to PORT there)

For each line of its input, it prints how many connections were made, and how often a client began to speak, since the last
one. A client of HTTP does that once for each request; in other protocols it may have several requests under way. It ends
with its input.
"""

import heapq
import itertools
import os
import selectors
import socket
import sys
import time
from collections import deque
from collections.abc import Callable

PIECE = 256 << 10
UNDER_WAY = 16 << 20


class Clock:
    """Calls back when it is time."""

    def __init__(self) -> None:
        self._calls: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    def at(self, when: float, call: Callable[[], None]) -> None:
        heapq.heappush(self._calls, (when, next(self._order), call))

    def patience(self) -> float | None:
        """Seconds until the next call, if there is one."""
        return max(0.0, self._calls[0][0] - time.monotonic()) if self._calls else None

    def run_due(self) -> None:
        while self._calls and self._calls[0][0] <= time.monotonic():
            heapq.heappop(self._calls)[2]()


class End:
    """One of the two sockets of a connection that is passed on. Reads when there is room for more under way."""

    def __init__(self, line: "Line", connection: socket.socket) -> None:
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.line = line
        self.socket = connection
        self.arrived: deque[memoryview] = deque()
        self.under_way = 0
        self.finished = False
        self.ended = False
        self.other: End | None = None
        self.is_client = False
        self.spoke_last = False
        self._events = 0

    def watch(self) -> None:
        """Tells the selector what this end waits for by now."""
        if self.socket.fileno() < 0:
            return
        reads = not self.finished and self.other is not None and self.other.under_way < UNDER_WAY
        events = (selectors.EVENT_READ if reads else 0) | (selectors.EVENT_WRITE if self.arrived else 0)
        if events != self._events:
            self.line.change(self.socket, self._events, events, self)
            self._events = events

    def ready(self, events: int) -> None:
        try:
            if events & selectors.EVENT_WRITE:
                self._write()
            if events & selectors.EVENT_READ:
                self._read()
        except BlockingIOError:
            pass  # woken for nothing
        except OSError:
            self.line.drop(self)

    def open(self) -> None:
        """Takes what has waited since the connection was accepted; it has been under way for long enough."""
        try:
            data = self.socket.recv(PIECE)
        except BlockingIOError:
            data = b""
        except OSError:
            self.line.drop(self)
            return
        assert self.other
        if data:
            self._count(data)
            self.other.under_way += len(data)
            self.other.arrive(memoryview(data))
        self.watch()

    def _read(self) -> None:
        data = self.socket.recv(PIECE)
        self.finished = not data
        self._count(data)
        self.line.carry(self, memoryview(data))
        self.watch()

    def _count(self, data: bytes) -> None:
        assert self.other
        if data and self.is_client and not self.spoke_last:
            self.line.requests += 1
        if data:
            self.spoke_last, self.other.spoke_last = True, False

    def arrive(self, data: memoryview) -> None:
        """Bytes have come to this end of the line; none mean that no more will."""
        self.arrived.append(data)
        try:
            self._write()
        except OSError:
            self.line.drop(self)

    def _write(self) -> None:
        while self.arrived:
            data = self.arrived[0]
            if not data:
                self._end()
                return
            try:
                sent = self.socket.send(data)
            except BlockingIOError:
                break
            self.under_way -= sent
            self.arrived[0] = data[sent:]
            if sent == len(data):
                self.arrived.popleft()
        self.watch()
        if self.other:
            self.other.watch()


    def _end(self) -> None:
        self.arrived.popleft()
        self.ended = True
        assert self.other
        if self.other.ended:
            self.line.drop(self)
        else:
            self.socket.shutdown(socket.SHUT_WR)
            self.watch()


class Line:
    """All connections to a server, and the time that bytes are under way."""

    def __init__(self, port: int, round_trip: float) -> None:
        self._port = port
        self._round_trip = round_trip
        self._clock = Clock()
        self._selector = selectors.DefaultSelector()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        self._listener.setblocking(False)
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)
        self._selector.register(sys.stdin.buffer, selectors.EVENT_READ, self._tell)
        self.requests = 0
        self._connections = 0

    def run(self) -> None:
        print(self._listener.getsockname()[1], flush=True)
        while True:
            for key, events in self._selector.select(self._clock.patience()):
                key.data(events)
            self._clock.run_due()

    def _tell(self, events: int) -> None:
        if not os.read(sys.stdin.fileno(), 1):
            sys.exit()
        print(self._connections, self.requests, flush=True)
        self._connections = self.requests = 0

    def _accept(self, events: int) -> None:
        """The server learns of a connection, and gets what the client says first, three halves of a round trip after the
        client has asked for it. That client believes to be connected already, so what it says waits here."""
        self._connections += 1
        client = End(self, self._listener.accept()[0])
        client.is_client = True
        self._clock.at(time.monotonic() + 1.5 * self._round_trip, lambda: self._connect(client))

    def _connect(self, client: End) -> None:
        try:
            server = End(self, socket.create_connection(("127.0.0.1", self._port)))
        except OSError:
            client.socket.close()
            return
        client.other, server.other = server, client
        client.open()
        server.watch()

    def carry(self, end: End, data: memoryview) -> None:
        other = end.other
        assert other
        other.under_way += len(data)
        self._clock.at(time.monotonic() + self._round_trip / 2, lambda: other.arrive(data))

    def change(self, connection: socket.socket, before: int, after: int, end: End) -> None:
        if not before:
            self._selector.register(connection, after, end.ready)
        elif not after:
            self._selector.unregister(connection)
        else:
            self._selector.modify(connection, after, end.ready)

    def drop(self, end: End) -> None:
        """Both ends of a broken connection are closed."""
        for broken in (end, end.other):
            if broken and broken.socket.fileno() >= 0:
                if broken._events:
                    self._selector.unregister(broken.socket)
                broken.socket.close()


if __name__ == "__main__":
    Line(int(sys.argv[1]), float(sys.argv[2])).run()
