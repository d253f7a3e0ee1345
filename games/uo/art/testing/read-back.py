"""Reads an exported client folder with the independent package ultimapy and prints, as one line of JSON, digests of what it
finds: 'land', 'statics', 'gumps', 'frames' and 'slots' (of one of the five files of animations) by number, and some hues. Pixels count as 5 bits a channel and opaque or not.

Usage: ULTIMA_FILES_DIR=FOLDER python3 read-back.py '{"land": [3], "statics": [6], "gumps": [], "frames": [[400, 0, 0]],
       "slots": [[4, 205, 0, 0]]}'
"""
import contextlib
import hashlib
import json
import os
import struct
import sys

# The package chatters while it loads.
with contextlib.redirect_stdout(sys.stderr):
    from ultimapy.sdk.animations import Animation, Frame
    from ultimapy.sdk.art import Art
    from ultimapy.sdk.gumps import Gumps
    from ultimapy.sdk.hues import Hues

    Hues.load()


def digest(image):
    if image is None:
        return None
    image = image.convert("RGBA")
    data = bytearray(f"{image.width}x{image.height}", "ascii")
    for r, g, b, a in zip(*[iter(image.tobytes())] * 4):
        data += bytes((r >> 3, g >> 3, b >> 3, 1)) if a else b"\0\0\0\0"
    return hashlib.sha1(bytes(data)).hexdigest()


def frames(body, action, direction):
    found = Animation.get_animation(body, action, direction, 0, False)
    return None if found is None else [[digest(f.bitmap), f.center[0], f.center[1]] for f in found]


def slot(file, number, action, direction):
    """As Animation.get_animation does it, but for a slot of a file: its table of bodies counts the files from one too few."""
    index_file, index = Animation.get_file_index(number, action, direction, file)
    stream, _, _, _ = index_file.seek(index)
    palette = [c ^ 0x8000 for c in struct.unpack("256H", stream.read(512))]
    start = stream.tell()
    (count,) = struct.unpack("i", stream.read(4))
    found = []
    for offset in struct.unpack(f"{count}i", stream.read(4 * count)):
        stream.seek(start + offset)
        frame = Frame(palette, stream, False)
        found.append([digest(frame.bitmap), frame.center[0], frame.center[1]])
    return found


wanted = json.loads(sys.argv[1])
with contextlib.redirect_stdout(sys.stderr):
    result = {
        "land": [digest(Art.get_land(i)) for i in wanted["land"]],
        "statics": [digest(Art.get_static(i, False)) for i in wanted["statics"]],
        "gumps": [digest(Gumps.get_gump(i)) for i in wanted["gumps"]],
        "frames": [frames(*each) for each in wanted["frames"]],
        "slots": [slot(*each) for each in wanted["slots"]],
        "hues": [[c & 0x7FFF for c in Hues.HUES[i].colors] for i in range(3)],
    }
print(json.dumps(result))
