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
           "large.txt": ["-b", "1000"], "columns.tsv": ["-F", "text=body,title=headline"], "many.zip": ["-m", "5"], "total.tar.gz": ["-u", "200000"]}

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


def pdf(pages, title=None, encrypt=False):
    """A PDF file of pages, each a list of lines (x, y, text)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(pages))), len(pages)),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               b"<< /Title (%s) /CreationDate (D:20210504083000+02'00') >>" % (title or "").encode("latin-1")]
    for i, lines in enumerate(pages):
        text = b"".join(b"1 0 0 1 %d %d Tm (%s) Tj\n" % (x, y, line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
                        for x, y, line in lines)
        stream = b"BT /F1 11 Tf\n" + text + b"ET"
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
                       % (6 + 2 * i))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s>>\n" % (len(objects) + 1, b"/Encrypt 99 0 R " if encrypt else b"")
    return out + b"startxref\n%d\n%%%%EOF\n" % xref


def page(number, *paragraphs):
    """A page with a running title and a number; a paragraph is a list of lines."""
    lines, y = [(72, 800, f"Report on aid 2021, part {number}")], 760
    for paragraph in paragraphs:
        for line in paragraph:
            lines.append((72, y, line))
            y -= 14
        y -= 20
    return lines + [(290, 40, str(number))]


def pdfs():
    whole = pdf([page(1, ["Aid to Chad"], ["Norway sent forty doctors to Chad on Monday, and Den-", "mark donated tents to the ministry in N\u2019Djamena. The",
                                          "two countries will report in June."], ["Sweden backed the mission, as its ministers said after long"]),
                 page(2, ["talks with the government of Chad in the capital."], ["Chad thanked Norway."]),
                 page(3, ["Peru praised Chile (twice)."])], "Aid in 2021")
    yield "report.pdf", whole
    yield "truncated.pdf", whole[:len(whole) // 3]
    yield "no_text.pdf", pdf([[]])
    yield "not.pdf", b"%PDF-1.4\nnothing of the kind"
    flipped = bytearray(whole)
    for at in range(40, len(flipped), 97):
        flipped[at] ^= 0x15
    yield "flipped.pdf", bytes(flipped)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body, title="Notes on aid"):
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}" xmlns:mc="m"><w:body>{body}</w:body></w:document>'
    core = ('<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>' + title +
            "</dc:title><dcterms:created>2021-05-04T08:30:00Z</dcterms:created></cp:coreProperties>")
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote><w:p><w:r><w:t>Togo said so in May.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    return zipped([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.encode()), ("word/footnotes.xml", notes.encode()),
                   ("docProps/core.xml", core.encode()), ("word/media/image1.png", b"\x89PNG")])


def office_files():
    def run(text):
        return f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"

    body = ("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>" + run("Aid to Chad") + "</w:p>"
            "<w:p>" + run("Norway sent ") + "<w:del><w:r><w:delText>fifty</w:delText></w:r></w:del><w:ins>" + run("forty") + "</w:ins>" +
            run(" doctors to Chad") + "<w:r><w:footnoteReference w:id='1'/></w:r>" + run(" on&#160;Monday.") + "</w:p>"
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            "<w:tbl><w:tr><w:tc><w:p>" + run("Chad") + "</w:p></w:tc><w:tc><w:p>" + run("thanked Norway.") + "</w:p></w:tc></w:tr></w:tbl>"
            "<w:p>" + run("Peru") + "<w:r><w:br/><w:tab/></w:r>" + run("praised Chile.") +
            "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>" + run("In a box: Mali left.") +
            "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>" + run("twice") + "</w:p></mc:Fallback></mc:AlternateContent></w:p>")
    whole = word_file(body)
    yield "notes.docx", whole
    yield "truncated.docx", whole[:400]
    yield "bad_xml.docx", word_file("<w:p><w:r><w:t>Mali left")
    yield "deep.docx", word_file("<w:p>" * 50000 + run("Mali left the talks.") + "</w:p>" * 50000)
    yield "no_document.docx", zipped([("[Content_Types].xml", b"<Types/>"), ("a.txt", PLAIN)])
    yield "bomb.docx", word_file("<w:p>" + run("a" * (70 << 20)) + "</w:p>")
    content = ('<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:tracked-changes><text:p>Gone.</text:p>'
               "</text:tracked-changes><text:h>Aid to Chad</text:h><text:p>Norway<text:s/>sent <text:span>forty</text:span> doctors to "
               "Chad<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Togo said so.</text:p></text:note-body>"
               "</text:note> on Monday.</text:p></office:text></office:body></office:document-content>")
    meta = ('<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><dc:title>Notes on aid</dc:title>'
            "<meta:creation-date>2021-05-04T08:30:00</meta:creation-date></office:meta></office:document-meta>")
    yield "notes.odt", zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode()),
                               ("meta.xml", meta.encode())])


def mails():
    yield "no_head.eml", b"\nMali left the talks.\n"
    yield "head_alone.eml", b"Subject: nothing\nDate: never\n"
    yield "cut_off.eml", (b"Subject: cut\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\n"
                          b"TWFsaSBsZWZ0IHRoZSB0YWxrcy4")
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2000))
    yield "deep.eml", b"Subject: deep\n" + head + b"\nMali left the talks.\n"
    yield "wrong_bytes.eml", b"Subject: =?utf-8?B?\xff\xfe?= =?x?Q?=\x00\nContent-Type: text/plain; charset=\"none\"\n\nMali left the talks, \xe9h?\n"


def tables():
    yield "semicolons.csv", b"text;date\nPeru thanked Chile, too.;2020-06-08\n"
    yield "columns.tsv", b"headline\tbody\nA\tPeru thanked Chile.\n"
    yield "no_column.csv", b"headline,body\nA,Peru thanked Chile.\n"
    yield "quote.csv", b'text\nPeru thanked Chile.\n"Mali left\n'
    yield "empty.csv", b""


def make_all(folder: pathlib.Path, data: pathlib.Path):
    story = (data / "story.html").read_bytes()
    for group in (archives(story), damaged_archives(story), damaged_texts(), damaged_pages(story), pdfs(), office_files(),
                  mails(), tables()):
        for name, content in group:
            (folder / name).write_bytes(content)
