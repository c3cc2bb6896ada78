#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The shell in a real terminal, driven through tmux: editing, completion, history, several lines, Ctrl-C in a long query, Ctrl-D, a window
of 40 columns, CJK and emoji names, a long answer through a pager. Without tmux it says "skipped".
tmux_test.py ENTENTE GRAPH [NAME...]     the names of single tests, without "test_" """
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

SECONDS = int(os.environ.get("TERMINAL_SECONDS", "300"))  # a hang is a failure; no other time decides anything
ENDLESS = "UNWIND range(1, 10000) AS i UNWIND range(1, 4000) AS j RETURN sum(size(range(1, 20000))) AS n;"  # hours; each row takes a moment
NODES = "id:ID,name,aliases:string[],:LABEL\n1,東京タワー,,Facility\n2,🌍 Forum,,Meeting\n3,Zoë Müller,Zed Person,Person\n4,Cafe\u0301 Society,,Meeting\n"
EDGES = ":START_ID,:END_ID,:TYPE\n3,2,metWith\n3,1,metWith\n"


class Failed(Exception):
    pass


class Terminal:
    """A shell command in a tmux of its own."""

    def __init__(self, folder, command, columns=100, rows=30, **variables):
        self.socket = os.path.join(folder, f"tmux{time.monotonic_ns()}")
        environment = {k: v for k, v in os.environ.items() if k not in ("TMUX", "PAGER", "NO_COLOR", "LESS") and not k.startswith("ENTENTE_")}
        environment.update(LC_ALL="C.UTF-8", SHELL="/bin/sh", XDG_STATE_HOME=folder, HOME=folder, **variables)
        self.environment = environment
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "sh")
        self.tmux("set-option", "-g", "remain-on-exit", "on")
        self.tmux("set-option", "-g", "history-limit", "3000")
        self.tmux("respawn-pane", "-k", f"{command}; echo \"ended with $?\"; exec cat")

    def tmux(self, *arguments):
        done = subprocess.run(["tmux", "-u", "-S", self.socket, *arguments], env=self.environment, capture_output=True, encoding="utf-8", timeout=SECONDS)
        if done.returncode != 0:
            raise Failed(f"tmux {arguments[0]}: {done.stderr}")
        return done.stdout

    def type(self, text):
        self.tmux("send-keys", "-l", text[:-1] + "\\;" if text.endswith(";") else text)  # a last ; would divide tmux's commands

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def run(self, text):
        self.type(text)
        self.press("Enter")

    def screen(self, all_lines=False):
        """Without blanks at the ends of lines and empty lines at the end."""
        shown = self.tmux("capture-pane", "-p", "-J", *(["-S", "-"] if all_lines else []))
        return "\n".join(line.rstrip() for line in shown.split("\n")).rstrip("\n")

    def wait(self, pattern, all_lines=False):
        """Until the screen shows the pattern; that screen."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            screen = self.screen(all_lines)
            if re.search(pattern, screen, re.M):
                return screen
            time.sleep(0.05)
        raise Failed(f"waited for {pattern!r}, the screen is\n{self.screen(True)}")

    def prompt(self):
        """Until the last line that is not empty is an empty prompt."""
        return self.wait(r"entente>\Z")

    def clear(self):
        self.press("C-l")
        self.wait(r"\Aentente>")

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)


