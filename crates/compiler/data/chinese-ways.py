#!/usr/bin/env python3
"""Writes chinese-ways.txt: Chinese words of which CC-CEDICT (CC BY-SA 4.0) puts a sense in several ways: “cell phone; mobile phone”.

    python3 chinese-ways.py DICTIONARY > chinese-ways.txt

DICTIONARY is the file `data/data.dictionary` of the crate `chinese_dictionary`, which finds such a word only by all of its ways
together. Only the words are kept: what they mean is asked of the crate.
"""

import re
import runpy
import sys
from pathlib import Path

HAN = re.compile(r"^[\u4e00-\u9fff]{2,6}$")
# A way of at most three words, without what the dictionary says of the word itself.
WAY = re.compile(r"^(?:to )?[A-Za-z'’-]+(?: [A-Za-z'’-]+){0,2}$")
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def is_in_several_ways(sense):
    ways = [BRACKETS.sub("", way).strip() for way in sense.split(";")]
    return len(ways) > 1 and any(WAY.match(way) for way in ways)


def main(dictionary):
    entries = runpy.run_path(str(Path(__file__).with_name("chinese-names.py")))["entries"]
    words = {
        traditional
        for traditional, _, _, senses in entries(Path(dictionary).read_bytes())
        if HAN.match(traditional) and any(is_in_several_ways(sense) for sense in senses)
    }
    print(HEAD, *sorted(words), sep="\n")


HEAD = """\
# Chinese words, in Traditional characters, of which CC-CEDICT (CC BY-SA 4.0) puts a sense in several ways: “cell phone;
# mobile phone”. Written by chinese-ways.py."""

if __name__ == "__main__":
    main(*sys.argv[1:])
