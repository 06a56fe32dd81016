"""Pictures of the 37 characters of a machine readable zone, from more than one free source of OCR-B.

Source one is Debian's package fonts-ocr-b (outlines with round and with sharp ends). Source two are the strokes
below, written for this file after the published shapes of ISO 1073-2; their points are moved a little for every
alphabet that is drawn, and so is their thickness.
"""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
# Width of a cell in glyph pictures, px, and their height: the pitch is 2.54 mm (ICAO 9303-3 §4.3).
CELL = 48
TALL = 72
# Where the base line stands in a picture, px from its top.
BASELINE = 58
FONT_FOLDER = "/usr/share/fonts/opentype/ocr-b/"
FONT_FILES = ("OCRB.otf", "OCRBS.otf")

# Strokes on a grid: x from -10 to 10 around the middle of the cell, y from 0 (base line) to 32 (top of a digit).
# A stroke that begins with "~" is smoothed.
STROKES = {
    "0": ["~ 0,32 -6,31 -9,24 -9,16 -9,8 -6,1 0,0 6,1 9,8 9,16 9,24 6,31 0,32"],
    "1": ["-7,25 1,32 2,32 2,0"],
    "2": ["~ -8,27 -5,31 0,32 6,31 8,26 7,21 2,14 -4,8 -8,2 -8,0", "-8,0 9,0"],
    "3": ["-8,32 8,32", "8,32 -1,18", "~ -1,18 5,18 9,14 9,9 8,3 3,0 -2,0 -6,1 -9,3"],
    "4": ["1,32 -9,10 10,10", "5,17 5,0"],
    "5": ["8,32 -6,32 -7,18", "~ -7,18 0,19 6,17 8,11 6,4 0,1 -8,0"],
    "6": ["~ 4,32 -2,25 -8,15 -9,9 -7,2 0,0 7,2 9,9 7,16 0,18 -6,16 -9,10"],
    "7": ["-9,32 9,32", "~ 9,32 6,23 0,14 -3,7 -3,0"],
    "8": [
        "~ 0,17 -6,20 -7,25 -5,31 0,32 5,31 7,25 6,20 0,17 -7,14 -9,8 -7,1 0,0 7,1 9,8 7,14 0,17",
    ],
    "9": ["~ -4,0 2,7 8,17 9,23 7,30 0,32 -7,30 -9,23 -7,16 0,14 6,16 9,22"],
    "<": ["10,28 -9,16 10,4"],
    "A": ["-9,0 -1,29 1,29 9,0", "-6,9 6,9"],
    "B": ["-8,0 -8,29", "~ -8,29 0,29 7,28 8,22 6,16 -1,15 -8,15", "~ -8,15 1,15 7,14 9,8 7,1 0,0 -8,0"],
    "C": ["~ 8,25 5,28 1,29 -5,27 -8,21 -8,14 -8,7 -5,1 1,0 5,1 8,4"],
    "D": ["-7,0 -7,29", "~ -7,29 0,29 6,25 8,20 8,14 8,8 6,3 0,0 -7,0"],
    "E": ["9,29 -7,29 -7,0 9,0", "-7,15 6,15"],
    "F": ["9,29 -6,29 -6,0", "-6,15 7,15"],
    "G": ["~ 8,25 5,28 1,29 -5,27 -9,20 -9,14 -8,6 -4,1 2,0 6,0 9,2", "9,2 9,13 1,13"],
    "H": ["-8,0 -8,29", "8,0 8,29", "-8,15 8,15"],
    "I": ["-7,29 7,29", "0,29 0,0", "-7,0 7,0"],
    "J": ["~ 5,29 5,18 5,9 3,2 -2,0 -6,2 -9,8"],
    "K": ["-8,0 -8,29", "8,29 -7,14", "-4,17 9,0"],
    "L": ["-8,29 -8,0 9,0"],
    "M": ["-9,0 -9,29 -7,29 0,11 7,29 9,29 9,0"],
    "N": ["-8,0 -8,29 -7,29 7,0 8,0 8,29"],
    "O": ["~ 0,29 -6,28 -9,21 -9,14 -9,8 -6,1 0,0 6,1 9,8 9,14 9,21 6,28 0,29"],
    "P": ["-8,0 -8,29", "~ -8,29 1,29 7,28 9,21 7,15 1,14 -8,14"],
    "Q": ["~ 0,29 -6,28 -8,22 -8,15 -8,8 -6,3 0,2 6,3 8,8 8,15 8,22 6,28 0,29", "0,12 9,0"],
    "R": ["-8,0 -8,29", "~ -8,29 0,29 6,28 8,22 6,15 0,14 -8,14", "0,14 9,0"],
    "S": ["~ 7,24 5,28 0,29 -5,28 -8,23 -7,18 -1,15 5,13 8,8 7,2 2,0 -3,0 -7,2 -9,6"],
    "T": ["-9,29 9,29", "0,29 0,0"],
    "U": ["~ -8,29 -8,17 -8,8 -6,1 0,0 6,1 8,8 8,17 8,29"],
    "V": ["-9,29 -1,0 1,0 9,29"],
    "W": ["-9,29 -6,0 -5,0 0,15 5,0 6,0 9,29"],
    "X": ["-8,29 9,0", "8,29 -9,0"],
    "Y": ["-8,29 0,14 0,0", "8,29 0,14"],
    "Z": ["-8,29 8,29 -8,0 9,0"],
}
GRID_TOP = 32


