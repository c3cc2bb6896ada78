# SPDX-License-Identifier: Apache-2.0
"""A running `entente serve` for tests: started at a free port, ended when done."""
import http.client
import json
import os
import signal
import socket
import subprocess


class Server:
    def __init__(self, program, graph, *options, root, env=None):
        self.process = subprocess.Popen([program, "serve", "-g", str(graph), "--port", "0", *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                        text=True, cwd=root, env={**os.environ, **(env or {})})
        line = self.process.stderr.readline()
        if "http://" not in line:
            raise SystemExit(f"serve did not start: {line}{self.process.stderr.read()}")
        address = line.split("http://")[1].strip()
        self.address, _, fragment = address.partition("#token=")
        self.address = "http://" + self.address
        self.token = fragment
        self.host, _, port = address.split("/")[0].rpartition(":")
        self.port = int(port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.code = self.process.wait(timeout=60)
        finally:
            self.process.kill()
            self.process.stderr.close()

    def ask(self, method, path, body=None, headers=None, timeout=60):
        """(status, headers, body as JSON where it is such, else as bytes)"""
        link = http.client.HTTPConnection(self.host.strip("[]"), self.port, timeout=timeout)
        sent = dict(headers or {})
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
            body = body if isinstance(body, (bytes, str)) else json.dumps(body)
        link.request(method, path, body, sent)
        answer = link.getresponse()
        content = answer.read()
        link.close()
        fields = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, fields, json.loads(content) if fields.get("content-type") == "application/json" and content else content

    def get(self, path, **headers):
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def post(self, path, body, **headers):
        return self.ask("POST", path, body, {name.replace("_", "-"): value for name, value in headers.items()})

    def raw(self, data, patience=15, half_close=False):
        """What the server answers to bytes, and b"" when it closes without a word."""
        with socket.create_connection((self.host.strip("[]"), self.port), timeout=patience) as link:
            try:
                link.sendall(data)
                if half_close:
                    link.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it may have closed already
            parts = []
            try:
                while part := link.recv(65536):
                    parts.append(part)
            except ConnectionResetError:
                pass
            return b"".join(parts)


class Report:
    """Counts checks and tells the failed ones."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, words, good, seen=None):
        if good:
            self.passed += 1
            return
        self.failed += 1
        print(f"not: {words}" + ("" if seen is None else f"\n  seen: {str(seen)[:600]}"))

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
