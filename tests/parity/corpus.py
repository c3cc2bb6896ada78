#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the parity corpus: corpus.py PACKAGES OUT.jsonl

PACKAGES is a folder with Debian packages (*.deb) and the gensim wheel, as run.sh fetches them. A row is
{"id", "kind": "prose"|"other", "text"}. Paragraphs are deduplicated over the whole corpus; a document is a run of
paragraphs that follow each other. No docstrings, READMEs, changelogs or licences: the pipeline was first checked on those.
"""
import gzip
import hashlib
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

# Characters taken of each source; about 5 make a token.
BUDGET = {
    'essays': 680_000,   # anarchism: a long political FAQ in modern English
    'news': 350_000,     # gensim's test data: 300 news stories
    'jargon': 230_000,   # jargon-text: a dictionary written as prose
    'manual': 200_000,   # developers-reference
    'man': 700_000,      # manpages, manpages-dev
    'fortunes': 460_000,  # quotations, dialogues, verse, ASCII art
}
PROSE = {'essays', 'news', 'jargon', 'manual'}


class Paragraphs(html.parser.HTMLParser):
    """The text of an HTML page, a blank line at every block."""
    BLOCKS = {'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'br', 'tr', 'dd', 'dt', 'ul', 'ol'}
    SKIP = {'script', 'style', 'title'}

    def __init__(self):
        super().__init__()
        self.out, self.skipping = [], 0

    def handle_starttag(self, tag, attrs):
        self.skipping += tag in self.SKIP
        if tag in self.BLOCKS:
            self.out.append('\n\n')

    def handle_endtag(self, tag):
        self.skipping -= tag in self.SKIP
        if tag in self.BLOCKS:
            self.out.append('\n\n')

    def handle_data(self, data):
        if not self.skipping:
            self.out.append(data)


def read(path):
    data = gzip.decompress(path.read_bytes()) if path.suffix == '.gz' else path.read_bytes()
    return data.decode('utf-8', 'ignore')


def joined_lines(text):
    """Paragraphs with their line breaks and indentation made single blanks."""
    return [' '.join(p.split()) for p in re.split(r'\n\s*\n', text)]


def html_paragraphs(path):
    parser = Paragraphs()
    parser.feed(read(path))
    return joined_lines(''.join(parser.out))


def man_paragraphs(path):
    """A manual page without its macros; lines stay lines."""
    lines = []
    for line in read(path).split('\n'):
        if re.match(r"[.']\s*(PP|P|LP|SH|SS|TP|IP)\b", line):
            lines.append('')
        if re.match(r"[.']\s*(SH|SS|B|I|BR|IR|RB|RI|BI|IB|IP)\b", line):
            line = re.sub(r"^[.']\s*\w+\s*", '', line).replace('"', '')
        elif line[:1] in ".'":
            continue
        line = re.sub(r'\\f(\(..|\[[^]]*\]|.)', '', line)
        line = line.replace('\\-', '-').replace('\\e', '\\').replace('\\&', '').replace('\\(aq', "'").replace('\\(dq', '"')
        lines.append(re.sub(r'\\(\(..|.)', '', line))
    return [p.strip('\n') for p in re.split(r'\n\s*\n', '\n'.join(lines))]


def sources(root):
    """(source, name, paragraphs) for every text."""
    doc = root / 'usr/share/doc'
    for path in sorted((doc / 'anarchism/html').glob('sec*.html')):
        yield 'essays', path.stem, html_paragraphs(path)
    for i, line in enumerate(read(root / 'lee_background.cor').split('\n')):
        yield 'news', str(i), [line.strip()]
    yield 'jargon', 'jargon', joined_lines(read(doc / 'jargon-text/jargon.txt.gz'))
    yield 'manual', 'developers-reference', joined_lines(read(root / 'usr/share/developers-reference/developers-reference.txt.gz'))
    for section in ('man2', 'man3', 'man4', 'man5', 'man7'):
        for path in sorted((root / 'usr/share/man' / section).glob('*.gz')):
            if not path.is_symlink():
                yield 'man', path.name[:-3], man_paragraphs(path)
    for path in sorted((root / 'usr/share/games/fortunes').iterdir()):
        if path.is_file() and not path.suffix and not path.is_symlink():
            yield 'fortunes', path.name, [p.strip('\n') for p in re.split(r'\n%\n', read(path))]


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def documents(root):
    seen = set()
    for source, name, paragraphs in sources(root):
        run, wanted = [], 0
        for paragraph in paragraphs:
            key = ' '.join(paragraph.split()).lower()
            if len(key) < 30 or key in seen:
                continue
            seen.add(key)
            if not run:
                wanted = 1 + int(digest(key)[:8], 16) % 9
            run.append(paragraph)
            if len(run) >= wanted:
                yield source, name, '\n\n'.join(run)
                run = []
        if run:
            yield source, name, '\n\n'.join(run)


def unpack(packages, root):
    for deb in sorted(packages.glob('*.deb')):
        subprocess.run(['dpkg', '-x', str(deb), str(root)], check=True)
    with zipfile.ZipFile(next(packages.glob('gensim-*.whl'))) as wheel:
        (root / 'lee_background.cor').write_bytes(wheel.read('gensim/test/test_data/lee_background.cor'))


def main(packages, out):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        unpack(packages, root)
        found = sorted(documents(root), key=lambda d: digest(d[2]))
    left = dict(BUDGET)
    with open(out, 'w', encoding='utf-8') as file:
        for number, (source, name, text) in enumerate(found):
            if left[source] < 0:
                continue
            left[source] -= len(text)
            kind = 'prose' if source in PROSE else 'other'
            file.write(json.dumps({'id': '%s:%s:%d' % (source, name, number), 'kind': kind, 'text': text}) + '\n')
    short = {s: n for s, n in left.items() if n > 0}
    if short:
        print('characters missing, source by source:', short, file=sys.stderr)


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
