"""rdflib reads the schemes: skos.py TURTLE CORPUS PASSAGES"""

import sys

from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from common import passages, same, schemes, texts

turtle, corpus, jsonl = sys.argv[1:]
graph = Graph().parse(turtle, format="turtle")
found = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
assert found, "there is no scheme"

for scheme in found:
    tops = set(graph.objects(scheme, SKOS.hasTopConcept))
    assert tops and tops == set(graph.subjects(SKOS.topConceptOf, scheme)), scheme

by_notation = {}
for concept in graph.subjects(RDF.type, SKOS.Concept):
    (scheme,) = graph.objects(concept, SKOS.inScheme)
    assert scheme in found, concept
    (notation,) = graph.objects(concept, SKOS.notation)
    by_notation[str(scheme).split("rows=")[1], str(notation)] = concept
    languages = [label.language for label in graph.objects(concept, SKOS.prefLabel)]
    assert languages and len(languages) == len(set(languages)), f"{concept}: one name a language"
    above = set(graph.objects(concept, SKOS.broader))
    assert above == set(graph.subjects(SKOS.narrower, concept)), concept
    assert bool(above) != bool(set(graph.objects(concept, SKOS.topConceptOf))), concept
    for higher in above:
        assert concept not in graph.transitive_objects(higher, SKOS.broader), f"{concept}: a circle"


def wordings(concept, predicate):
    return {(text.language, str(text)) for text in graph.objects(concept, predicate)}


for passage in passages(jsonl):
    for scheme, ids in [
        ("theme", [theme["id"] for theme in passage["themes"]]),
        ("level", passage["levels"]),
        ("actor", passage["actors"]),
    ]:
        missing = [id for id in ids if (scheme, id) not in by_notation]
        assert not missing, f"{passage['id']}: {scheme} {missing}"

compared = 0
for scheme in schemes(corpus):
    for concept in scheme["concept"]:
        node = by_notation.get((scheme["id"], concept["id"]))
        if node is None:
            # What no passage mentions has no name in the image.
            assert scheme.get("mention"), concept["id"]
            continue
        for predicate, field in [(SKOS.prefLabel, "label"), (SKOS.definition, "definition")]:
            expected = {
                (language.lower(), text)
                for language, text in texts(concept.get(field)).items()
                if text
            }
            same(wordings(node, predicate), expected, concept["id"])
        notes = "\n".join(text for _, text in wordings(node, SKOS.scopeNote))
        for field in ["covers", "excludes"]:
            for text in texts(concept.get(field)).values():
                assert text in notes, f"{concept['id']}: {field}"
        compared += 1
print(f"{len(graph)} triples, {len(found)} schemes, {compared} concepts as written")
