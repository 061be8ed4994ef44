"""pybtex and rispy read the documents: bibliography.py BIBTEX RIS CSL CORPUS"""

import json
import re
import sys

import pybtex.database
import rispy
from pybtex.richtext import Text

from common import documents, same, title

bibtex_path, ris_path, csl_path, corpus = sys.argv[1:]
bibtex = pybtex.database.parse_file(bibtex_path, bib_format="bibtex")
with open(ris_path, encoding="utf-8", newline="") as file:
    ris = {record["id"]: record for record in rispy.load(file)}
with open(csl_path, encoding="utf-8") as file:
    csl = {item["id"]: item for item in json.load(file)}
assert len(bibtex.entries) == len(ris) == len(csl) > 0


def plain(latex):
    """A field as it is printed."""
    named = {"textbraceleft": "{", "textbraceright": "}", "textbackslash": "\\",
             "textasciitilde": "~", "textasciicircum": "^"}
    marks = {name: chr(0xE000 + n) for n, name in enumerate(named)}
    for name, mark in marks.items():
        latex = latex.replace(f"{{\\{name}}}", mark)
    printed = str(Text.from_latex(latex))
    for name, mark in marks.items():
        printed = printed.replace(mark, named[name])
    return printed


def key(id):
    return "".join(c if c.isalnum() or c in "-_.:/" else f"+{ord(c):x}+" for c in id)


def name(csl_name):
    if "literal" in csl_name:
        return csl_name["literal"]
    particle = csl_name.get("non-dropping-particle", "")
    return f"{particle} {csl_name['family']}, {csl_name['given']}".strip()


def letters(names):
    return sorted("".join(sorted(re.findall(r"\w", name))) for name in names)


entries = documents(corpus)
for id, item in csl.items():
    entry, record, said = bibtex.entries[key(id)], ris[id], entries.get(id, {})
    same(entry.type, "misc", id)

    people = [name(author) for author in item.get("author", [])]
    same(record.get("authors", []), people, f"{id}: authors in RIS")
    printed = [plain(str(person)).replace("{", "").replace("}", "") for person in entry.persons.get("author", [])]
    same(printed, people, f"{id}: authors in BibTeX")
    if said:
        # The same names, in whatever order their parts stand.
        same(letters(people), letters(said.get("authors", [])), f"{id}: who")

    expected = title(said) or item.get("title")
    same(item.get("title"), expected, f"{id}: title in CSL-JSON")
    same(record.get("title"), expected, f"{id}: title in RIS")
    same(plain(entry.fields["title"]), expected, f"{id}: title in BibTeX")

    source = item.get("publisher") or item.get("container-title")
    printed = entry.fields.get("howpublished")
    same(record.get("publisher"), source, f"{id}: publisher in RIS")
    same(printed and plain(printed), source, f"{id}: publisher in BibTeX")
    if said:
        same(source, said.get("publisher"), f"{id}: publisher")
        same(record.get("keywords", []), said.get("keywords", []), f"{id}: keywords")

    date = item.get("issued", {}).get("date-parts", [[]])
    if said:
        edtf = "/".join("-".join(f"{part:02}" for part in parts) for parts in date)
        same(edtf, said.get("date", ""), f"{id}: date")
    same(record.get("year"), f"{date[0][0]:04}" if date[0] else None, f"{id}: year in RIS")
    same(entry.fields.get("year"), "--".join(f"{parts[0]:04}" for parts in date) if date[0] else None, f"{id}: year")
    months = "January February March April May June July August September October November December".split()
    month = months[date[0][1] - 1] if len(date) == 1 and len(date[0]) > 1 else None
    same(entry.fields.get("month"), month, f"{id}: month")

    url, accessed = item.get("URL"), item.get("accessed")
    same(record.get("urls", [None])[0], url, f"{id}: address in RIS")
    same(entry.fields.get("url"), url, f"{id}: address in BibTeX")
    same(item["type"], "webpage" if url else "document", id)
    if url:
        same(accessed, {"date-parts": [[2026, 7, 1]]}, id)
        same(entry.fields["urldate"], "2026-07-01", id)
        same(record["type_of_reference"], "ELEC", id)
        same(record["access_date"], "2026/07/01/", id)
    else:
        assert accessed is None and "urldate" not in entry.fields and "access_date" not in record, id
print(f"{len(csl)} documents")
