"""A web server on a free port of this machine that takes what is POSTed to it, or does not: the path says how.

Writes what it gets, a line of JSON a request, into the file received.jsonl of the folder it is given, before it answers.
"""

import base64
import json
import sys
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

received = Path(sys.argv[1]) / "received.jsonl"
lock = threading.Lock()
counts = {}


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        with lock:
            counts[self.path] = counts.get(self.path, 0) + 1
            count = counts[self.path]
            with received.open("a") as file:
                request = {
                    "path": self.path,
                    "fields": {name.lower(): value for name, value in self.headers.items()},
                    "body": base64.b64encode(body).decode(),
                }
                file.write(json.dumps(request) + "\n")
        address = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        kind, _, status = address.path.strip("/").partition("/")
        if kind == "status":
            self.answer(int(status), {"Retry-After": query["after"]} if "after" in query else {})
        elif kind == "half":
            self.answer(201 if count % 2 == 0 else 503)
        elif kind == "moved":
            self.answer(307, {"Location": "/status/201"})
        elif kind == "cookie":
            self.answer(201, {"Set-Cookie": "known=yes; Path=/"})
        elif kind == "hang":
            time.sleep(600)
        elif kind == "break":
            self.close_connection = True
        elif kind == "huge":
            self.stream(int(status), b"x" * 65536, 0)
        elif kind == "drip":
            self.stream(int(status), b"x", 0.05)

    def answer(self, status, fields={}):
        # 204 and 304 have no body (RFC 9110, 15.3.5 and 15.4.5): whatever came after it would be taken for the next answer.
        text = b"" if status in (204, 304) else b"what nobody is to keep"
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        if text:
            self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def stream(self, status, piece, pause):
        """Answers without an end."""
        self.send_response(status)
        self.send_header("Content-Length", str(2**40))
        self.end_headers()
        try:
            while True:
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            (received.parent / "left").touch()
        self.close_connection = True

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
server.daemon_threads = True
print(f"Receives on {server.server_address[1]} ", file=sys.stderr, flush=True)
server.serve_forever()
