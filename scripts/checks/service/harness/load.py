"""Clients of the service: threads that ask one thing after another and remember what was answered."""

import collections
import http.client
import random
import struct
import threading
import time
from pathlib import Path

SCORE = "/api/clients/{}/score?purpose=application"
EXPLANATION = "/api/clients/{}/explanation?purpose=application"


def client_numbers(workspace):
    """Every client of the live version, from its index."""
    published = Path(workspace) / "published"
    version = (published / "current").read_text().strip()
    index = (published / version / "clients" / "clients.index").read_bytes()
    return [record[0] for record in struct.iter_unpack(">iiqiqi", index)]


class Answer:
    """What came of one request; status 0 is a connection that ended or was refused."""
    __slots__ = ("status", "request", "seconds", "sent", "body", "retry", "unsent")

    def __init__(self, status, request, seconds, sent, body, retry, unsent):
        self.status, self.request, self.seconds, self.sent = status, request, seconds, sent
        self.body, self.retry, self.unsent = body, retry, unsent


class Load:
    """Threads that score clients drawn at random until they are told to stop.

    `answers` counts by status. `acknowledged` holds the request ids that were answered with 200. `failures` are
    answers other than 200 and those in `allowed`; a connection that was refused or closed before the request went
    out (`unsent`) fails nothing that was accepted."""

    def __init__(self, port, clients, threads=8, token=None, path=SCORE, body="", method="POST",
                 allowed=(), pause=0.0, on_answer=None, timeout=15):
        self.port, self.clients, self.token, self.path = port, clients, token, path
        self.body, self.method, self.allowed, self.pause = body, method, set(allowed), pause
        self.timeout, self.on_answer = timeout, on_answer
        self.answers, self.acknowledged = collections.Counter(), []
        self.failures, self.times = [], []
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._run, args=(i,), daemon=True) for i in range(threads)]

    def start(self):
        for thread in self._threads:
            thread.start()
        return self

    def stop(self):
        self._stop.set()
        for thread in self._threads:
            thread.join(self.timeout + 5)
        return self

    def run(self, seconds):
        self.start()
        time.sleep(seconds)
        return self.stop()

    def _run(self, number):
        dice = random.Random(f"{time.time_ns()}-{number}")
        # What a browser says of a page of the service itself: without it and without a token, a change is refused.
        headers = {"Sec-Fetch-Site": "same-origin"}
        if self.body:
            headers["Content-Type"] = "application/json"
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        connection = None
        while not self._stop.is_set():
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            answer = self._ask(connection, self.path.format(dice.choice(self.clients)), headers)
            if answer.status == 0 or answer.retry is not None:
                connection.close()
                connection = None
            self._note(answer)
            if answer.status == 0:
                time.sleep(0.05)
            if self.pause:
                time.sleep(self.pause)
        if connection:
            connection.close()

    def _ask(self, connection, path, headers):
        begin, sent = time.monotonic(), False
        try:
            if connection.sock is None:
                connection.connect()
            connection.request(self.method, path, self.body or None, headers)
            sent = True
            answer = connection.getresponse()
            body = answer.read()
        except http.client.RemoteDisconnected:
            # Closed without a byte of an answer: on a kept connection the request may never have been read.
            return Answer(0, None, time.monotonic() - begin, sent, None, None, "closed")
        except (OSError, http.client.HTTPException) as e:
            kind = "refused" if not sent else type(e).__name__
            return Answer(0, None, time.monotonic() - begin, sent, None, None, kind)
        retry = "close" if answer.getheader("Connection", "").lower() == "close" else None
        return Answer(answer.status, answer.getheader("X-Request-Id"), time.monotonic() - begin, True, body, retry,
                      None)

    def _note(self, answer):
        self.answers[answer.status or f"none ({answer.unsent})"] += 1
        if answer.status == 200:
            self.acknowledged.append(answer.request)
            self.times.append(answer.seconds)
        elif answer.status not in self.allowed:
            self.failures.append(answer)
        if self.on_answer:
            self.on_answer(answer)


def quantile(values, share):
    """The value that a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")
