#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes symbols.inc, unicode.inc, units.inc, affix_sets.inc and base_norms.inc beside itself.

usage: make_tables.py GOLDEN   (the folder with symbols.json, unicode_tables.json, regex_classes.json, char_sets.json, base_norms.json)
The two properties that GOLDEN lacks (cased, case-ignorable: for the final sigma) are asked of Python itself, which must
have Unicode 14 (Python 3.11).
"""
import json
import pathlib
import sys
import unicodedata

HEAD = '// SPDX-License-Identifier: Apache-2.0\n// Made by make_tables.py; do not edit.\n'
HERE = pathlib.Path(__file__).parent


def literal(text):
    out = ''.join(c if ' ' < c <= '~' and c not in '"\\' else ''.join('\\%03o' % b for b in c.encode('utf-8')) for c in text)
    return '"%s"' % out


def wrap(items):
    lines, line = [], ''
    for item in items:
        if len(line) + len(item) + 1 > 118:
            lines.append(line)
            line = ''
        line += item + ','
    return '\n'.join(lines + [line]) + '\n'


def gaps(ranges):
    """Inclusive ranges as numbers: gap since the last range's end, length, gap, length, ..."""
    out, end = [], 0
    for low, high in ranges:
        out += [str(low - end), str(high - low + 1)]
        end = high + 1
    return out


def ranges_of(test):
    out = []
    for code in range(0x110000):
        if 0xD800 <= code < 0xE000 or not test(chr(code)):
            continue
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return out


def lower_runs(lower):
    """Runs of code points with one stride and one difference: start gap, count, stride, difference."""
    pairs = sorted((int(k), v) for k, v in lower.items() if isinstance(v, int))
    runs = []
    for code, to in pairs:
        if runs:
            run = runs[-1]
            step = code - run[1]
            if to - code == run[3] and (run[2] == step or (run[2] == 0 and step in (1, 2))):
                run[1], run[2] = code, step
                continue
        runs.append([code, code, 0, to - code])
    out, last = [], 0
    for first, end, stride, difference in runs:
        stride = stride or 1
        out.append('{%d,%d,%d,%d}' % (first - last, (end - first) // stride + 1, stride, difference))
        last = first
    return out


def main(golden):
    assert unicodedata.unidata_version == '14.0.0', 'needs Python 3.11 (Unicode 14)'
    load = lambda name: json.loads((golden / name).read_text())
    write = lambda name, body: (HERE / name).write_text(HEAD + body)

    symbols = load('symbols.json')
    write('symbols.inc', wrap('{%s,%d}' % (literal(k), v) for k, v in symbols.items() if k))

    tables, classes = load('unicode_tables.json'), load('regex_classes.json')
    cased = lambda c: c.isupper() or c.islower() or c.istitle()
    final = lambda s: (s + '\u03a3').lower().endswith('\u03c2')
    sets = {k: tables['is' + k] for k in ('space', 'alpha', 'upper', 'digit', 'decimal', 'alnum')}
    sets['cased'] = ranges_of(cased)
    sets['case_ignorable'] = ranges_of(lambda c: final('A' + c) and not final(c))
    for i in range(8):
        sets['class%d' % i] = classes['CLASS%d' % i]
    body = ''
    for name, ranges in sets.items():
        body += 'constexpr std::uint32_t k_%s[] = {\n%s};\n' % (name, wrap(gaps(ranges)))
    odd = {k: v for k, v in tables['lower'].items() if not isinstance(v, int)}
    assert odd == {'304': [105, 775]}, odd
    body += 'constexpr LowerRun k_lower[] = {\n%s};\n' % wrap(lower_runs(tables['lower']))
    write('unicode.inc', body)

    chars = load('char_sets.json')
    write('units.inc', wrap(literal(u) for u in chars['UNITS']))
    body = ''
    for name in ('CUR1', 'PRE1', 'SUF1'):
        body += 'constexpr char32_t k_%s[] = {\n%s};\n' % (name.lower(), wrap('0x%x' % c for c in sorted(map(ord, chars[name]))))
    write('affix_sets.inc', body)
    write('base_norms.inc', wrap('{%s,%s}' % (literal(k), literal(v)) for k, v in load('base_norms.json').items()))


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]))
