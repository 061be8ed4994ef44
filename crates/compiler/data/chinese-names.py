#!/usr/bin/env python3
"""Writes chinese-names.txt: what CC-CEDICT (CC BY-SA 4.0) names in English, and what it is called in Chinese.

    python3 chinese-names.py DICTIONARY > chinese-names.txt

DICTIONARY is the file `data/data.dictionary` of the crate `chinese_dictionary`, which can be asked for a name only by the
whole of what the dictionary says of it: “Kuala Lumpur, capital of Malaysia”.
"""

import re
import struct
import sys

SMALL = {"of", "the", "and", "de", "la", "da", "von", "van", "al", "el", "bin", "du", "on"}
KINDS = ("surname", "variant of", "abbr.", "old name", "used in", "short name", "also written", "erhua", "(bound")


def entries(data):
    """Each entry of the file: Traditional, Simplified, Pinyin with numbers, senses."""
    at = 0

    def number(form):
        nonlocal at
        value = struct.unpack_from("<" + form, data, at)[0]
        at += struct.calcsize(form)
        return value

    def text():
        nonlocal at
        length = number("Q")
        value = data[at : at + length].decode()
        at += length
        return value

    for _ in range(number("Q")):
        number("I")
        traditional, simplified, _, pinyin = text(), text(), text(), text()
        senses = [text() for _ in range(number("Q"))]
        tones = number("Q")
        at += tones + 8
        for _ in range(number("Q")):
            [text() for _ in range(4)]
        for _ in range(3):
            levels = number("Q")
            at += 4 * levels
        number("I")
        yield traditional, simplified, pinyin, senses


def name(way, pinyin):
    """What a sense names, without what it says of it; None if it names nothing."""
    way = re.sub(r"\([^)]*\)|\[[^\]]*\]|[\u4e00-\u9fff|·]+", "", way).split(",")[0].strip()
    way = re.sub(r"^the ", "", way)
    words = way.split()
    if not words:
        return None
    # Of “Shaoxing prefecture-level city” the first word is the name: it is how the Chinese one is read.
    if words[0].lower().replace("'", "").replace("’", "") == pinyin:
        return words[0]
    is_name = len(words) <= 4 and all(
        re.fullmatch(r"[^\W\d_][\w'’.-]*", word) and (word[0].isupper() or word in SMALL) for word in words
    )
    return way if is_name and words[0][0].isupper() and words[-1][0].isupper() and len(way) > 2 else None


def main():
    everything = list(entries(open(sys.argv[1], "rb").read()))
    by_word = {}
    for entry in everything:
        by_word.setdefault(entry[0], []).append(entry)
    names = {}
    for traditional, simplified, pinyin, senses in everything:
        if len(traditional) < 2 or not pinyin[:1].isupper() or not re.fullmatch(r"[\u3400-\u9fff·]+", traditional):
            continue
        read = re.sub(r"[\d\s:·]", "", pinyin).lower()
        others = [re.match(r"see (?:also )?([\u3400-\u9fff·]+)", sense) for sense in senses]
        meant = [sense for other in others if other for entry in by_word.get(other[1], []) for sense in entry[3]]
        for sense in (meant or senses)[:2]:
            if any(kind in sense for kind in KINDS):
                continue
            for way in re.split(r";| or ", sense):
                if called := name(way, read):
                    names.setdefault(called, set()).update((traditional, simplified))
    print("# What CC-CEDICT (CC BY-SA 4.0) names in English, a line each, and what it is called in Chinese, in both scripts.")
    print("# Written by chinese-names.py.")
    for called in sorted(names):
        print(", ".join([called, *sorted(names[called])]))


if __name__ == "__main__":
    main()
