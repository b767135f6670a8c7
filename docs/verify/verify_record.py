#!/usr/bin/env python3
"""Checks a file of a Causeway record, or a bundle of evidence, as record-format.md describes them.

    python3 verify_record.py FILE [--seal KEPTFILE] [--json]
    python3 verify_record.py .

FILE is a record, or the archive of a bundle; for one that was unpacked, its folder. Needs Python 3.8 or newer and nothing else: no package,
no database, no network. KEPTFILE is a seal that you kept elsewhere: the note itself, or the mail or page that it stands in.
Exit code: 0 it holds, 1 it does not, 2 wrong usage.
"""

import base64
import hashlib
import json
import os
import re
import sys
import zipfile
import zlib
from datetime import datetime, timedelta

FORMAT = "causeway-record/1"
LONGEST_LINE = 16 * 1024 * 1024
DEEPEST = 100
MOST = 1000
LARGEST = 2**53 - 1
GENESIS = "0" * 64
PATIENCE = timedelta(minutes=10)
SUMS = "SHA256SUMS"

# What each code means: the last table of the page.
MEANINGS = {
    "malformed": "the file was not written by Causeway, or was changed afterwards",
    "notCanonical": "the file was not written by Causeway, or was changed afterwards",
    "unexpectedLine": "the file was not written by Causeway, or was changed afterwards",
    "otherChain": "the file was not written by Causeway, or was changed afterwards",
    "chainTwice": "the file was not written by Causeway, or was changed afterwards",
    "countDiffers": "the file was not written by Causeway, or was changed afterwards",
    "truncated": "the file ends too early: take it again",
    "altered": "what the event says, or its digest, link or hash, is not what was written",
    "brokenLink": "the event does not follow the one before it: something before it was rewritten, removed or inserted",
    "missingEvent": "an event is not there, or not in its place",
    "headDiffers": "the chain has another end than the file says",
    "missingWords": "words are gone without a rule, are others than were written, or belong to no event",
    "wordsAltered": "words are gone without a rule, are others than were written, or belong to no event",
    "surplusWords": "words are gone without a rule, are others than were written, or belong to no event",
    "missingDocument": "a document’s digest is not given, or is not that of the event",
    "documentDiffers": "a document’s digest is not given, or is not that of the event",
    "keyUnreadable": "there is no seal that can be believed",
    "sealUnreadable": "there is no seal that can be believed",
    "sealNotSigned": "there is no seal that can be believed",
    "sealOtherLog": "there is no seal that can be believed",
    "proofMissing": "the event is not shown to be in the sealed log: it was changed, or put in later",
    "notInTree": "the event is not shown to be in the sealed log: it was changed, or put in later",
    "leafOutside": "the events are not those that were sealed: some were changed, removed or put in",
    "leafTwice": "the events are not those that were sealed: some were changed, removed or put in",
    "leafMissing": "the events are not those that were sealed: some were changed, removed or put in",
    "treeDiffers": "the events are not those that were sealed: some were changed, removed or put in",
    "unsealed": "the event is more than ten minutes older than the seal and not in it: it may have been put into the database past Causeway",
    "sealMissing": "the file has no seal that the kept one could be held to",
    "keptUnreadable": "what was given is no seal, one of another log, or signed by a key that the file does not name: it may have been replaced",
    "keptOtherLog": "what was given is no seal, one of another log, or signed by a key that the file does not name: it may have been replaced",
    "keptNotSigned": "what was given is no seal, one of another log, or signed by a key that the file does not name: it may have been replaced",
    "logShorter": "the kept seal covers more than the file: the file is older, or events were taken away",
    "logForked": "the log is not the one that the kept seal was made for: its past was rewritten",
    "consistencyMissing": "the file does not bring what is needed to judge: take it again, naming the kept seal",
    "fileAltered": "the file is not what SHA256SUMS says it was when the bundle was made",
    "fileMissing": "the file was in the bundle when it was made and is not here",
    "sumsUnreadable": "SHA256SUMS is missing, or a line of it is not one",
    "recordFails": "the record does not hold; why stands above",
    "paperDiffers": "the file is none of the papers that its record names: it was changed or put in",
    "paperMissing": "a paper that the record names is not here, and the index does not say that it was erased or lost",
}


