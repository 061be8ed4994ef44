"""frictionless validates the package, as a folder and as a zip archive:
data_package.py FOLDER ZIP PASSAGES"""

import os
import sys
from pathlib import Path

from frictionless import Package, system

from common import passages, same

folder, archive, jsonl = sys.argv[1:]
os.chdir(Path(folder).parent)
for path in [f"{Path(folder).name}/datapackage.json", Path(archive).name]:
    package = Package(path)
    report = package.validate()
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldName", "type", "note"])[:5]

package = Package(f"{Path(folder).name}/datapackage.json")
tables = {resource.name: resource.read_rows() for resource in package.resources}
expected = passages(jsonl)
same([row["id"] for row in tables["passages"]], [passage["id"] for passage in expected], "passages")
texts = {row["id"]: row["text"] for row in tables["passages"]}
same(texts, {passage["id"]: passage["text"] for passage in expected}, "texts")
labels = {}
for row in tables["labels"]:
    labels.setdefault((row["passage"], row["scheme"]), []).append((row["concept"], row["by"]))
for passage in expected:
    same(
        labels.get((passage["id"], "theme"), []),
        [(theme["id"], theme["by"]) for theme in passage["themes"]],
        passage["id"],
    )
for table in ["evidence", "dates", "figures"]:
    for row in tables[table]:
        if row["start"] is not None:
            same(texts[row["passage"]][row["start"] : row["end"]], row["words"], f"{table}: {row['passage']}")
print(", ".join(f"{len(rows)} {name}" for name, rows in tables.items()))
