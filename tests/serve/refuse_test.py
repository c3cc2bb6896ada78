#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the server must not do, sent as raw bytes: malformed requests, paths that climb, writes of other sites, bodies
without end, slow clients, foreign names.   refuse_test.py PROGRAM GRAPH ROOT"""
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from server import Report, Server

PROGRAM, GRAPH, ROOT = (str(Path(each).resolve()) for each in sys.argv[1:4])
report = Report()
QUERY = b'{"query":"RETURN 1 AS x"}'


def request(line, *headers, body=b"", host="localhost"):
    head = [line, *([f"Host: {host}"] if host else []), *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def post(*headers, body=QUERY, path="/api/query", host="localhost", kind="application/json"):
    return request(f"POST {path} HTTP/1.1", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, body=body, host=host)


def status_of(answer):
    return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/1.") else None


def refused(server, words, data, *statuses):
    """Answered with one of these; none of them: or closed without a word. Never with a page or rows."""
    answer = server.raw(data)
    status = status_of(answer)
    good = status in statuses if statuses else status is None or status >= 400
    report.check(f"{words}: {status}", good and b"rows" not in answer and b"root:" not in answer, answer)


def malformed(server):
    for words, data in [("nothing", b"\r\n\r\n"), ("noise", os.urandom(2000)), ("a line without end", b"G" * 200_000), ("no version", b"GET /\r\nHost: localhost\r\n\r\n"),
                        ("another version", request("GET / HTTP/3.9")), ("TLS", bytes.fromhex("16030100a5010000a10303") + os.urandom(200)),
                        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), ("a NUL in the line", b"GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                        ("a header without a colon", b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n"), ("a header of 20 kB", request("GET / HTTP/1.1", "X: " + "a" * 20_000)),
                        ("an address of 20 kB", request("GET /" + "a" * 20_000 + " HTTP/1.1")), ("negative length", request("POST /api/query HTTP/1.1", "Content-Type: application/json", "Content-Length: -1")),
                        ("length in words", request("POST /api/query HTTP/1.1", "Content-Type: application/json", "Content-Length: ten")),
                        ("two lengths", request("POST /api/query HTTP/1.1", "Content-Type: application/json", "Content-Length: 25", "Content-Length: 2", body=QUERY)),
                        ("a chunked body", request("POST /api/query HTTP/1.1", "Content-Type: application/json", "Transfer-Encoding: chunked", body=b"19\r\n" + QUERY + b"\r\n0\r\n\r\n")),
                        ("a body that ends early", post(body=QUERY)[:-5]), ("no length", request("POST /api/query HTTP/1.1", "Content-Type: application/json"))]:
        if words == "a body that ends early":
            report.check(words, status_of(server.raw(data, half_close=True)) in (None, 400))
        else:
            refused(server, words, data)
    many = "bytes=" + ",".join(f"{i}-{i}" for i in range(1500))
    report.check("ranges are not served", status_of(server.raw(request("GET /explorer.js HTTP/1.1", "Range: bytes=0-10"))) == 200)
    refused(server, "a range of 8 kB", request("GET /explorer.js HTTP/1.1", "Range: " + many[:8000]), 200, 416, 400)
    for body in [b"{", b"", b"[1", b"\xff\xfe", b"{" * 100_000, b"[" * 500_000, b'{"query":"\xc3\x28"}', b'{"query":' + b"1" * 5000 + b"}"]:
        refused(server, f"the body {body[:12]!r}...", post(body=body), 400)


def climbing(server):
    for path in ["/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/explorer.js/../../../etc/passwd", "//etc/passwd", "/etc/passwd", "/..\\..\\etc\\passwd",
                 "/api/../../etc/passwd", "/%00/etc/passwd", "file:///etc/passwd", "/api/document?id=../../etc/passwd", "/api/document?id=/etc/passwd", "/api/QUERY", "/index.html"]:
        refused(server, path, request(f"GET {path} HTTP/1.1"), 400, 404)


def other_sites(server):
    own = f"http://localhost:{server.port}"
    for words, headers in [("another origin", ["Origin: http://evil.example"]), ("no origin at all (null)", ["Origin: null"]), ("https of the same name", [f"Origin: https://localhost:{server.port}"]),
                           ("another port", ["Origin: http://localhost:1"]), ("a request that says it is cross-site", ["Sec-Fetch-Site: cross-site"]),
                           ("one of a site beside it", ["Sec-Fetch-Site: same-site"])]:
        refused(server, "POST of " + words, post(*headers, host=f"localhost:{server.port}"), 403)
        refused(server, "GET of " + words, request("GET /api/view HTTP/1.1", *headers, host=f"localhost:{server.port}"), 403)
    report.check("the page's own requests pass", status_of(server.raw(post(f"Origin: {own}", "Sec-Fetch-Site: same-origin", host=f"localhost:{server.port}"))) == 200)
    report.check("a link from elsewhere opens the page", status_of(server.raw(request("GET / HTTP/1.1", "Sec-Fetch-Site: cross-site"))) == 200)
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", ""]:
        refused(server, f"a body of {kind!r}", post(kind=kind), 415)
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"]:
        refused(server, method, request(f"{method} /api/query HTTP/1.1"), 405)
    refused(server, "TRACE", request("TRACE / HTTP/1.1"), 400, 405)


def other_names(server):
    for host in ["evil.example", f"evil.example:{server.port}", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.1", "[::2]", "", "localhost:", "localhost:x", "user@localhost", "127.0.0.1 evil"]:
        refused(server, f"asked for as {host!r}", request("GET /api/view HTTP/1.1", f"Host: {host}", host=None), 400, 421)
    refused(server, "no name", request("GET /api/view HTTP/1.1", host=None), 400)
    refused(server, "two names", request("GET /api/view HTTP/1.1", "Host: localhost", "Host: localhost", host=None), 400)
    for host in ["localhost", f"LOCALHOST:{server.port}", "127.0.0.1", "[::1]:80", "127.0.0.2"]:
        report.check(f"asked for as {host}", status_of(server.raw(request("GET /api/stats HTTP/1.1", host=host))) == 200)


def large(server):
    refused(server, "a body of 1 MiB and 1", post(body=b" " * (1 << 20) + b"x"), 413)
    refused(server, "a length of 1 EB", request("POST /api/query HTTP/1.1", "Content-Type: application/json", "Content-Length: 1000000000000000000"), 413)
    refused(server, "a length beyond 64 bits", request("POST /api/query HTTP/1.1", "Content-Type: application/json", "Content-Length: 99999999999999999999999"), 413)
    refused(server, "a body with GET", request("GET /api/view HTTP/1.1", "Content-Length: 25", body=QUERY), 400)
    padded = b'{"query":"RETURN 1 AS x"' + b" " * ((1 << 20) - 26) + b"}"
    report.check("a body of just under 1 MiB passes", status_of(server.raw(post(body=padded))) == 200)
    head = request("GET / HTTP/1.1", *[f"X-{i}: {'a' * 1000}" for i in range(2000)])
    report.check("headers of 2 MB are cut off", status_of(server.raw(head)) in (None, 400))


def pipelined(server):
    answer = server.raw(request("GET /api/stats HTTP/1.1") + request("GET /api/view HTTP/1.1"))
    report.check("a connection serves one request", answer.count(b"HTTP/1.1 ") == 1 and b"Connection: close" in answer)


def slow(server):
    """100 clients that never end their request: others are served, and they are let go."""
    begin, links = time.monotonic(), []
    for _ in range(60):
        links.append(socket.create_connection((server.host, server.port)))
        links[-1].sendall(b"GET / HTTP/1.1\r\nHost: loc")
    report.check("others are served beside slow clients", server.get("/api/stats")[0] == 200)
    for link in links:
        link.settimeout(40)
        try:
            while link.recv(4096):
                pass
        except OSError:
            pass
    report.check("slow clients are let go", time.monotonic() - begin < 40, time.monotonic() - begin)


def beyond_loopback():
    for options, words in [(["--host", "0.0.0.0"], "needs a token"), (["--host", "0.0.0.0", "--token", ""], "needs a token"), (["--host", "::"], "needs a token"), (["--port", "70000"], "port")]:
        done = subprocess.run([PROGRAM, "serve", "-g", GRAPH, "--port", "0", *options], cwd=ROOT, capture_output=True, text=True, timeout=60, env={**os.environ, "ENTENTE_TOKEN": ""})
        report.check(f"{options}: usage error", done.returncode == 2 and words in done.stderr, done.stderr)
    with Server(PROGRAM, GRAPH, "--host", "0.0.0.0", "--token", "a secret", root=ROOT) as server:
        server.host = "127.0.0.1"
        report.check("the token is not told", "secret" not in server.address and not server.token)
        for path in ["/api/stats", "/api/view", "/api/openapi.json", "/api/no-such"]:
            report.check(f"{path} needs the token", server.get(path)[0] == 401)
        for wrong in ["a secret", "Bearer a secre", "Bearer a secrets", "Bearer ", "Basic YTpi", "bearer a secret "]:
            report.check(f"{wrong!r} is no token", server.get("/api/stats", Authorization=wrong)[0] == 401)
        report.check("with it all is told", server.get("/api/stats", Authorization="Bearer a secret")[0] == 200)
        report.check("the page itself has nothing of the graph", server.get("/")[0] == 200)
        status, _, answer = server.ask("GET", "/api/stats", headers={"Host": "evil.example", "Authorization": "Bearer a secret"})
        report.check("names are looked at there, too", status == 421, answer)
    listening = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True) if any(os.access(f"{p}/ss", os.X_OK) for p in ["/bin", "/usr/bin", "/usr/sbin", "/sbin"]) else None
    with Server(PROGRAM, GRAPH, root=ROOT) as server:
        report.check("without --host it is loopback", server.host == "127.0.0.1")
        if listening is not None:
            lines = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True).stdout.splitlines()
            ours = [line.split()[3] for line in lines if line.split()[3].endswith(f":{server.port}")]
            report.check("and nothing else", ours == [f"127.0.0.1:{server.port}"], ours)
        taken = subprocess.run([PROGRAM, "serve", "-g", GRAPH, "--port", str(server.port)], cwd=ROOT, capture_output=True, text=True, timeout=60)
        report.check("a port that is taken is told", taken.returncode == 3 and "may be taken" in taken.stderr, taken.stderr)


with Server(PROGRAM, GRAPH, root=ROOT) as server:
    for part in [malformed, climbing, other_sites, other_names, large, pipelined, slow]:
        part(server)
    report.check("it still serves", server.post("/api/query", {"query": "RETURN 1 AS x"})[0] == 200)
report.check("and ends well", server.code == 0, server.code)
beyond_loopback()
sys.exit(report.end())