def draw_alphabets(random, count):
    """`count` alphabets, each an array of 37 pictures TALL x CELL, 0 (paper) to 1 (ink)."""
    fonts = [alphabet_from_font(name) for name in FONT_FILES]
    alphabets = []
    for index in range(count):
        if index % 2 == 0:
            base = fonts[(index // 2) % len(fonts)]
            alphabets.append(vary_weight(base, random.integers(-1, 3)))
        else:
            alphabets.append(alphabet_from_strokes(random))
    return np.stack(alphabets)


def alphabet_from_font(file_name):
    # Height of the digits: 2.4 mm of 2.54 mm pitch would be 45 px; the fonts tell their own width.
    size = 60
    font = ImageFont.truetype(FONT_FOLDER + file_name, size)
    size = round(size * CELL / font.getlength("0"))
    font = ImageFont.truetype(FONT_FOLDER + file_name, size)
    pictures = []
    for character in CHARACTERS:
        picture = Image.new("L", (CELL, TALL), 0)
        left = (CELL - font.getlength(character)) / 2
        ImageDraw.Draw(picture).text((left, BASELINE), character, font=font, fill=255, anchor="ls")
        pictures.append(np.asarray(picture, np.float32) / 255)
    return np.stack(pictures)


def alphabet_from_strokes(random):
    jitter = random.uniform(0, 0.5)
    thickness = random.uniform(3.5, 8.5)
    width = CELL / 2 / 15.5 * random.uniform(0.88, 1.1)
    height = 44 / GRID_TOP * random.uniform(0.92, 1.06)
    lean = random.uniform(-0.04, 0.04)
    pictures = []
    for character in CHARACTERS:
        picture = np.zeros((TALL, CELL), np.uint8)
        for stroke in STROKES[character]:
            points = np.array([p.split(",") for p in stroke.removeprefix("~ ").split()], np.float32)
            is_closed = len(points) > 3 and (points[0] == points[-1]).all()
            points = points + random.normal(0, jitter, points.shape)
            if is_closed:
                points[-1] = points[0]
            if stroke.startswith("~"):
                points = smooth(points)
            x = CELL / 2 + points[:, 0] * width + points[:, 1] * lean
            y = BASELINE - points[:, 1] * height
            line = np.round(np.stack([x, y], 1) * 16).astype(np.int32)
            cv2.polylines(picture, [line], False, 255, int(round(thickness)), cv2.LINE_AA, 4)
        pictures.append(picture.astype(np.float32) / 255)
    return np.stack(pictures)


def smooth(points, rounds=3):
    """Cuts corners (Chaikin), the ends stay."""
    for _ in range(rounds):
        near = points[:-1] * 0.75 + points[1:] * 0.25
        far = points[:-1] * 0.25 + points[1:] * 0.75
        middle = np.stack([near, far], 1).reshape(-1, 2)
        points = np.concatenate([points[:1], middle, points[-1:]])
    return points


def vary_weight(alphabet, steps):
    """Thicker strokes for positive steps of a pixel, thinner for negative ones."""
    if steps == 0:
        return alphabet
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (abs(steps) * 2 + 1,) * 2)
    change = cv2.dilate if steps > 0 else cv2.erode
    return np.stack([change(picture, kernel) for picture in alphabet])