# Canonical text (RFC 8785)


class NotCanonical(Exception):
    pass


def canonical(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return canonical_number(float(value))
    if isinstance(value, str):
        return canonical_string(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return "{" + ",".join(canonical_string(name) + ":" + canonical(value[name]) for name in sorted(value, key=by_units)) + "}"


def by_units(name):
    return name.encode("utf-16-be", "surrogatepass")


def canonical_string(text):
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotCanonical
    return json.dumps(text, ensure_ascii=False)


def canonical_number(number):
    """As ECMAScript writes a double; Python finds the same shortest digits."""
    if number != number or number in (float("inf"), float("-inf")):
        raise NotCanonical
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or "0") - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = point - 1
    return sign + digits[0] + ("." + digits[1:] if count > 1 else "") + "e" + ("+" if power > 0 else "-") + str(abs(power))


# Hashes


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def digest_of(event):
    return sha256(canonical({name: event[name] for name in ("actor", "at", "data", "salt", "seq", "stream", "type")}).encode("utf-8"))


def hash_after(previous, digest):
    return sha256(bytes.fromhex(previous) + bytes.fromhex(digest))


def words_digest(salt, body):
    return sha256(bytes.fromhex(salt) + body.encode("utf-8"))


def leaf_hash(event_hash):
    return sha256(b"\x00" + bytes.fromhex(event_hash))


def node_hash(left, right):
    return sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right))


# The tree (RFC 9162, section 2.1)


def is_included(leaf, index, size, proof, root):
    first, last, result = index, size - 1, leaf
    for part in proof:
        if last == 0:
            return False
        if first % 2 == 1 or first == last:
            result = node_hash(part, result)
            while first % 2 == 0 and first != 0:
                first, last = first // 2, last // 2
        else:
            result = node_hash(result, part)
        first, last = first // 2, last // 2
    return last == 0 and result == root


def is_consistent(old_size, old_root, new_size, new_root, proof):
    if old_size > new_size:
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof
    path = ([old_root] if old_size & (old_size - 1) == 0 else []) + list(proof)
    if not path:
        return False
    first, last = old_size - 1, new_size - 1
    while first % 2 == 1:
        first, last = first // 2, last // 2
    older = newer = path[0]
    for part in path[1:]:
        if last == 0:
            return False
        if first % 2 == 1 or first == last:
            older, newer = node_hash(part, older), node_hash(part, newer)
            while first % 2 == 0 and first != 0:
                first, last = first // 2, last // 2
        else:
            newer = node_hash(newer, part)
        first, last = first // 2, last // 2
    return last == 0 and older == old_root and newer == new_root


def roots_of(leaves, sizes):
    """The roots of the trees of the first so many leaves."""
    roots = {0: sha256(b"")}
    edge = []
    for count, leaf in enumerate(leaves, 1):
        place = count - 1
        while place % 2 == 1:
            leaf = node_hash(edge.pop(), leaf)
            place //= 2
        edge.append(leaf)
        if count in sizes:
            roots[count] = joined(edge)
    return [roots[size] for size in sizes]


def joined(edge):
    root = edge[-1]
    for part in reversed(edge[:-1]):
        root = node_hash(part, root)
    return root


# Ed25519 (RFC 8032, section 5.1): verification only

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x % 2 != sign else x


