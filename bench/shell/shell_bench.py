#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long the shell's prompt takes to come, and Tab on a name: medians, on a terminal of its own.
shell_bench.py ENTENTE GRAPH BEGINNING REST     a name that has the only one with this beginning, and what Tab must add"""
import os
import pty
import select
import statistics
import sys
import tempfile
import time

RUNS = 11


class Shell:
    def __init__(self, program, graph, state):
        self.begun = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm", ENTENTE_HISTORY="off", LC_ALL="C.UTF-8")
            os.execv(program, [program, "repl", "-g", graph])
        self.seen = ""

    def seconds_until(self, text, begun, patience=600):
        while text not in self.seen:
            if not select.select([self.fd], [], [], patience)[0]:
                return None
            self.seen += os.read(self.fd, 65536).decode(errors="replace")
        self.seen = self.seen.split(text, 1)[1]
        return time.perf_counter() - begun

    def type(self, keys):
        os.write(self.fd, keys.encode())
        return time.perf_counter()

    def end(self):
        self.type("\x15.quit\r")
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def main():
    program, graph, beginning, rest = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as state:
        prompts = []
        for _ in range(RUNS):
            shell = Shell(program, graph, state)
            prompts.append(shell.seconds_until("entente> ", shell.begun))
            shell.end()
        shell = Shell(program, graph, state)
        shell.seconds_until("entente> ", shell.begun)
        shell.type("MATCH (a {name: '")
        shell.seconds_until("name: '", 0)
        collected = time.perf_counter()
        shell.type(beginning)
        while shell.seconds_until(rest, shell.type("\t"), 0.1) is None:  # names are being collected
            pass
        collected = time.perf_counter() - shell.begun
        tabs = []
        for _ in range(RUNS):
            shell.type("\x15MATCH (a {name: '" + beginning)
            shell.seconds_until(beginning, 0)
            while select.select([shell.fd], [], [], 0.2)[0]:
                os.read(shell.fd, 65536)
            shell.seen = ""
            tabs.append(shell.seconds_until(rest, shell.type("\t")))
        shell.end()
    print(f"prompt {1000 * statistics.median(prompts):.0f} ms (at most {1000 * max(prompts):.0f}), names ready after {collected:.1f} s, "
          f"Tab {1000 * statistics.median(tabs):.1f} ms (at most {1000 * max(tabs):.1f})")


main()
