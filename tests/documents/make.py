# SPDX-License-Identifier: Apache-2.0
"""Makes the inputs that are better made than kept: archives, damaged files, bombs. The same bytes every time."""
import gzip
import io
import pathlib
import shutil
import subprocess
import tarfile
import zipfile

# Options of documents_dump for some of them.
OPTIONS = {"fields.jsonl": ["-F", "id=key,text=article.body,date=published"], "long_line.jsonl": ["-b", "1000"],
           "large.txt": ["-b", "1000"], "many.zip": ["-m", "5"], "total.tar.gz": ["-u", "200000"]}

PLAIN = b"Kenya sent troops to Haiti.\n"
DAY = (2020, 6, 8, 0, 0, 0)


def gzipped(data):
    return gzip.compress(data, mtime=0)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(members, links=()):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return out.getvalue()


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout


def archives(story):
    members = [("news/story.html", story), ("news/plain.txt", PLAIN), ("news/logo.png", b"\x89PNG\r\n"), (".hidden.txt", PLAIN),
               ("__MACOSX/._plain.txt", b"x")]
    yield "news.tar", tarred(members)
    yield "news.tar.gz", gzipped(tarred(members))
    yield "news.zip", zipped(members)
    yield "plain.txt.gz", gzipped(PLAIN)
    yield "two.txt.gz", gzipped(PLAIN) + gzipped(b"Chad thanked Kenya.\n")  # gzip files one behind the other are one
    if shutil.which("zstd"):
        yield "news.tar.zst", zstd(tarred(members))
        yield "plain.txt.zst", zstd(PLAIN)
    inner = zipped([("deep.txt", PLAIN)])
    yield "nested.zip", zipped([("a.tar.gz", gzipped(tarred([("b.zip", inner)]))), ("c.txt", b"Chad thanked Kenya.\n")])
    for _ in range(5):
        inner = zipped([("deeper.zip", inner)])
    yield "nested_too_deep.zip", inner
    yield "traversal.tar", tarred([("../../etc/passwd.txt", PLAIN), ("/abs/olute.txt", b"Chad thanked Kenya.\n"),
                                   ("new\nline\x1b[31m.txt", b"Peru praised Chile.\n")], links=[("link.txt", "/etc/passwd")])
    yield "many.zip", zipped([(f"{i}.txt", b"%d" % i) for i in range(10)])


def damaged_archives(story):
    whole = gzipped(tarred([("a.txt", PLAIN), ("story.html", story * 30)]))
    yield "truncated.tar", tarred([("a.txt", PLAIN), ("b.txt", PLAIN * 100)])[:2000]
    yield "truncated.tar.gz", whole[:len(whole) // 2]
    flipped = bytearray(zipped([("a.txt", PLAIN), ("b.txt", PLAIN + PLAIN)]))
    flipped[45] ^= 0xff
    yield "flipped.zip", bytes(flipped)
    yield "empty.zip", zipped([])
    yield "empty.gz", b""
    yield "not_an_archive.zip", PLAIN
    yield "bomb.gz", gzipped(b"\0" * (64 << 20))  # reads as an empty tar
    yield "bomb.txt.gz", gzipped(gzipped(b"a" * (200 << 20)))
    yield "total.tar.gz", gzipped(tarred([(f"{i}.txt", bytes([65 + i]) * 30000) for i in range(10)]))


def damaged_texts():
    yield "empty.txt", b""
    yield "nul.txt", b"Kenya sent\0 troops.\n"
    yield "truncated_utf8.txt", "Perú agradeció a Bogotá, y Córdoba también lo agradeció así, señaló José Núñez: é".encode()[:-1]
    yield "utf16.txt", "Perú thanked Chile.\n".encode("utf-16")
    yield "windows.txt", "Peru\u2019s minister thanked Chile \u2013 and said \u201cwell done\u201d to all of those who helped.\n".encode("cp1252")
    yield "large.txt", b"Peru thanked Chile. " * 100
    yield "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    yield "lines.jsonl", (b'{"id": "a", "text": "Chad thanked Kenya.", "date": "2021-05-04T10:00:00Z", "title": "Thanks", "url": "https://a.example/1"}\n'
                          b'\n{"text": "Peru thanked Chile."}\r\n{"id": 7, "text": "Mali left."}\nnot json\n[1]\n{"id": "b"}\n{"text": 5}\n'
                          b'{"text": "caf\xe9"}\n{"text": "a\\u0000b"}\n' + b"[" * 500 + b"\n" + b'{"text": "the last line has no end"}')
    yield "fields.jsonl", b'{"key": "x1", "article": {"body": "Chad thanked Kenya."}, "published": "4 May 2021"}\n{"article": "flat"}\n'
    yield "long_line.jsonl", b'{"text": "' + b"a" * 2000 + b'"}\n{"text": "Peru thanked Chile."}\n'
    yield "german.txt", ("Die Ministerin reiste am Montag nach Paris und sprach mit ihrem Kollegen über Getreide, über die Grenze und "
                         "über neue Regeln für den Handel zwischen den beiden Ländern.\n").encode()


def damaged_pages(story):
    yield "no_text.html", b"<html><head><script>render()</script></head><body><div id='app'></div></body></html>"
    yield "deep.html", b"<div>" * 100000 + b"text"
    yield "formatting.html", b"".join(b"<b id=%d>" % i for i in range(1500)) + b"<p>Chad thanked Kenya." * 20000
    yield "unclosed.html", b"<p>Chad thanked Kenya.<p>Peru <b>thanked Chile.<table><tr><td>Mali <i>left the talks.</p></td><p>Togo joined them.</i>"
    yield "truncated.html", story[:1500]
    yield "old.html", ("<html><body bgcolor=white><font size=2>Per\u00fa thanked Chile for its help.<br><br>Chile\u2019s minister went to "
                       "Lima.<br>\nHe stays a week.<br><br><a href=x>Home</a></font></body></html>").encode("cp1252")


def make_all(folder: pathlib.Path, data: pathlib.Path):
    story = (data / "story.html").read_bytes()
    for group in (archives(story), damaged_archives(story), damaged_texts(), damaged_pages(story)):
        for name, content in group:
            (folder / name).write_bytes(content)