def point_of(encoded):
    number = int.from_bytes(encoded, "little")
    y = number & (2**255 - 1)
    x = recover_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def signature_holds(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    public, commitment = point_of(key), point_of(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if public is None or commitment is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    return same(times(scalar, BASE), add(commitment, times(challenge, public)))


# Seals: signed notes around checkpoints

SPACE = "\t\n\x0b\x0c\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
TRAILING = re.compile("[" + SPACE + "]+\\Z")
SIGNATURE = re.compile("— ([^+" + SPACE + "]+) ([^" + SPACE + "]+)\\Z")
KEY = re.compile("([^+" + SPACE + "]+)\\+([0-9a-f]{8})\\+([^" + SPACE + "]+)\\Z")
CHECKPOINT = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\ntime ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)\n(?:[^\n]+\n)*\Z")
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\Z")


def decoded(text):
    """Standard base64 with its padding, or None."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None


def key_id(name, key):
    return hashlib.sha256(name.encode("utf-8") + b"\n\x01" + key).hexdigest()[:8]


def read_key(text):
    """(name, key) or None."""
    match = KEY.match(text)
    data = decoded(match.group(3)) if match else None
    if data is None or len(data) != 33 or data[0] != 1 or key_id(match.group(1), data[1:]) != match.group(2):
        return None
    return match.group(1), data[1:]


def read_note(note):
    """(text, [(name, id, signature)]) or None."""
    whole = TRAILING.sub("", note.replace("\r\n", "\n")) + "\n"
    end = whole.rfind("\n\n")
    text = whole[: end + 1]
    if end < 0 or any((char < " " and char != "\n") or "\ud800" <= char <= "\udfff" for char in text):
        return None
    signatures = []
    for line in whole[end + 2 : -1].split("\n"):
        match = SIGNATURE.match(line)
        data = decoded(match.group(2)) if match else None
        if data is None or len(data) <= 4:
            return None
        signatures.append((match.group(1), data[:4].hex(), data[4:]))
    return (text, signatures) if len(signatures) <= 100 else None


def read_checkpoint(text):
    match = CHECKPOINT.match(text)
    if not match:
        return None
    root = decoded(match.group(3))
    size = int(match.group(2))
    if root is None or size > LARGEST or instant(match.group(4)) is None:
        return None
    return {"origin": match.group(1), "size": size, "root": root.hex(), "at": match.group(4)}


def instant(text):
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ") if INSTANT.match(text) else None
    except ValueError:
        return None


def is_signed_by_one(note, size, keys):
    return any((until is None or size <= until) and is_signed_by(note, name, key) for name, key, until in keys)


def is_signed_by(note, name, key):
    text, signatures = note
    own = [signature for of, id, signature in signatures if of == name and id == key_id(name, key)]
    return bool(own) and all(signature_holds(key, text.encode("utf-8"), signature) for signature in own)


def note_in(text):
    """The first seal in a text, as (note, checkpoint), or None."""
    plain = text[1:] if text.startswith("\ufeff") else text
    return found_in(plain) or found_in(unquoted(plain)) or found_in(answered(plain))


def found_in(text):
    lines = [TRAILING.sub("", line.lstrip("> \t")) for line in text.replace("\r\n", "\n").split("\n")]
    for at in range(len(lines) - 2):
        if not re.match(r"(0|[1-9][0-9]{0,15})\Z", lines[at + 1]) or not re.match(r"[A-Za-z0-9+/]{43}=\Z", lines[at + 2]):
            continue
        if "" not in lines[at:]:
            continue
        end = lines.index("", at) + 1
        while end < len(lines) and lines[end].startswith("— "):
            end += 1
        note = read_note("\n".join(lines[at:end]) + "\n")
        says = read_checkpoint(note[0]) if note else None
        if says:
            return note, says
    return None


def answered(text):
    """The note of a JSON object, as /api/v1/log/seal answers; empty where the text is none, or has none."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    note = said.get("note") if isinstance(said, dict) else None
    return note if isinstance(note, str) else ""


def unquoted(text):
    joined_lines = re.sub("=\r?\n", "", text)
    latin = re.sub("[^\x00-\xff]", "?", joined_lines)
    plain = re.sub("=([0-9A-F]{2})", lambda match: chr(int(match.group(1), 16)), latin)
    return plain.encode("latin-1").decode("utf-8", "replace")


# The lines of the file


def is_text(value):
    return isinstance(value, str)


def is_hash(value):
    return isinstance(value, str) and re.match(r"[0-9a-f]{64}\Z", value) is not None


def is_salt(value):
    return isinstance(value, str) and re.match(r"(?:[0-9a-f]{2})*\Z", value) is not None


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def is_place(value):
    return is_count(value) and value != 0


def is_object(value):
    return isinstance(value, dict)


def list_of(test):
    return lambda value: isinstance(value, list) and all(map(test, value))


def only(*values):
    return lambda value: any(value is one or (isinstance(one, str) and value == one) for one in values)


def has(value, **tests):
    return is_object(value) and set(value) == set(tests) and all(test(value[name]) for name, test in tests.items())


def is_words(value):
    return has(value, salt=is_salt, body=is_text) or has(value, withheld=only(True)) or has(value, erased=lambda part: has(part, at=is_text, rule=is_text))


def is_texts(value):
    return is_object(value) and all(is_hash(digest) and is_words(words) for digest, words in value.items())


HASHES = list_of(is_hash)
PLACE = {"line": is_text, "stream": is_text, "seq": is_place, "digest": is_hash, "hash": is_hash}
MAY = {"leaf": is_count, "proof": HASHES}
SHOWN = ({**PLACE, "type": is_text, "at": is_text, "actor": is_object, "data": is_object, "salt": is_salt, "prev": is_hash}, {**MAY, "texts": is_texts})
HIDDEN = ({**PLACE, "withheld": only(True)}, MAY)
OTHERS = {
    "record": ({"line": is_text, "format": only(FORMAT), "scope": only("request", "all"), "made": is_text, "origin": is_text, "keys": list_of(is_text), "seal": lambda value: value is None or is_text(value)}, {"until": lambda value: is_object(value) and all(map(is_count, value.values()))}),
    "consistency": ({"line": is_text, "from": is_count, "proof": HASHES}, {}),
    "chain": ({"line": is_text, "stream": is_text, "seq": is_count, "hash": is_hash}, {}),
    "document": ({"line": is_text, "stream": is_text, "seq": is_place, "document": is_text, "sha256": is_hash, "size": is_count}, {}),
    "end": ({"line": is_text, "chains": is_count, "events": is_count}, {}),
}


def odd_field(line):
    kind = line.get("line")
    if kind == "event":
        must, may = HIDDEN if "withheld" in line else SHOWN
    elif isinstance(kind, str) and kind in OTHERS:
        must, may = OTHERS[kind]
    else:
        return "line"
    allowed = {**must, **may}
    wrong = [name for name in line if name not in allowed or not allowed[name](line[name])]
    missing = [name for name in must if name not in line]
    return min(wrong or missing, key=by_units) if wrong or missing else None


def no_constant(text):
    raise ValueError(text)


def number(text):
    value = float(text)
    return int(value) if value.is_integer() and abs(value) <= LARGEST else value


def is_deeper(value, levels):
    if not isinstance(value, (dict, list)):
        return False
    return levels == 0 or any(is_deeper(part, levels - 1) for part in (value.values() if isinstance(value, dict) else value))


def read_line(raw):
    """(line, None, None), or (what was read of it, field, code)."""
    try:
        text = raw.decode("utf-8")
        line = json.loads(text, parse_float=number, parse_int=number, parse_constant=no_constant)
    except (ValueError, RecursionError):
        return {}, "line", "malformed"
    if len(raw) > LONGEST_LINE or not isinstance(line, dict) or is_deeper(line, DEEPEST):
        return {}, "line", "malformed"
    try:
        is_own_form = canonical(line) == text
    except NotCanonical:
        is_own_form = False
    if not is_own_form:
        return line, "line", "notCanonical"
    field = odd_field(line)
    return (line, None, None) if field is None else (line, field, "malformed")


def words_in(value, path):
    if isinstance(value, list):
        return [found for at, part in enumerate(value) for found in words_in(part, path + "." + str(at))]
    if not isinstance(value, dict):
        return []
    if len(value) == 1 and isinstance(value.get("digest"), str):
        return [(value["digest"], path)]
    return [found for name in sorted(value, key=by_units) for found in words_in(value[name], path + "." + name)]


# The check


class Check:
    def __init__(self, kept_text=None):
        self.kept_text = kept_text
        self.problems, self.erased = [], []
        self.lines = self.events = self.unsealed = 0
        self.withheld = {"events": 0, "words": 0}
        self.header = self.seal = self.kept = None
        self.streams = set()
        self.chain = self.before = self.paper = None
        self.ended = self.connected = False
        self.leaves, self.twice, self.cutoff = {}, [], ""

    def tell(self, stream, seq, field, code):
        if len(self.problems) < MOST:
            self.problems.append({"stream": stream, "seq": seq, "field": field, "code": code})

    def of_line(self, field, code):
        self.tell("file", self.lines, field, code)

    def of_seal(self, seq, field, code):
        self.tell("seal", seq, field, code)

    def line(self, raw):
        self.lines += 1
        line, field, code = read_line(raw)
        if field is None:
            return self.take(line)
        stream, seq = line.get("stream"), line.get("seq")
        if line.get("line") == "event" and isinstance(stream, str) and isinstance(seq, int) and not isinstance(seq, bool):
            self.tell(stream, seq, field, code)
        else:
            self.of_line(field, code)

    def take(self, line):
        kind = line["line"]
        if self.ended or (kind == "record") != (self.lines == 1):
            return self.of_line("line", "unexpectedLine")
        getattr(self, "take_" + kind)(line)

    def take_record(self, line):
        self.header = line
        self.keys = []
        for at, text in enumerate(line["keys"]):
            key = read_key(text)
            if key is None:
                self.tell("file", 1, "keys." + str(at), "keyUnreadable")
            else:
                self.keys.append((*key, line.get("until", {}).get(text)))
        self.read_seal(line)
        if self.kept_text is not None:
            self.hold_to_kept(line)

    def read_seal(self, line):
        if line["seal"] is None:
            return
        note = read_note(line["seal"])
        says = read_checkpoint(note[0]) if note else None
        if not says:
            return self.tell("file", 1, "seal", "sealUnreadable")
        if says["origin"] != line["origin"]:
            self.of_seal(says["size"], "origin", "sealOtherLog")
        if not is_signed_by_one(note, says["size"], self.keys):
            self.of_seal(says["size"], "signature", "sealNotSigned")
        self.seal = says
        self.cutoff = (instant(says["at"]) - PATIENCE).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    def hold_to_kept(self, line):
        found = note_in(self.kept_text)
        if found is None:
            return self.of_seal(0, "kept", "keptUnreadable")
        note, self.kept = found
        size = self.kept["size"]
        if self.kept["origin"] != line["origin"]:
            self.of_seal(size, "kept", "keptOtherLog")
        if not is_signed_by_one(note, size, self.keys):
            self.of_seal(size, "kept", "keptNotSigned")
        if self.seal is None:
            self.of_seal(size, "seal", "sealMissing")
        elif size > self.seal["size"]:
            self.of_seal(size, "kept", "logShorter")
        elif size == self.seal["size"] and self.kept["root"] != self.seal["root"]:
            self.of_seal(size, "kept", "logForked")

    def kept_is_older(self):
        return self.kept is not None and self.seal is not None and self.kept["size"] < self.seal["size"]

    def take_consistency(self, line):
        if not self.kept_is_older() or line["from"] != self.kept["size"] or self.connected:
            return
        self.connected = True
        if not is_consistent(self.kept["size"], self.kept["root"], self.seal["size"], self.seal["root"], line["proof"]):
            self.of_seal(self.kept["size"], "kept", "logForked")

    def take_chain(self, line):
        self.close_chain()
        if line["stream"] in self.streams:
            self.of_line("stream", "chainTwice")
        self.streams.add(line["stream"])
        self.chain, self.before = line, {"seq": 0, "hash": GENESIS}

    def close_chain(self):
        if self.chain:
            stream, last = self.chain["stream"], self.before
            if self.chain["seq"] > last["seq"]:
                self.tell(stream, last["seq"] + 1, "seq", "missingEvent")
            elif self.chain["seq"] != last["seq"] or self.chain["hash"] != last["hash"]:
                self.tell(stream, last["seq"], "head", "headDiffers")
        self.miss_paper()
        self.chain = None

    def miss_paper(self):
        if self.paper:
            self.tell(self.paper["stream"], self.paper["seq"], "document", "missingDocument")
        self.paper = None

    def take_event(self, line):
        self.miss_paper()
        if not self.chain:
            return self.of_line("line", "unexpectedLine")
        if line["stream"] != self.chain["stream"]:
            return self.of_line("stream", "otherChain")
        self.events += 1
        if line["seq"] != self.before["seq"] + 1:
            self.tell(line["stream"], self.before["seq"] + 1, "seq", "missingEvent")
        elif "withheld" in line:
            if hash_after(self.before["hash"], line["digest"]) != line["hash"]:
                self.tell(line["stream"], line["seq"], "hash", "altered")
        else:
            self.check_link(line, self.before["hash"])
        self.before = line
        self.check_leaf(line)
        if "withheld" in line:
            self.withheld["events"] += 1
        else:
            self.check_words(line)

    def check_link(self, line, previous):
        stream, seq, digest, hash, prev = (line[name] for name in ("stream", "seq", "digest", "hash", "prev"))
        real = digest_of(line)
        if real != digest:
            self.tell(stream, seq, "digest" if hash_after(prev, real) == hash else "content", "altered")
        if prev != previous:
            self.tell(stream, seq, "prev", "altered" if hash_after(previous, digest) == hash else "brokenLink")
        elif hash_after(prev, digest) != hash and hash_after(prev, real) != hash:
            self.tell(stream, seq, "hash", "altered")

    def check_leaf(self, line):
        if not self.seal or "leaf" not in line:
            self.unsealed += 1
            if self.seal and "at" in line and INSTANT.match(line["at"]) and line["at"] < self.cutoff:
                self.tell(line["stream"], line["seq"], "leaf", "unsealed")
            return
        stream, seq, leaf = line["stream"], line["seq"], line["leaf"]
        if leaf >= self.seal["size"]:
            self.tell(stream, seq, "leaf", "leafOutside")
        elif self.header["scope"] == "all":
            if leaf in self.leaves:
                self.twice.append((stream, seq))
            else:
                self.leaves[leaf] = leaf_hash(line["hash"])
        elif "proof" not in line:
            self.tell(stream, seq, "proof", "proofMissing")
        elif not is_included(leaf_hash(line["hash"]), leaf, self.seal["size"], line["proof"], self.seal["root"]):
            self.tell(stream, seq, "proof", "notInTree")

    def check_words(self, line):
        stream, seq, texts = line["stream"], line["seq"], line.get("texts", {})
        left = set(texts)
        for digest, path in words_in(line["data"], "data"):
            words = texts.get(digest)
            left.discard(digest)
            if words is None:
                self.tell(stream, seq, path, "missingWords")
            elif "withheld" in words:
                self.withheld["words"] += 1
            elif "erased" in words:
                if len(self.erased) < MOST:
                    self.erased.append({"stream": stream, "seq": seq, "field": path, "rule": words["erased"]["rule"], "at": words["erased"]["at"]})
            elif words_digest(words["salt"], words["body"]) != digest:
                self.tell(stream, seq, path, "wordsAltered")
        for digest in sorted(left):
            self.tell(stream, seq, "texts." + digest, "surplusWords")
        if line["type"] == "document.attached":
            self.paper = line

    def take_document(self, line):
        if not self.paper or (line["stream"], line["seq"]) != (self.paper["stream"], self.paper["seq"]):
            return self.of_line("line", "unexpectedLine")
        for field in ("document", "sha256", "size"):
            given = self.paper["data"].get(field)
            if type(given) is not type(line[field]) or given != line[field]:
                self.tell(line["stream"], line["seq"], "document." + field, "documentDiffers")
        self.paper = None

    def take_end(self, line):
        self.close_chain()
        self.ended = True
        if line["chains"] != len(self.streams):
            self.of_line("chains", "countDiffers")
        if line["events"] != self.events:
            self.of_line("events", "countDiffers")

    def verdict(self):
        if not self.ended:
            self.close_chain()
            self.of_line("line", "truncated")
        if self.seal and self.header["scope"] == "all":
            self.check_tree()
        elif self.kept_is_older() and self.kept["size"] > 0 and not self.connected:
            self.of_seal(self.kept["size"], "kept", "consistencyMissing")
        return {
            "ok": not self.problems,
            "scope": self.header["scope"] if self.header else None,
            "streams": len(self.streams),
            "events": self.events,
            "withheld": self.withheld,
            "erased": self.erased,
            "unsealed": self.unsealed,
            "seal": self.seal,
            "kept": self.kept,
            "problems": self.problems,
        }

    def check_tree(self):
        size = self.seal["size"]
        first = next((place for place in range(min(size, len(self.leaves) + 1)) if place not in self.leaves), None)
        for stream, seq in self.twice:
            self.tell(stream, seq, "leaf", "leafTwice")
        if first is not None:
            self.of_seal(first, "leaf", "leafMissing")
        if first is not None or self.twice:
            return
        sizes = [size] + ([self.kept["size"]] if self.kept_is_older() else [])
        roots = roots_of([self.leaves[place] for place in range(size)], sizes)
        if roots[0] != self.seal["root"]:
            self.of_seal(size, "root", "treeDiffers")
        if len(roots) == 2 and roots[1] != self.kept["root"]:
            self.of_seal(self.kept["size"], "kept", "logForked")


def check_file(path, kept_text=None):
    with open(path, "rb") as file:
        return check_lines(file, kept_text)


def check_lines(file, kept_text=None):
    check = Check(kept_text)
    while True:
        raw = file.readline(LONGEST_LINE + 2)
        if not raw:
            break
        if not raw.endswith(b"\n") and len(raw) > LONGEST_LINE:
            while True:
                rest = file.readline(LONGEST_LINE)
                if not rest or rest.endswith(b"\n"):
                    break
        check.line(raw[:-1] if raw.endswith(b"\n") else raw)
    return check.verdict()


# A bundle of evidence: a folder, or the archive as it was taken


# What reading a part of an archive may end in whose bytes were changed: another name, another way of packing, a password, an early end
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)


