"""Annotations follow the schema and find their words: web_annotation.py ANNOTATIONS PASSAGES"""

import json
import sys
from pathlib import Path
from urllib.parse import unquote

from jsonschema import Draft202012Validator, FormatChecker

from common import passages, same

annotations, jsonl = sys.argv[1:]
with open(annotations, encoding="utf-8") as file:
    collection = json.load(file)
schema = json.loads((Path(__file__).parent / "schemas" / "web-annotation.json").read_text())
Draft202012Validator.check_schema(schema)
problems = list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(collection))
assert not problems, [f"{list(problem.absolute_path)}: {problem.message}" for problem in problems[:5]]

items = collection["first"]["items"]
same(collection["total"], len(items), "total")
assert len({item["id"] for item in items}) == len(items), "each has an id of its own"
by_id = {passage["id"]: passage for passage in passages(jsonl)}
classified = {}
for item in items:
    (concept,) = [body["source"] for body in item["body"] if body.get("purpose") == "classifying"]
    scheme, _, id = concept.split("#")[1].partition("=")
    for target in item["target"]:
        passage = by_id[unquote(target["source"].split("&at=")[1])]
        text = passage["text"]
        for quote, place in [target["selector"]] if "selector" in target else []:
            start, end = place["start"], place["end"]
            same(text[start:end], quote["exact"], passage["id"])
            same(text[max(start - 32, 0) : start], quote["prefix"], passage["id"])
            same(text[end : end + 32], quote["suffix"], passage["id"])
        if scheme == "theme":
            classified.setdefault(passage["id"], {})[unquote(id)] = item["creator"]["type"]
for passage in by_id.values():
    # A label that only a narrower one gives has no reason of its own.
    given = {theme["id"]: {"rule": "Software", "curator": "Person"}[theme["by"]] for theme in passage["themes"]}
    for id, creator in classified.get(passage["id"], {}).items():
        same(creator, given.get(id), passage["id"])
    assert bool(given) == bool(classified.get(passage["id"])), passage["id"]
print(f"{len(items)} annotations")
