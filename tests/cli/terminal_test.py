#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The shell on a terminal: completion, several lines, Ctrl-C, history, Ctrl-D, a table as wide as the terminal; Ctrl-C stops a query.
terminal_test.py ENTENTE GRAPH"""
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

SECONDS = 120  # a hang is a failure; no other time decides anything
ENDLESS = "UNWIND range(1, 10000) AS i UNWIND range(1, 4000) AS j RETURN sum(size(range(1, 20000))) AS n;"  # hours; each row takes a moment


class Shell:
    def __init__(self, program, graph, state):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm", XDG_STATE_HOME=state, LC_ALL="C.UTF-8")
            os.environ.pop("PAGER", None)
            os.execv(program, [program, "repl", "-g", graph])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 60, 0, 0))
        self.seen = ""

    def expect(self, text):
        """Reads until text has come; what came before it is forgotten."""
        while text not in self.seen:
            if not select.select([self.fd], [], [], SECONDS)[0]:
                sys.exit(f"FAILED: waited for {text!r}, saw {self.seen[-2000:]!r}")
            self.seen += os.read(self.fd, 65536).decode(errors="replace")
        before, self.seen = self.seen.split(text, 1)
        return before

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def end(self):
        """Ctrl-D until the shell is gone: one that comes before libedit has made the terminal raw is no key."""
        for _ in range(SECONDS):
            try:
                self.type("\x04")
            except OSError:  # it has gone meanwhile
                pass
            for _ in range(10):
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid != 0:
                    return os.waitstatus_to_exitcode(status)
                time.sleep(0.1)
        os.kill(self.pid, signal.SIGKILL)
        sys.exit("FAILED: Ctrl-D does not end the shell")


def stop_a_query(program, graph):
    """Outside the shell Ctrl-C ends the query with a message and the exit code of query errors."""
    child = subprocess.Popen([program, "query", "RETURN 'begun' AS x; " + ENDLESS, "-g", graph], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seen = child.stdout.readline() + child.stdout.readline()
    child.send_signal(signal.SIGINT)
    rest, told = child.communicate(timeout=SECONDS)
    if (child.returncode, told.strip(), seen + rest) != (1, b"entente: the query was cancelled", b"x\nbegun\n"):
        sys.exit(f"FAILED: exit code {child.returncode}, {seen + rest!r}, {told!r}")


def main():
    program, graph = map(os.path.abspath, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as state:
        shell = Shell(program, graph, state)
        shell.expect(".help tells more")
        shell.expect("entente> ")
        shell.type("MATCH (a:Country)\rWHERE a.na\t = 'China'\r")
        shell.expect("...> ")
        shell.type("RETURN a.name AS it, '" + "x" * 100 + "' AS long;\r")
        table = shell.expect("(1 row)")
        if "China" not in table or "…" not in table:
            sys.exit(f"FAILED: no table within the terminal's width: {table!r}")
        shell.expect("entente> ")
        shell.type("MATCH (given up\r")
        shell.expect("...> ")
        shell.type("\x03")
        shell.expect("entente> ")
        shell.type("RETURN '中' AS x;\r")
        shell.expect("(1 row)")
        shell.expect("entente> ")
        shell.type("\x1b[A\r")  # the statement before, once more
        shell.expect("中\r\n(1 row)")
        shell.expect("entente> ")
        shell.type("nonsense;\r")
        shell.expect("^")
        shell.expect("entente> ")
        shell.type("RETURN 'begun' AS x; " + ENDLESS + " RETURN 'never' AS y;\r")
        shell.expect("(1 row)")
        shell.type("\x03")
        if "never" in shell.expect("the query was cancelled"):
            sys.exit("FAILED: a statement behind the cancelled one ran")
        shell.expect("entente> ")
        shell.type("RETURN 'still' + ' here' AS x;\r")
        shell.expect("still here")
        shell.expect("entente> ")
        if (code := shell.end()) != 0:
            sys.exit(f"FAILED: exit code {code}")
        history = open(os.path.join(state, "entente", "history"), encoding="utf-8").read()
        if "given" in history or "RETURN" not in history:
            sys.exit(f"FAILED: the history is {history!r}")
    stop_a_query(program, graph)
    print("1 passed, 0 failed")


main()
