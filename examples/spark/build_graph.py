#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A knowledge graph of a corpus with Apache Spark: `entente map` on the workers, one `entente reduce` where the graph shall be.

  spark-submit examples/spark/build_graph.py --documents docs.jsonl --graph world.entente [--parts 8] [--entente PATH]

Documents are JSON lines {"id", "text"} with optional date, title, url. Every worker needs the program with its model and ontology at
the same place (a package, a container, or --entente with a shared path)."""
import argparse
import os
import shlex
import subprocess
import tempfile

from pyspark.sql import SparkSession


def map_documents(context, documents, parts, entente):
    """Facts as JSON lines. checkCode: a worker whose map fails makes the job fail, and loses no document in silence. Exit code 4
    says that some lines were no documents; their names are in the worker's log, and the rest is good."""
    command = f"bash -c {shlex.quote(f'{shlex.quote(entente)} map -j 1 - || test $? -eq 4')}"
    return context.textFile(documents, parts).repartition(parts).pipe(command, env=dict(os.environ), checkCode=True)


def reduce_facts(facts, graph, entente):
    """Lines come partition by partition, so that the driver holds one at a time; reduce sorts them on disk."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as spool:
        for line in facts.toLocalIterator():
            spool.write(line + "\n")
        spool.flush()
        subprocess.run([entente, "reduce", spool.name, "-g", graph], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--parts", type=int, default=8)
    parser.add_argument("--entente", default="entente")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("entente").getOrCreate()
    facts = map_documents(spark.sparkContext, options.documents, options.parts, options.entente)
    reduce_facts(facts, options.graph, options.entente)
    spark.stop()


if __name__ == "__main__":
    main()
