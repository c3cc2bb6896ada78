#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The files that `entente generate` writes, in the shells that read them.

  completion_test.py ENTENTE

bash is driven through its completion function, fish through `complete -C`, zsh in a terminal of its own; a shell that is not
installed is told as skipped. The manual page goes through man or groff without a warning and names every option of --help."""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds until a shell that hangs is given up


def run(command, **how):
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False, **how)


def generated(program, what, folder):
    done = run([program, "generate", what])
    assert done.returncode == 0 and done.stdout, done.stderr
    path = os.path.join(folder, {"zsh": "_entente", "man": "entente.1"}.get(what, "entente." + what))
    with open(path, "w", encoding="utf-8") as file:
        file.write(done.stdout)
    return path


def commands_of(program):
    text = run([program, "--help"]).stdout
    return re.findall(r"^  ([a-z]+) {2,}", text[text.index("Subcommands:"):], re.M)


def options_of(program, command):
    return set(re.findall(r"(?:^|[ ,])(--?[a-zA-Z][a-z-]*)", run([program, command, "--help"]).stdout.split("Examples")[0], re.M))


def check(what, found, wanted=(), unwanted=()):
    missing, extra = set(wanted) - set(found), set(unwanted) & set(found)
    if missing or extra:
        sys.exit(f"{what}: {sorted(found)[:20]}; missing {sorted(missing)}; not wanted {sorted(extra)}")


def check_completion(shell, complete, program, folder):
    """complete: the words that a shell offers for the last one of a line."""
    check(f"{shell}, commands", complete("entente "), commands_of(program), ["generate"])
    check(f"{shell}, part of a command", complete("entente bui"), ["build"], ["query"])
    check(f"{shell}, options", complete("entente query --"), ["--format", "--facts", "--param"], ["--date"])
    check(f"{shell}, choices", complete("entente query --format js"), ["json", "jsonl"], ["table"])
    check(f"{shell}, options of show", complete("entente show --f"), ["--facts", "--format"])
    check(f"{shell}, files", complete("entente ask -g wor"), ["world one.entente"])


def test_bash(program, folder):
    script = generated(program, "bash", folder)

    def complete(line):
        words = line.split(" ")
        code = (f"source {script}; complete -p entente > /dev/null || exit 9; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                "_entente; printf '%s\\n' \"${COMPREPLY[@]}\"")
        done = run(["bash", "--norc", "-c", code, "bash", *words], cwd=folder)
        assert done.returncode == 0 and not done.stderr, done.stderr
        return done.stdout.splitlines()

    check_completion("bash", complete, program, folder)
    check("bash, behind =", complete("entente query --format = t"), ["table", "tsv"], ["json"])


def test_fish(program, folder):
    if shutil.which("fish") is None:
        return print("fish: skipped, not installed")
    script = generated(program, "fish", folder)

    def complete(line):
        code = f"source {script}; complete -C {line!r}"
        done = run(["fish", "--no-config", "-c", code], cwd=folder, env={**os.environ, "HOME": folder})
        assert done.returncode == 0 and not done.stderr, done.stderr
        return [each.split("\t")[0].replace("\\ ", " ") for each in done.stdout.splitlines()]

    check_completion("fish", complete, program, folder)


def test_zsh(program, folder):
    if shutil.which("zsh") is None:
        return print("zsh: skipped, not installed")
    script = generated(program, "zsh", folder)
    done = run(["zsh", "-f", "-n", script])
    assert done.returncode == 0 and not done.stderr, done.stderr
    for line, wanted in (("entente bui", "entente build "), ("entente query --fo", "entente query --format "),
                         ("entente stats --format js", "entente stats --format json"),
                         ("entente export --fac", "entente export --facts "), ("entente repl -g wor", "entente repl -g world\\ one.entente ")):
        found = typed_in_zsh(line, folder)
        if found != wanted:
            sys.exit(f"zsh: {line!r} became {found!r} instead of {wanted!r}")


def typed_in_zsh(line, folder):
    """What the line is after Tab. The widget behind ^X writes it to a file."""
    told = os.path.join(folder, "told")
    if os.path.exists(told):
        os.remove(told)
    start = (f"PS1='> '; fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D; "
             f"tell() {{ print -rn -- \"$BUFFER\" > {told}.new; mv {told}.new {told} }}; zle -N tell; bindkey '^X' tell; unsetopt beep\n")
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe("zsh", ["zsh", "-f", "-i"], {**os.environ, "HOME": folder, "TERM": "xterm", "LC_ALL": "C.UTF-8"})
    os.write(terminal, (start + line + "\t\x18").encode())
    end = time.monotonic() + PATIENCE
    while not os.path.exists(told) and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            os.read(terminal, 65536)
    os.close(terminal)
    os.kill(child, 9)
    os.waitpid(child, 0)
    with open(told, encoding="utf-8") as file:
        return file.read()


def test_manual(program, folder):
    page = generated(program, "man", folder)
    if shutil.which("groff"):
        done = run(["groff", "-man", "-ww", "-z", "-Tutf8", page])
        assert done.returncode == 0 and not done.stderr, done.stderr
    if shutil.which("man") is None:
        return print("manual: skipped, no man")
    done = run(["man", "--warnings", "-l", page], env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
    assert done.returncode == 0 and not done.stderr, done.stderr
    text = re.sub(r".\x08", "", done.stdout).replace("\u2010", "-").replace("\u2212", "-")
    for command in commands_of(program):
        section = re.search(rf"^   {command}\n(.*?)(?=^   [a-z]+\n|^[A-Z])", text, re.M | re.S)
        assert section, f"no section {command}"
        check(f"manual of {command}", set(re.findall(r"--?[a-zA-Z][a-z-]*", section.group(1))), options_of(program, command))
    for word in ("NAME", "SYNOPSIS", "ENTENTE_GRAPH", "ENTENTE_MODEL", "Exit codes"):
        assert word in text, word


def main():
    program = os.path.abspath(sys.argv[1])
    for test in (test_bash, test_fish, test_zsh, test_manual):
        with tempfile.TemporaryDirectory() as folder:
            open(os.path.join(folder, "world one.entente"), "w", encoding="utf-8").close()
            test(program, folder)
    done = run([program, "generate", "tcsh"])
    assert done.returncode == 2 and "tcsh" in done.stderr, done.stderr
    print("completion and manual: all well")
    return 0


if __name__ == "__main__":
    sys.exit(main())
