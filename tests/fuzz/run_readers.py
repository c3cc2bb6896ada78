#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fuzz targets of the readers with the driver of our own, the same inputs every time.
run_readers.py BUILD RUNS READER...          the seeds are the files of tests/documents
run_readers.py --seeds FOLDER READER...      only puts the seeds there, for libFuzzer: FOLDER/READER/"""
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
DOCUMENTS = pathlib.Path(__file__).resolve().parent.parent / "documents"
sys.path.insert(0, str(DOCUMENTS))
import make  # noqa: E402
from running import main  # noqa: E402

LARGEST = 20000  # of a seed
SUFFIXES = {"text": {".txt"}, "markdown": {".md", ".txt"}, "html": {".html"}, "docx": {".docx"}, "odt": {".odt"}, "mail": {".eml"},
            "jsonl": {".jsonl"}, "csv": {".csv", ".tsv"}, "archive": {".gz", ".zip", ".tar", ".zst", ".docx"}, "pages": {".txt", ".md"}}


def put_seeds(folder, readers):
    with tempfile.TemporaryDirectory() as made:
        make.make_all(pathlib.Path(made), DOCUMENTS / "data")
        files = sorted([*(DOCUMENTS / "data").iterdir(), *pathlib.Path(made).iterdir()])
        for reader in readers:
            (folder / reader).mkdir(parents=True, exist_ok=True)
            for file in files:
                if file.suffix in SUFFIXES[reader] and file.stat().st_size <= LARGEST:
                    (folder / reader / file.name).write_bytes(file.read_bytes())


sys.exit(main(put_seeds, "fuzz_read_{}_runs".format))