class Folder:
    def __init__(self, path):
        self.path = path
        found = (os.path.join(at, name) for at, _, names in os.walk(path) for name in names)
        self.names = {os.path.relpath(one, path).replace(os.sep, "/") for one in found if not os.path.islink(one)}

    def open(self, name):
        return open(os.path.join(self.path, *name.split("/")), "rb")


class Archive:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.names = {name for name in self.archive.namelist() if not name.endswith("/")}

    def open(self, name):
        return self.archive.open(name)


def bundle_at(path):
    if os.path.isdir(path):
        return Folder(path)
    with open(path, "rb") as file:
        if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
            return None
    try:
        return Archive(path)
    except BROKEN:
        raise zipfile.BadZipFile from None


def check_bundle(parts, kept_text=None):
    problems, records, listed, digests = [], {}, [], {}

    def tell(name, code):
        problems.append({"file": name, "code": code})

    # An archive with a broken part says so where the part is read.
    def read(name, with_file):
        try:
            with parts.open(name) as file:
                return with_file(file)
        except BROKEN:
            tell(name, "fileAltered")
            return None

    listing = (read(SUMS, lambda file: file.read()) or b"") if SUMS in parts.names else b""
    for raw in listing.decode("utf-8", "replace").splitlines():
        parted = re.match(r"([0-9a-f]{64})  (.+)$", raw)
        if not parted:
            tell(SUMS, "sumsUnreadable")
            continue
        digest, name = parted.groups()
        listed.append(name)
        if name not in parts.names:
            tell(name, "fileMissing")
            continue
        digests[name] = read(name, file_digest)
        if digests[name] not in (digest, None):
            tell(name, "fileAltered")
    if not listed:
        tell(SUMS, "sumsUnreadable")
    for name in sorted(name for name in parts.names if name.endswith("/record.ndjson")):
        verdict = read(name, lambda file: check_lines(file, kept_text))
        if verdict is None:
            continue
        records[name] = verdict
        if not verdict["ok"]:
            tell(name, "recordFails")
        told = read(name, papers_told) or []
        folder = name[: -len("record.ndjson")] + "papers/"
        here = {one: digests.get(one) or read(one, file_digest) for one in sorted(parts.names) if one.startswith(folder)}
        for paper, digest in here.items():
            if digest not in told:
                tell(paper, "paperDiffers")
        gone = missing_in(read("index.json", lambda file: file.read()) if "index.json" in parts.names else None)
        for digest in told:
            if digest not in here.values() and digest not in gone:
                tell(folder + digest, "paperMissing")
    if not records:
        tell("record.ndjson", "fileMissing")
    besides = sorted(parts.names - set(listed) - {SUMS})
    return {"ok": not problems, "files": len(listed), "problems": problems, "besides": besides, "records": records}


