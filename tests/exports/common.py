"""What the corpus' own files say: that is what an export is held against."""

import json
import tomllib
from pathlib import Path


def passages(path):
    """The passages, as the format `jsonl` gives them."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def schemes(corpus):
    """The concept schemes, as the editor wrote them."""
    files = sorted((Path(corpus) / "schemes").glob("*.toml"))
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]


def documents(corpus):
    """What the editor wrote of each document, by id."""
    text = (Path(corpus) / "corpus.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text).get("document", [])
    return {entry["id"]: entry for entry in entries if "id" in entry}


def texts(value):
    """A text by language; a bare one is English."""
    return {"en": value} if isinstance(value, str) else dict(value or {})


def title(entry):
    """The title in the document's own language, on one line."""
    titles = texts(entry.get("title"))
    chosen = titles.get(entry.get("original_language")) or next(iter(titles.values()), None)
    return " ".join(chosen.split()) if chosen else None


def same(found, expected, what):
    assert found == expected, f"{what}\n  found    {found!r}\n  expected {expected!r}"
