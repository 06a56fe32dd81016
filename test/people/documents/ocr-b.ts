/**
 * The characters of a machine readable zone in OCR-B as the middle lines of their strokes, drawn after the
 * shapes of ISO 1073-2 (size 1, constant stroke width). SVG path data in 1/100 mm; x = 0 is the middle of
 * the character cell, y = 0 the base line, y grows downwards.
 */
const STROKES: Readonly<Record<string, string>> = {
  '0': 'M0-244C58-244 70-205 70-122C70-39 58 0 0 0C-58 0-70-39-70-122C-70-205-58-244 0-244Z',
  '1': 'M-60-189L5-242L15-242L15 0',
  '2': 'M-67-214C-52-234-28-244 0-244C42-244 68-220 68-182C68-140 38-112 0-80C-32-54-62-34-64-6L-64 0L66 0',
  '3': 'M-68-241L60-241L60-230L-8-128C38-128 70-108 70-66C70-22 36 0-5 0C-30 0-54-4-70-12',
  '4': 'M5-244L-72-72L-72-65L72-65M36-124L36 0',
  '5': 'M57-241L-50-241L-57-133C20-140 62-116 62-74C62-26 12-2-62 0',
  '6': 'M28-244C-22-190-72-124-72-70C-72-28-40 0 0 0C40 0 72-28 72-70C72-112 40-140 0-140C-40-140-72-112-72-70',
  '7': 'M-72-241L72-241L72-230C48-168-26-112-26 0',
  '8': 'M0-130C40-150 60-166 60-194C60-226 35-244 0-244C-35-244-60-226-60-194C-60-166-40-150 0-130C46-104 72-90 72-58C72-22 40 0 0 0C-40 0-72-22-72-58C-72-90-46-104 0-130Z',
  '9': 'M-28 0C22-54 72-120 72-174C72-216 40-244 0-244C-40-244-72-216-72-174C-72-132-40-104 0-104C40-104 72-132 72-174',
  '<': 'M75-218L-70-122L75-28',
  A: 'M-70 0L-10-220L10-220L70 0M-52-65L52-65',
  B: 'M-5-118L-66-118L-66-220L-5-220C40-220 60-198 60-168C60-138 40-118-5-118C45-118 70-96 70-60C70-22 45 0-5 0L-66 0L-66-118',
  C: 'M55-188C46-208 28-220 8-220C-36-220-60-180-60-110C-60-40-36 0 8 0C28 0 46-12 55-32',
  D: 'M-55 0L-55-220L-40-220C22-220 65-178 65-110C65-42 22 0-40 0Z',
  E: 'M66-220L-58-220L-58 0L66 0M-58-117L48-117',
  F: 'M65-220L-40-220L-40 0M-40-117L50-117',
  G: 'M62-190C46-210 26-220 5-220C-45-220-68-175-68-108C-68-40-45 0 15 0C40 0 60-6 70-14L70-100L10-100',
  H: 'M-62-220L-62 0M62-220L62 0M-62-110L62-110',
  I: 'M-55-220L55-220M0-220L0 0M-58 0L58 0',
  J: 'M38-220L38-62C38-20 15 0-15 0C-45 0-68-20-68-57',
  K: 'M-64-220L-64 0M62-220L-52-114L70 0',
  L: 'M-62-220L-62 0L72 0',
  M: 'M-70 0L-70-220L-52-220L0-78L52-220L70-220L70 0',
  N: 'M-66 0L-66-220L-54-220L54 0L66 0L66-220',
  O: 'M0-220C46-220 70-176 70-110C70-44 46 0 0 0C-46 0-70-44-70-110C-70-176-46-220 0-220Z',
  P: 'M-60 0L-60-220L5-220C48-220 70-198 70-163C70-128 48-106 5-106L-60-106',
  Q: 'M0-220C42-220 65-180 65-118C65-56 42-16 0-16C-42-16-65-56-65-118C-65-180-42-220 0-220ZM0-98L70 0',
  R: 'M-62 0L-62-220L0-220C42-220 62-198 62-163C62-128 42-106 0-106L-62-106M4-106L66 0',
  S: 'M54-182C45-206 25-220-5-220C-40-220-62-196-62-166C-62-132-30-122 0-110C35-97 64-86 64-54C64-20 35 0 0 0C-34 0-58-16-66-44',
  T: 'M-72-220L72-220M0-220L0 0',
  U: 'M-65-220L-65-62C-65-18-38 0 0 0C38 0 65-18 65-62L65-220',
  V: 'M-68-220L-11 0L11 0L68-220',
  W: 'M-70-220C-68-120-60-50-48 0L-34 0L-5-122L5-122L34 0L48 0C60-50 68-120 70-220',
  X: 'M-64-220L66 0M64-220L-66 0',
  Y: 'M-64-220L0-108L0 0M64-220L0-108',
  Z: 'M-62-220L60-220L60-210L-64-10L-64 0L68 0',
}

/** Distance from one character to the next, millimetres (ICAO 9303-3 §4.4: ten characters an inch). */
const PITCH_MM = 2.54
/** Width of the strokes of size 1, 1/100 mm. */
const STROKE_WIDTH = 35

/** Draws a line of a zone as SVG; `x` is its left edge, `baseline` its height, millimetres. */
export function ocrBLine(text: string, at: { x: number; baseline: number }): string {
  const characters = [...text].map((character, i) => {
    const strokes = STROKES[character]
    if (!strokes) throw new Error(`Cannot draw '${character}' in OCR-B: not a character of a zone`)
    const middle = at.x + (i + 0.5) * PITCH_MM
    return `<path transform="translate(${middle.toFixed(3)} ${at.baseline}) scale(0.01)" d="${strokes}"/>`
  })
  return (
    `<g fill="none" stroke="#181818" stroke-width="${STROKE_WIDTH}" stroke-linecap="round" ` +
    `stroke-linejoin="round">${characters.join('')}</g>`
  )
}

/** Draws the lines of a zone in the middle of a document's width. */
export function ocrBZone(
  lines: readonly string[],
  place: { widthMm: number; lastBaselineMm: number },
): string {
  /** ICAO 9303-4 §4.2.1: lines are a quarter of an inch apart. */
  const linePitchMm = 6.35
  return lines
    .map((line, i) =>
      ocrBLine(line, {
        x: (place.widthMm - line.length * PITCH_MM) / 2,
        baseline: place.lastBaselineMm - (lines.length - 1 - i) * linePitchMm,
      }),
    )
    .join('')
}
