"""A server that speaks LanguageTool's language well, and can be told to misbehave in every way that comes to mind."""

import contextlib
import json
import os
import re
import socket
import zipfile
from threading import Event, Thread
from urllib.parse import parse_qs

ERRORS = {
    "recieved": ("MORFOLOGIK_RULE_EN", "misspelling", "received"),
    "a a": ("ENGLISH_WORD_REPEAT_RULE", "duplication", "a"),
    "zzz": ("MARK", "grammar", "zz"),
}
"""What the fake engine finds, and nothing else but what it is told besides."""
MARK = "COPYDESK_PACK_"
PATIENCE = 60
"""Seconds that a server waits for a client which should have left long ago, so that a test can say that it did not."""


def utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def match(text, found, rule, kind, better):
    return {
        "message": "Look.",
        "shortMessage": "",
        "replacements": [{"value": better}],
        "offset": utf16(text[: found.start()]),
        "length": utf16(found.group()),
        "context": {"text": found.group(), "offset": 0, "length": 1},
        "sentence": text[:50],
        "rule": {"id": rule, "issueType": kind, "category": {"id": "X", "name": "X"}, "description": ""},
    }


def answer_to(form, more):
    """Return what LanguageTool would say, had it these three rules and `more`."""
    text, language = form["text"][0], form["language"][0]
    found = [
        match(text, place, f"{rule}_{language.replace('-', '_').upper()}" if rule[:3] == "MOR" else rule, kind, better)
        for words, (rule, kind, better) in {**ERRORS, **more}.items()
        for place in re.finditer(words + "[\U0001f600]?", text)
    ]
    return {
        "software": {"name": "LanguageTool", "version": "6.8", "buildDate": "today", "apiVersion": 1},
        "warnings": {"incompleteResults": False},
        "language": {"name": language, "code": language},
        "matches": found,
    }


def http(body, status="200 OK", *headers):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(raw)}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + raw


class Fake:
    """A server on the loopback: `answer` returns the bytes for a form, or talks to the connection itself (None).

    It behaves until `after` checks were answered; looks at its health count for nothing. Beside `ERRORS` it finds what
    `more` says.
    """

    def __init__(self, port=0, more=None):
        self._more = more or {}
        self._ear = socket.create_server(("127.0.0.1", port))
        self.port = self._ear.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.answer, self.after, self.health = None, 0, http(b"OK")
        self.asked, self.heads, self.over = [], [], Event()
        self.sent, self.outwaited = 0, False
        self._lines, self._threads = [], [Thread(target=self._listen)]
        self._threads[0].start()

    def _listen(self):
        while not self.over.is_set():
            try:
                line, _ = self._ear.accept()
            except OSError:
                return
            self._lines.append(line)
            self._threads.append(Thread(target=self._serve, args=(line,)))
            self._threads[-1].start()

    def _serve(self, line):
        line.settimeout(20)
        with line:
            try:
                while not self.over.is_set() and self._one(line):
                    pass
            except (OSError, ValueError):
                return

    def _one(self, line):
        head, _, body = self._request(line)
        if not head:
            return False
        if head.startswith(b"GET"):
            if self.health is None:
                self.over.wait(20)
                return False
            line.sendall(self.health)
            return True
        form = parse_qs(body.decode(), keep_blank_values=True)
        self.heads.append(head)
        self.asked.append(form)
        good = answer_to(form, self._more)
        if self.answer is None or len(self.asked) <= self.after:
            line.sendall(http(good))
            return True
        said = self.answer(self, line, form, good)
        if said is None:
            return False
        line.sendall(said)
        return True

    def _request(self, line):
        raw = b""
        while b"\r\n\r\n" not in raw:
            part = line.recv(65536)
            if not part:
                return b"", b"", b""
            raw += part
        head, gap, body = raw.partition(b"\r\n\r\n")
        found = re.search(rb"(?i)content-length: *(\d+)", head)
        while len(body) < int(found[1] if found else 0):
            body += line.recv(65536)
        return head, gap, body

    @contextlib.contextmanager
    def until_left(self, line):
        """Do to a client what ends where it leaves; `outwaited` says afterwards that it stayed to the end instead."""
        line.settimeout(PATIENCE)
        try:
            yield
            self.outwaited = self.outwaited or not self.over.is_set()
        except TimeoutError:
            self.outwaited = True
            raise

    def close(self):
        self.over.set()
        with socket.socket() as last:
            last.settimeout(1)
            last.connect_ex(("127.0.0.1", self.port))  # wakes the listener
        self._ear.close()
        for line in self._lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(25)


def as_java(arguments):
    """Do what Java does when it is called with these arguments: listen on the port until a signal comes.

    As LanguageTool it reads our rules from the class path, and so says which pack it has read.
    """
    port = int(arguments[arguments.index("--port") + 1])
    rules = next(jar for jar in arguments[arguments.index("-cp") + 1].split(os.pathsep) if jar.endswith("rules.jar"))
    with zipfile.ZipFile(rules) as jar:
        text = "".join(jar.read(name).decode() for name in jar.namelist())
    mark = re.search(rf'id="({MARK}\w+)"', text)[1]
    Fake(port, {"copy desk canary": (mark, "grammar", "canary")}).over.wait()
