#!/usr/bin/env python3
"""Writes chinese-words.txt anew.

    python3 chinese-words.py DICTIONARY > chinese-words.txt

DICTIONARY is jieba's `dict.txt` (in the crate `jieba-rs`, under `src/data`): a word a line, how often it was seen, and its
part of speech.
"""

import re
import sys

# So many of the most frequent words, and names of people aside.
KEPT = 20_000
PEOPLE = "nr"
WORD = re.compile(r"^[\u4e00-\u9fff]{1,4}$")


def main(dictionary):
    with open(dictionary, encoding="utf-8") as lines:
        entries = [line.split() for line in lines]
    counted = [(-int(entry[1]), entry[0]) for entry in entries if WORD.match(entry[0]) and not entry[2].startswith(PEOPLE)]
    print(HEAD, *sorted(word for _, word in sorted(counted)[:KEPT]), sep="\n")


HEAD = """\
# Chinese words that are frequent, in Simplified characters, without names of people: what a reader may ask. Written by
# chinese-words.py from the dictionary of jieba (MIT)."""

if __name__ == "__main__":
    main(*sys.argv[1:])