def file_digest(file):
    digest = hashlib.sha256()
    for piece in iter(lambda: file.read(1 << 20), b""):
        digest.update(piece)
    return digest.hexdigest()


def papers_told(file):
    """The digests that a record has of its papers, each in the order in which it was attached."""
    told = []
    for raw in file:
        line, _, code = read_line(raw.rstrip(b"\n"))
        if code is None and line["line"] == "document":
            told.append(line["sha256"])
    return told


def missing_in(index):
    """What the index says that the bundle has not, as it was erased or lost."""
    try:
        recorded = [one["recorded"] for one in json.loads(index.decode("utf-8", "replace"))["missing"]]
        return {one for one in recorded if is_text(one)}
    except (AttributeError, TypeError, ValueError, KeyError, RecursionError):
        return set()


def main(arguments):
    wants_json = "--json" in arguments
    rest = [one for one in arguments if one != "--json"]
    kept_path = None
    if "--seal" in rest:
        at = rest.index("--seal")
        if at + 1 >= len(rest):
            return usage()
        kept_path = rest[at + 1]
        rest = rest[:at] + rest[at + 2 :]
    if len(rest) != 1 or rest[0].startswith("--"):
        return usage()
    try:
        kept_text = None
        if kept_path is not None:
            with open(kept_path, "rb") as file:
                kept_text = file.read().decode("utf-8", "replace")
        bundle = bundle_at(rest[0])
        found = check_bundle(bundle, kept_text) if bundle else check_file(rest[0], kept_text)
    except OSError as error:
        print(f"{error.filename} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    except zipfile.BadZipFile:
        print(f"{rest[0]} cannot be read: the archive is damaged", file=sys.stderr)
        return 1
    # A console that has not every letter of a name still gets the rest.
    sys.stdout.reconfigure(errors="backslashreplace")
    print(json.dumps(found) if wants_json else bundle_in_words(found) if bundle else in_words(found))
    return 0 if found["ok"] else 1


def in_words(found):
    lines = ["{stream} {seq} {field}: {code}".format(**problem) for problem in found["problems"]]
    lines += meanings(found["problems"])
    lines += ["{stream} {seq} {field}: erased under {rule} at {at}".format(**one) for one in found["erased"]]
    if found["seal"]:
        lines.append("The seal covers {}; it is of {at}, and its root is {root}.".format(count(found["seal"]["size"], "event"), **found["seal"]))
    else:
        lines.append("The file has no seal.")
    if found["unsealed"]:
        lines.append("Not sealed yet: {}. What is said there could still be changed.".format(count(found["unsealed"], "event")))
    if found["withheld"]["events"] or found["withheld"]["words"]:
        lines.append("Not shown to whoever took the file: {}, and the words at {}.".format(count(found["withheld"]["events"], "event"), count(found["withheld"]["words"], "place")))
    if found["kept"] and found["ok"]:
        lines.append("It continues the seal of {at} over {size} events that you kept.".format(**found["kept"]))
    if found["ok"]:
        lines.append("{} events in {} chains hold.".format(found["events"], found["streams"]))
    else:
        lines.append("DOES NOT HOLD: {} in {}.".format(count(len(found["problems"]), "problem"), count(found["events"], "event")))
    return "\n".join(lines)


def bundle_in_words(found):
    lines = []
    for name, verdict in found["records"].items():
        lines += [name] + ["  " + line for line in in_words(verdict).split("\n")]
    lines += ["{file}: {code}".format(**problem) for problem in found["problems"]]
    lines += meanings(found["problems"])
    lines += ["{}: not listed in SHA256SUMS".format(name) for name in found["besides"]]
    if found["ok"]:
        lines.append("The bundle holds: {} as listed, {} proved, every paper the one that its record names.".format(count(found["files"], "file"), count(len(found["records"]), "record")))
    else:
        lines.append("THE BUNDLE DOES NOT HOLD: {}.".format(count(len(found["problems"]), "problem")))
    return "\n".join(lines)


def count(number, what):
    return "{} {}{}".format(number, what, "" if number == 1 else "s")


def meanings(problems):
    """What each code among them means, once."""
    codes = sorted({problem["code"] for problem in problems})
    return ["  {} = {}".format(code, MEANINGS[code]) for code in codes if code in MEANINGS]


def usage():
    print("usage: verify_record.py FILE or FOLDER [--seal KEPTFILE] [--json]", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
