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


# What CSL calls a type in the other formats; of all others BibTeX says misc, and RIS GEN.
BIBTEX = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book",
    "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport", "thesis": "phdthesis",
}
RIS = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT",
    "paper-conference": "CPAPER", "post-weblog": "BLOG", "report": "RPRT", "thesis": "THES", "webpage": "ELEC",
}
# Where BibTeX keeps what a document is a part of, and who published it.
SOURCES = ["journal", "booktitle", "series", "howpublished", "publisher", "institution", "school"]
PARTS = [
    ("volume", "volume", "volume", "volume"), ("issue", "issue", "number", "number"),
    ("pages", "page", "start_page", "pages"), ("number", "number", "custom", "number"),
    ("place", "publisher-place", "place_published", "address"),
]

entries = documents(corpus)
for id, item in csl.items():
    entry, record, said = bibtex.entries[key(id)], ris[id], entries.get(id, {})
    kind = said.get("type") or ("webpage" if item.get("URL") else "document")
    same(item["type"], kind, f"{id}: type in CSL-JSON")
    same(entry.type, BIBTEX.get(kind, "misc"), f"{id}: type in BibTeX")
    same(record["type_of_reference"], RIS.get(kind, "GEN"), f"{id}: type in RIS")

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

    container, publisher = item.get("container-title"), item.get("publisher")
    same(record.get("secondary_title"), container, f"{id}: container in RIS")
    same(record.get("publisher"), publisher, f"{id}: publisher in RIS")
    printed = [plain(entry.fields[field]) for field in SOURCES if field in entry.fields]
    expected = [source for source in [container, publisher] if source]
    # What has one field for both has what it is a part of.
    same(printed, expected[:1] if entry.type == "misc" else expected, f"{id}: source in BibTeX")
    if said:
        same(expected, [said[key] for key in ["container", "publisher"] if key in said], f"{id}: source")
        same(record.get("keywords", []), said.get("keywords", []), f"{id}: keywords")
    for part, csl_name, ris_name, bibtex_name in PARTS:
        value = str(said[part]) if part in said else None
        same(item.get(csl_name), value, f"{id}: {part} in CSL-JSON")
        found = record.get(ris_name)
        if part == "pages" and "end_page" in record:
            found += "-" + record["end_page"]
        if part == "number" and kind == "report":
            found = record.get("issn")
        same(found, value, f"{id}: {part} in RIS")
        printed = entry.fields.get(bibtex_name)
        if part in ["issue", "number"] and printed and value is None:
            continue
        same(printed and plain(printed), value, f"{id}: {part} in BibTeX")
    for role, csl_name, ris_name in [("editors", "editor", "secondary_authors"), ("translators", "translator", "subsidiary_authors")]:
        people = [name(person) for person in item.get(csl_name, [])]
        same(letters(people), letters(said.get(role, [])), f"{id}: {role}")
        same(record.get(ris_name, []), people, f"{id}: {role} in RIS")
        # pybtex knows authors and editors as persons; a translator is a field to it.
        printed = entry.persons.get(csl_name) or entry.fields.get(csl_name, "").split(" and ")
        printed = [plain(str(person)).replace("{", "").replace("}", "") for person in printed if str(person)]
        same(printed, people, f"{id}: {role} in BibTeX")
    doi = said["doi"].removeprefix("https://doi.org/").removeprefix("doi:") if "doi" in said else None
    same([item.get("DOI"), record.get("doi"), entry.fields.get("doi")], [doi] * 3, f"{id}: DOI")

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
    if "url" in said or "doi" in said:
        # Neither the page nor the day of reading stands for the document's own.
        same(url, said.get("url"), f"{id}: address")
        day = said.get("accessed")
    else:
        day = "2026-07-01" if url else None
    same(accessed, {"date-parts": [[int(part) for part in day.split("-")]]} if day else None, f"{id}: day")
    same(entry.fields.get("urldate"), day, f"{id}: day in BibTeX")
    same(record.get("access_date"), day and day.replace("-", "/") + "/", f"{id}: day in RIS")
print(f"{len(csl)} documents")
