"""pyrefiqda and the schema of the standard read codebook and project:
refi_qda.py CODEBOOK PROJECT CORPUS PASSAGES UNPACKED"""

import importlib.util
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

import xmlschema
from pyrefiqda import RefiCodebook, RefiProject

from common import passages, same, schemes, texts

codebook_path, project_path, corpus, jsonl, unpacked = sys.argv[1:]

# The standard's schema comes with qualitative-coding, which is installed for nothing else: its own
# importer stops in a debugger.
package = Path(importlib.util.find_spec("qualitative_coding").submodule_search_locations[0])
schema = xmlschema.XMLSchema(package / "refi_qda" / "schema.xsd")
with zipfile.ZipFile(project_path) as archive:
    assert archive.testzip() is None
    schema.validate(archive.read("project.qde").decode("utf-8"))


def named_rightly(model):
    """Whether each GUID below has the form that the standard wants."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, list) else [value]:
            if hasattr(type(one), "model_fields"):
                named_rightly(one)
            elif "guid" in name and one is not None:
                assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one), one


def flat(codes, above=()):
    for code in codes:
        yield code, above
        yield from flat(code.code, (*above, code))


codebook = RefiCodebook.load(codebook_path)
project = RefiProject.load(project_path, extract_dir=unpacked)
named_rightly(codebook)
named_rightly(project)

codes = list(flat(codebook.codes.code))
names = Counter(code.name for code, _ in codes)
assert max(names.values()) == 1, names.most_common(1)
same(
    [(code.guid, code.name, code.is_codable, code.description) for code, _ in flat(project.code_book.codes.code)],
    [(code.guid, code.name, code.is_codable, code.description) for code, _ in codes],
    "the project has the codebook",
)
for scheme in schemes(corpus):
    for concept in scheme["concept"]:
        label = texts(concept.get("label")).get("en")
        code = next((code for code, _ in codes if code.name.startswith(label or concept["id"])), None)
        if code is None:
            assert scheme.get("mention"), concept["id"]
            continue
        for field in ["definition", "covers", "excludes"]:
            for text in texts(concept.get(field)).values():
                assert any(text in (other.description or "") for other, _ in codes), f"{concept['id']}: {field}"

# Every labelled passage is a selection, whose place in the text is its very words.
by_guid = {code.guid: (code, above) for code, above in codes}
users = {user.guid: user.name for user in project.users.user}
guids, selections = Counter(), {}
for source in project.sources.text_source:
    path = RefiProject.resolve_source_path(source.plain_text_path, unpacked)
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text, "line ends that programs count differently"
    guids[source.guid] += 1
    for selection in source.plain_text_selection:
        guids[selection.guid] += 1
        assert 0 <= selection.start_position < selection.end_position <= len(text)
        words = text[selection.start_position : selection.end_position]
        given = {}
        for coding in selection.coding:
            guids[coding.guid] += 1
            code, above = by_guid[coding.code_ref.target_guid]
            assert code.is_codable, code.name
            given[code.name] = users[coding.creating_user]
            # Who has a code has those above it.
            higher = {other.guid for other in above if other.is_codable}
            assert higher <= {coding.code_ref.target_guid for coding in selection.coding}
        selections.setdefault((source.name, words), []).append(given)
assert max(guids.values()) == 1, "a GUID stands for one thing"

labelled = 0
for passage in passages(jsonl):
    kinds = ["themes", "levels", "actors", "people"]
    expected = sum(len(passage[kind]) for kind in kinds)
    words = passage["text"].replace("\r\n", "\n").replace("\r", "\n")
    if expected:
        labelled += 1
        found = [given for (name, text), all in selections.items() for given in all
                 if text == words and name.endswith(f"[{' '.join(passage['doc'].split())}]")]
        assert any(len(given) == expected for given in found), passage["id"]
        by = {theme["by"] for theme in passage["themes"]}
        assert any(by <= set(given.values()) for given in found), passage["id"]
same(sum(len(all) for all in selections.values()), labelled, "labelled passages")

# What pyrefiqda writes of what it read is what it read.
again = Path(unpacked) / "again.qdpx"
RefiProject.save(project, again, source_media_dir=Path(unpacked) / "sources")
same(RefiProject.load(again, extract_dir=Path(unpacked) / "again"), project, "there and back")
print(f"{len(codes)} codes, {labelled} selections, {len(project.sources.text_source)} sources")
