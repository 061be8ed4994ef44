"""Taguette's own import reads the concepts of a data package: taguette_tags.py CONCEPTS

Taguette writes REFI-QDA codebooks and reads none; what it imports is a table with a column `path`."""

import csv
import sys

from taguette.import_codebook import list_tags

with open(sys.argv[1], "rb") as table:
    tags = list_tags(table)
with open(sys.argv[1], encoding="utf-8-sig", newline="") as table:
    rows = list(csv.DictReader(table))
assert rows, "there are no concepts"
paths = [tag["path"] for tag in tags]
assert paths == [row["path"] for row in rows]
assert len(paths) == len(set(paths)), "Taguette wants each path once"
for tag, row in zip(tags, rows):
    assert tag["description"] == row["description"].strip() and tag["description"], tag["path"]
print(f"{len(tags)} tags")