class Tests:
    def __init__(self, program, graph, folder):
        self.program, self.graph, self.folder = program, graph, folder
        self.made = os.path.join(folder, "made.entente")
        for name, text in (("nodes.csv", NODES), ("edges.csv", EDGES)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        subprocess.run([program, "import", "nodes.csv", "edges.csv", "-g", self.made], cwd=folder, check=True, capture_output=True)

    def shell(self, graph=None, options="", **size_and_variables):
        command = f"{shlex.quote(self.program)} repl -g {shlex.quote(graph or self.graph)} {options}"
        terminal = Terminal(self.folder, command, **size_and_variables)
        terminal.prompt()
        return terminal

    def test_editing(self, t):
        t.type("RETURN 1 + 4 AS n")
        t.press("Left", "Left", "Left", "Left", "Left", "BSpace")
        t.wait(r"entente> RETURN 1 \+  AS n$")
        t.type("41")
        t.press("End")
        t.run(";")
        t.wait(r"^42$")
        t.prompt()
        t.type("wrong words")
        t.press("C-w", "C-u")
        t.prompt()
        t.type("URN 7 AS n;")
        t.press("C-a")
        t.type("RET")
        t.press("Enter")
        t.wait(r"^7$")

    def test_completion(self, t):
        t.type("mat")
        t.press("Tab")
        t.wait(r"entente> match$")
        t.type("(a:Countr")
        t.press("Tab")
        t.wait(r"match \(a:Country$")
        t.type(" {na")
        t.press("Tab")
        t.wait(r"\{name:$")
        t.type("'Chi")
        self.until_completed(t, r"\{name: 'China'$")
        t.type("})-[f:providedA")
        t.press("Tab")
        t.wait(r"\[f:providedAidTo$")
        t.type("]->(b) RETURN a.na")
        t.press("Tab")
        t.wait(r"RETURN a\.name$")
        t.run(" LIMIT 1;")
        t.wait(r"^China$")
        t.prompt()
        t.type("match ()-[f:met")
        t.press("Tab", "Tab")
        t.type("zz")
        t.wait(r"\[f:met\w*zz$")
        t.press("C-u")
        t.type(".mo")
        t.press("Tab")
        t.wait(r"entente> \.mode$")
        t.type("js")
        t.press("Tab")
        t.wait(r"\.mode json$")
        t.press("Tab")
        t.wait(r"^json +jsonl$(.|\n)*entente> \.mode json$")
        t.press("C-u")
        t.type("Who met xi j")
        self.until_completed(t, r"Who met Xi Jinping$")

    @staticmethod
    def until_completed(t, pattern):
        """Names are there when they have been collected: until then Tab does nothing."""
        for _ in range(SECONDS):
            t.press("Tab")
            if re.search(pattern, t.screen(), re.M):
                return
            time.sleep(0.1)
        t.wait(pattern)

    def test_several_lines(self, t):
        t.run("MATCH (a:Country {name: 'China'})")
        t.wait(r"^ +\.\.\.>\Z")
        t.run("RETURN a.name AS it, 'a;b' AS text")
        t.wait(r"\.\.\.> RETURN.*\n +\.\.\.>\Z")
        t.run("; RETURN 5 AS five;")
        t.wait(r"^China +a;b$")
        t.wait(r"^ +5$")
        t.prompt()

    def test_interrupt(self, t):
        t.run("RETURN 'begun' AS x; " + ENDLESS + " RETURN 'never' AS y;")
        t.wait(r"^begun$")
        t.press("C-c")
        screen = t.wait(r"the query was cancelled")
        if "never\n" in screen:
            raise Failed("a statement behind the cancelled one ran")
        t.prompt()
        t.run("MATCH (given up")
        t.wait(r"\.\.\.>\Z")
        t.press("C-c")
        t.prompt()
        t.type("half a lin")
        t.wait("half a lin$")
        t.press("C-c")
        t.prompt()
        t.run("RETURN 'still ' + 'here' AS x;")
        t.wait(r"^still here$")

    def test_end(self, t):
        t.press("C-d")
        t.wait(r"^ended with 0$")

    def test_end_behind_an_error(self, t):
        t.run("nonsense;")
        t.wait(r"\^")
        t.prompt()
        t.run(".quit")
        t.wait(r"^ended with 0$")

    def test_history(self, t):
        t.run("RETURN 'kept' AS\nx;")
        t.wait(r"^kept$")
        t.prompt()
        t.run("RETURN 'second' AS x;")
        t.wait(r"^second$")
        t.prompt()
        t.press("C-d")
        t.wait(r"^ended with 0$")
        again = self.shell()
        try:
            again.press("Up", "Up", "Enter")
            again.wait(r"^kept$")
            again.prompt()
            again.press("C-r")
            again.type("seco")
            again.wait("RETURN 'second'")
            again.press("Enter")
            again.wait(r"^second$")
            again.prompt()
            again.run(".history 2")
            again.wait(r"^\d+ +RETURN 'second' AS x;$")
        finally:
            again.close()
        off = self.shell(options="--no-history")
        try:
            off.run("RETURN 'secret' AS x;")
            off.wait(r"^secret$")
            off.run(".quit")
            off.wait(r"^ended with 0$")
        finally:
            off.close()
        with open(os.path.join(self.folder, "entente", "history"), encoding="utf-8") as file:
            if "secret" in file.read():
                raise Failed("--no-history wrote a history")

    def test_narrow(self, _):
        t = self.shell(columns=40, rows=24)
        try:
            t.run(".once /dev/null")
            t.prompt()
            t.clear()
            t.run("MATCH (a {name: 'China'})-[f]->(b) RETURN a.name, type(f), b.name, f.modality, f.evidence[0].sentence AS sentence LIMIT 3;")
            t.prompt()
            t.run("MATCH (a {name: 'China'})-[f]->(b) RETURN a.name, type(f), b.name, f.modality, f.evidence[0].sentence AS s LIMIT 3;")
            screen = t.wait(r"^\(3 rows; 1 column does not fit\)$")
            rule = [line for line in screen.split("\n") if line.startswith("──")]
            if not rule or any(len(line) > 40 for line in rule):
                raise Failed(f"no table of 40 columns:\n{screen}")
            t.prompt()
            t.run("MATCH (a {name: 'China'})-[f]->(b) RETURN f LIMIT 3;")
            t.prompt()
            t.run(".graph")
            t.wait(r"^China ─")
            t.prompt()
            t.run(".help timer")
            t.wait(r"^\.timer \[on\|off\]\n    Tell how long")
        finally:
            t.close()

    def test_wide_characters(self, _):
        t = self.shell(self.made)
        try:
            t.type("MATCH (a {name: '東")
            self.until_completed(t, "'東京タワー'")
            t.run("}) RETURN a.name AS name, 1 AS n;")
            t.wait(r"^東京タワー  1$")
            t.prompt()
            t.type("MATCH (a {name: 'zoe")
            self.until_completed(t, "'Zoë Müller'")
            t.press("C-u")
            t.type("MATCH (a {name: 'Zed")
            self.until_completed(t, "'Zed Person'")
            t.press("C-u")
            t.run("MATCH (b) WHERE size(b.name) < 8 RETURN b.name AS name, size(b.name) AS size ORDER BY size;")
            screen = t.wait(r"^\(2 rows\)$")
            if not re.search(r"^東京タワー     5$", screen, re.M) or not re.search(r"^🌍 Forum       7$", screen, re.M):
                raise Failed(f"columns do not stand in line:\n{screen}")
            t.prompt()
            t.type("RETURN '日本x' AS n;")
            t.press(*["Left"] * 7, "BSpace", "BSpace")
            t.wait(r"RETURN '日' AS n;$")
            t.press("Enter")
            t.wait(r"^日$")
        finally:
            t.close()

    def test_pager(self, _):
        for pager in ("less", "more"):
            if shutil.which(pager) is None:
                continue
            t = self.shell(PAGER=pager)
            try:
                t.run("UNWIND range(1, 100000) AS i RETURN i, 'row ' + i AS text;")
                t.wait(r"^ +2  row 2$")
                t.press("Space")
                t.wait(r"^ +40  row 40$")
                if pager == "less":
                    t.press("G")
                    t.wait(r"^\(100000 rows\)$")
                t.press("q")
                t.prompt()
                t.run("RETURN 'after' AS x;")
                t.wait(r"^after$")
            finally:
                t.close()

    def test_review(self, _):
        """What was decided before Ctrl-C stays."""
        graph = os.path.join(self.folder, "reviewed.entente")
        shutil.copy(self.graph, graph)
        t = Terminal(self.folder, f"{shlex.quote(self.program)} review -g {shlex.quote(graph)} --by Ada")
        try:
            first = t.wait(r"^right\? .*\Z")
            t.run("n")
            t.wait(r"^decision \w+: deny (.|\n)*^right\? \[.*\]\Z")
            t.run("t")
            t.wait(r"^note:\Z")
            t.run("東京 looked at")
            t.wait(r"^decision \w+: note .*東京 looked at(.|\n)*^right\? \[.*\]\Z")
            t.press("C-c")
            t.wait(r"^ended with \d+$|^right\? .*\^C$")
        finally:
            t.close()
        done = subprocess.run([self.program, "decisions", "-g", graph], capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
        kinds = [line.split("\t")[1] for line in done[1:]]
        denied = done[1].split("\t")[2] if len(done) > 1 else ""
        if kinds != ["deny", "note"] or denied not in first:
            raise Failed(f"the log holds {done}, the first fact shown was\n{first}")

    def test_colour(self, _):
        for variable, bold in ({}, True), ({"NO_COLOR": "1"}, False):
            t = self.shell(**variable)
            try:
                t.run("RETURN 1 AS number;")
                t.wait(r"^ +1$")
                if ("\x1b[1m" in t.tmux("capture-pane", "-p", "-e")) != bold:
                    raise Failed(f"with {variable} the head is {'not ' if bold else ''}bold")
            finally:
                t.close()


def main():
    if shutil.which("tmux") is None:
        print("skipped: no tmux here (scripts/setup.sh installs it)")
        return 0
    program, graph = map(os.path.abspath, sys.argv[1:3])
    names = sys.argv[3:] or [name[len("test_"):] for name in dir(Tests) if name.startswith("test_")]
    failed = 0
    for name in names:
        with tempfile.TemporaryDirectory(prefix="entente-tmux-") as folder:
            tests, terminal = Tests(program, graph, folder), None
            try:
                test = getattr(tests, "test_" + name)
                own = test.__code__.co_varnames[1] == "_"  # it opens a terminal as it needs it
                terminal = None if own else tests.shell()
                test(terminal)
            except (Failed, subprocess.SubprocessError) as fault:
                failed += 1
                print(f"FAILED {name}: {fault}")
            finally:
                if terminal:
                    terminal.close()
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
