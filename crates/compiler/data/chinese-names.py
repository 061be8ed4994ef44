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
# What a thing is beside its name, in English and at the end of the Chinese name: the Galapagos Islands, 加拉帕戈斯群島.
SORTS = {
    "Islands": "群島 群岛 列島 列岛 諸島 诸岛", "Island": "島 岛", "Archipelago": "群島 群岛 列島 列岛", "River": "河 江 川",
    "Mountains": "山脈 山脉 山 山地", "Mountain": "山", "Sea": "海", "Ocean": "洋", "Gulf": "灣 湾", "Bay": "灣 湾",
    "Strait": "海峽 海峡", "Straits": "海峽 海峡", "Peninsula": "半島 半岛", "Desert": "沙漠", "Lake": "湖", "Province": "省",
    "County": "縣 县 郡", "Prefecture": "縣 县 州", "Canal": "運河 运河", "Plateau": "高原",
}
KINDS = ("surname", "variant of", "abbr.", "old name", "used in", "short name", "also written", "erhua", "(bound")

# First words that are names of something else, or words.
NOT_BARE = {"Black", "Red", "Yellow", "White", "Green", "Blue", "Dead", "Great", "New", "East", "West", "North", "South", "Central", "Long",
            "Grand", "Pacific", "Atlantic", "Indian", "Southern", "Arctic", "Persian", "Canary", "Virgin", "Easter", "Christmas", "Cook", "Marshall", "Solomon",
            "Changjiang"}


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


def bare(called, words):
    """A name without what the thing is, where the Chinese ones lack it too or can do without: of more than one
    character, and one word in English."""
    first, _, sort = called.partition(" ")
    if sort not in SORTS or first in NOT_BARE:
        return set()
    ends = SORTS[sort].split()
    shorter = set()
    for word in words:
        end = max((end for end in ends if word.endswith(end)), key=len, default="")
        shorter.add(word[: len(word) - len(end)])
    return {word for word in shorter if len(word) > (2 if shorter != set(words) else 1)}


def main():
    everything = list(entries(open(sys.argv[1], "rb").read()))
    by_word = {}
    for entry in everything:
        by_word.setdefault(entry[0], []).append(entry)
    names = {}
    for traditional, simplified, pinyin, senses in everything:
        if len(traditional) < 2 or not re.fullmatch(r"[\u3400-\u9fff·]+", traditional):
            continue
        read = re.sub(r"[\d\s:·]", "", pinyin).lower()
        others = [re.match(r"see (?:also )?([\u3400-\u9fff·]+)", sense) for sense in senses]
        meant = [sense for other in others if other for entry in by_word.get(other[1], []) for sense in entry[3]]
        for sense in (meant or senses)[:2]:
            if any(kind in sense for kind in KINDS):
                continue
            for way in re.split(r";| or ", sense):
                called = name(way, read)
                # What is written with a capital in English alone may be a day, a language or a trade mark.
                if called and (pinyin[:1].isupper() or " " in called):
                    names.setdefault(called, set()).update((traditional, simplified))
    for called, words in list(names.items()):
        if short := bare(called, words):
            names.setdefault(called.partition(" ")[0], set()).update(short)
    print("# What CC-CEDICT (CC BY-SA 4.0) names in English, a line each, and what it is called in Chinese, in both scripts.")
    print("# Written by chinese-names.py.")
    for called in sorted(names):
        print(", ".join([called, *sorted(names[called])]))


if __name__ == "__main__":
    main()
