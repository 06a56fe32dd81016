"""Draws pieces of lines of machine readable zones as a camera sees them, with the place of every character.

Nothing here is shared with test/people, which draws the documents that the reader is tested on.
"""

import cv2
import numpy as np

from glyphs import BASELINE, CELL, CHARACTERS, TALL

# Size of a picture for the network, px; one step of its answer covers STEP px (analysis/mrz: six steps a height).
HEIGHT = 36
WIDTH = 288
STEP = 6
STEPS = WIDTH // STEP
BLANK = len(CHARACTERS)
FILLER = CHARACTERS.index("<")
LETTERS = list(range(10, 36))
DIGITS = list(range(10))
# Where the middle of the letters is in the ink, px from its top.
LINE_MIDDLE = BASELINE + 2 * TALL - 22
# Lines lie 6.35 mm apart with a pitch of 2.54 mm (ICAO 9303-3 §4.2 and §4.3).
LINE_PITCH = CELL * 6.35 / 2.54
# Height of what the camera sees, in pitches: more than any cut.
SEEN_PITCHES = 4.4
# Characters drawn around the piece that is cut out.
DRAWN = 20


def draw_sample(random, alphabets):
    """A picture HEIGHT x WIDTH of mean 0 and deviation 1, and for each step the share of each of 38 classes."""
    ink, text, first, last = draw_ink(random, alphabets[random.integers(len(alphabets))])
    camera, onto = film(random, ink)
    cut, onto = cut_line(random, camera, onto, first, last)
    middles = np.array([[(i + 0.5) * CELL, LINE_MIDDLE] for i in range(DRAWN)])
    seen = cv2.perspectiveTransform(middles[None].astype(np.float64), onto)[0]
    return normalize(cut), label(text, seen[:, 0])


