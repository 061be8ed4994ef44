"""Bulk lines follow the schemas and the mapping: bulk.py BULK MAPPING PASSAGES"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from common import passages, same

bulk, mapping_path, jsonl = sys.argv[1:]
folder = Path(__file__).parent / "schemas"


def validator(name):
    schema = json.loads((folder / name).read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


action, source = validator("bulk-action.json"), validator("bulk-source.json")
with open(mapping_path, encoding="utf-8") as file:
    mapping = json.load(file)
validator("index.json").validate(mapping)
raw = Path(bulk).read_bytes()
assert raw.endswith(b"\n") and b"\r" not in raw, "the interface wants a line feed behind each line"
lines = [json.loads(line) for line in raw.decode("utf-8").split("\n")[:-1]]
expected = passages(jsonl)
same(len(lines), 2 * len(expected), "lines")


# What a value of each kind is in JSON; a list of values is of the same kind.
KINDS = {"integer": int, "double": (int, float), "integer_range": dict, "keyword": str, "text": str}


def strict(value, properties, path=""):
    """Refuses what `dynamic: strict` refuses, a field that the mapping does not have, and wrong kinds."""
    for name, inner in value.items():
        assert name in properties, f"{path}.{name} is not in the mapping"
        for one in leaves(inner):
            if "properties" in properties[name]:
                strict(one, properties[name]["properties"], f"{path}.{name}")
            else:
                assert isinstance(one, KINDS[properties[name]["type"]]), f"{path}.{name}: {one!r}"


def leaves(value):
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif value is not None:
        yield value


for passage, (head, body) in zip(expected, zip(lines[::2], lines[1::2])):
    action.validate(head)
    source.validate(body)
    same(head["index"]["_id"], passage["id"], "id")
    assert len(passage["id"].encode()) <= 512, "the longest id that an index takes"
    same({name: body[name] for name in passage}, passage, passage["id"])
    assert body["link"].startswith("https://corpus.invalid/x/#view=read&at="), body["link"]
    strict(body, mapping["mappings"]["properties"])
print(f"{len(expected)} passages")