def draw_ink(random, alphabet):
    """Hi-res ink of a line with its neighbours, what it says (-1 for nothing), and its first and last cell."""
    ink = np.zeros((TALL * 5, DRAWN * CELL), np.float32)
    text = write_text(random)
    first, last = 0, DRAWN
    if random.random() < 0.4:
        if random.random() < 0.5:
            first = random.integers(1, DRAWN // 3)
        else:
            last = DRAWN - random.integers(1, DRAWN // 3)
    text[:first] = -1
    text[last:] = -1
    print_line(random, ink, alphabet, text, 2 * TALL)
    if random.random() < 0.35:
        side = random.choice([-1, 1])
        other = write_text(random)
        other[:first] = -1
        other[last:] = -1
        print_line(random, ink, alphabet, other, 2 * TALL + side * LINE_PITCH)
    if random.random() < 0.15:
        scribble(random, ink)
    return ink, text, first, last


def write_text(random):
    """Letters, digits and fillers as zones have them: in runs, and sometimes at random."""
    if random.random() < 0.35:
        return random.integers(0, 37, DRAWN)
    text = []
    while len(text) < DRAWN:
        kind = random.random()
        if kind < 0.42:
            text += list(random.choice(LETTERS, random.integers(2, 10)))
        elif kind < 0.75:
            text += list(random.choice(DIGITS, random.integers(1, 9)))
        elif kind < 0.9:
            text += [FILLER] * random.integers(1, 3)
        else:
            text += [FILLER] * random.integers(3, 16)
    start = random.integers(0, len(text) - DRAWN + 1)
    return np.array(text[start : start + DRAWN])


def print_line(random, ink, alphabet, text, top):
    uneven = random.uniform(0, 0.06) * (random.random() < 0.5)
    shift = random.uniform(0, 1.2)
    for index, character in enumerate(text):
        if character < 0:
            continue
        x = int(round(index * CELL + random.normal(0, shift)))
        y = int(round(top + random.normal(0, shift)))
        x = min(max(x, 0), ink.shape[1] - CELL)
        y = min(max(y, 0), ink.shape[0] - TALL)
        target = ink[y : y + TALL, x : x + CELL]
        np.maximum(target, alphabet[character] * (1 - abs(random.normal(0, uneven))), out=target)


def scribble(random, ink):
    """Other print near the line: rules, edges, strokes."""
    for _ in range(random.integers(1, 4)):
        start = (int(random.integers(0, ink.shape[1])), int(random.choice([random.integers(0, 140), random.integers(220, 360)])))
        end = (start[0] + int(random.integers(-500, 500)), start[1] + int(random.integers(-20, 20)))
        cv2.line(ink, start, end, float(random.uniform(0.2, 1)), int(random.integers(1, 8)), cv2.LINE_AA)


def film(random, ink):
    """The line as a camera sees it, 7 to 40 px a character, and the homography onto it."""
    pitch = np.exp(random.uniform(np.log(7), np.log(36)))
    scale = pitch / CELL
    width, height = int(DRAWN * pitch * 1.04), int(SEEN_PITCHES * pitch)
    angle = np.deg2rad(random.normal(0, 1.2))
    shear = random.normal(0, 0.06)
    squeeze = np.exp(random.normal(0, 0.05))
    taper = random.normal(0, 0.03) / ink.shape[1]
    center = np.array([[1, 0, -ink.shape[1] / 2], [0, 1, -LINE_MIDDLE], [0, 0, 1.0]])
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    slant = np.array([[1, shear, 0], [0, squeeze, 0], [taper, random.normal(0, 0.0001), 1]])
    place = np.array([[scale, 0, width / 2], [0, scale, height / 2], [0, 0, 1.0]])
    onto = place @ turn @ slant @ center
    # Shrinking in one go would alias: soften first.
    if scale < 0.6:
        half = cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        ink = cv2.GaussianBlur(half, (0, 0), 0.2 / scale) if scale < 0.4 else half
    grown = np.diag([ink.shape[1] / (DRAWN * CELL)] * 2 + [1.0])
    seen = cv2.warpPerspective(ink, onto @ np.linalg.inv(grown), (width, height), flags=cv2.INTER_LINEAR)
    if random.random() < 0.3:
        seen = bend(random, seen, pitch)
    return expose(random, seen, pitch), onto


def bend(random, seen, pitch):
    """A page that is not flat: columns move up and down slowly."""
    height, width = seen.shape
    x = np.arange(width, dtype=np.float32)
    lift = pitch * random.uniform(0, 0.12) * np.sin(x / width * random.uniform(1, 6) + random.uniform(0, 6.3))
    rows = np.arange(height, dtype=np.float32)[:, None] + lift[None].astype(np.float32)
    return cv2.remap(seen, np.broadcast_to(x, (height, width)).copy(), rows, cv2.INTER_LINEAR)


def expose(random, ink, pitch):
    """Paper with its pattern, light, lens, sensor and file."""
    height, width = ink.shape
    paper = random.uniform(0.45, 0.98)
    dark = paper * random.uniform(0.08, 0.72)
    light = paper + pattern(random, height, width, pitch) * random.uniform(0, 0.3) * paper
    coat = ink * (1 + random.uniform(0, 0.35) * soft_noise(random, height, width, pitch * random.uniform(0.15, 2)))
    picture = light + (dark - light) * np.clip(coat, 0, 1.1)
    picture *= 1 + random.uniform(0, 0.4) * soft_noise(random, height, width, width / 3)
    if random.random() < 0.2:
        picture = shade(random, picture)
    if random.random() < 0.2:
        picture = glare(random, picture, pitch)
    picture = blur(random, picture, pitch)
    noise = random.uniform(0, 0.05) ** 1.3 * (1 if random.random() < 0.8 else 2.5)
    picture = picture + random.standard_normal(picture.shape, np.float32) * np.float32(noise)
    picture = np.clip(picture * random.uniform(0.5, 1.15), 0, 1)
    bytes_ = (picture * 255).astype(np.uint8)
    if random.random() < 0.55:
        quality = int(random.uniform(12, 95))
        _, file = cv2.imencode(".jpg", bytes_, [cv2.IMWRITE_JPEG_QUALITY, quality])
        bytes_ = cv2.imdecode(file, cv2.IMREAD_GRAYSCALE)
    return bytes_


def pattern(random, height, width, pitch):
    """Curves of a guilloche, -1 to 1, or nothing."""
    kind = random.random()
    if kind < 0.3:
        return 0
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / pitch
    field = np.zeros((height, width), np.float32)
    for _ in range(random.integers(1, 4)):
        a, b = random.normal(0, 1, 2)
        wave = random.uniform(0.2, 2) * np.sin(random.uniform(0.2, 2.5) * (b * x - a * y) + random.uniform(0, 6.3))
        field += np.sin(random.uniform(1, 14) * (a * x + b * y + wave))
    if kind < 0.7:
        # Thin lines with paper between.
        field = np.abs(field) < random.uniform(0.1, 0.6)
        return -field.astype(np.float32) * random.choice([1, -0.6])
    return field / 3


def soft_noise(random, height, width, grain):
    rows, columns = max(2, int(height / grain) + 2), max(2, int(width / grain) + 2)
    coarse = random.uniform(-1, 1, (min(rows, height + 2), min(columns, width + 2))).astype(np.float32)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)


def shade(random, picture):
    height, width = picture.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    edge = x - random.uniform(0, width) + (y - height / 2) * random.uniform(-1.5, 1.5)
    softness = random.uniform(1, width / 6)
    return picture * (1 - random.uniform(0.2, 0.6) / (1 + np.exp(np.clip(-edge / softness, -30, 30))))


def glare(random, picture, pitch):
    height, width = picture.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = ((x - random.uniform(0, width)) / (pitch * random.uniform(1, 8))) ** 2
    far += ((y - random.uniform(0, height)) / (pitch * random.uniform(0.5, 3))) ** 2
    return picture + random.uniform(0.1, 0.7) * np.exp(-far)


def blur(random, picture, pitch):
    kind = random.random()
    if kind < 0.25:
        return picture
    if kind < 0.8:
        return cv2.GaussianBlur(picture, (0, 0), max(0.25, pitch * random.uniform(0.01, 0.14)))
    length = max(2, int(round(pitch * random.uniform(0.08, 0.45))))
    kernel = np.zeros((length, length), np.float32)
    middle = (length - 1) / 2
    angle = random.uniform(0, np.pi)
    dx, dy = middle * np.cos(angle), middle * np.sin(angle)
    ends = [(int(round((middle + s * dx) * 16)), int(round((middle + s * dy) * 16))) for s in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1, cv2.LINE_AA, 4)
    return cv2.filter2D(picture, -1, kernel / max(kernel.sum(), 1e-6))


def cut_line(random, camera, onto, first, last):
    """Cuts the line as a detector of text would, not quite straight, and brings it to the network's size."""
    height = CELL * np.clip(random.normal(1.66, 0.17), 1.2, 2.5)
    middle = LINE_MIDDLE + CELL * random.normal(0, 0.07)
    length = height * WIDTH / HEIGHT * np.exp(random.normal(0, 0.06))
    left = place_cut(random, first, last, length)
    corners = [[left, middle - height / 2], [left + length, middle - height / 2]]
    corners += [[left + length, middle + height / 2], [left, middle + height / 2]]
    seen = cv2.perspectiveTransform(np.array([corners], np.float64), onto)[0]
    tall = np.linalg.norm(seen[3] - seen[0])
    seen += random.normal(0, 0.025, seen.shape) * tall
    fine = 2 if tall > 1.5 * HEIGHT else 1
    size = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32) * fine
    back = cv2.getPerspectiveTransform(seen.astype(np.float32), size)
    cut = cv2.warpPerspective(
        camera, back, (WIDTH * fine, HEIGHT * fine), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    if fine > 1:
        cut = cv2.resize(cut, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    return cut, np.diag([1 / fine, 1 / fine, 1.0]) @ back @ onto


def place_cut(random, first, last, length):
    """Where a cut begins: anywhere in the line, or around an end of it."""
    room = random.uniform(-0.3, 2.5) * CELL
    if first > 0:
        return first * CELL - room
    if last < DRAWN:
        return last * CELL - length + room
    return random.uniform(0, max(1.0, DRAWN * CELL - length))


def normalize(cut):
    values = cut.astype(np.float32)
    return (values - values.mean()) / max(values.std(), 4.0)


def label(text, places):
    """Shares of the classes at each step: a character's at the step that holds its middle, less beside it."""
    shares = np.zeros((STEPS, BLANK + 1), np.float32)
    middles = (np.arange(STEPS) + 0.5) * STEP
    for character, place in zip(text, places):
        if character < 0:
            continue
        distance = np.abs(middles - place) / STEP
        shares[:, character] += np.clip(0.5 + (0.5 - distance) / 0.6, 0, 1)
    shares[:, BLANK] = np.clip(1 - shares.sum(1), 0, 1)
    return shares / shares.sum(1, keepdims=True)
