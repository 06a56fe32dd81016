/** Share of a label's letters that may be read wrong; labels of fewer than six letters must be exact. */
const MAX_ERRORS = 0.22

/** Capital letters and digits of a text without accents, and where in the text each stands. */
export interface Letters {
  letters: string
  at: number[]
}

/** Where a label stands in a line, as indexes of its letters; the end is the one after it. */
export interface LabelSpan {
  start: number
  end: number
}

/** The letters by which labels and words are compared. */
export function lettersOf(text: string): Letters {
  let letters = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    for (const letter of plainOf(text[i])) {
      letters += letter
      at.push(i)
    }
  }
  return { letters, at }
}

/** Each character of print without its marks, as it was first asked for: there are few, and each is asked for often. */
const plain = new Map<string, string>()

function plainOf(character: string): string {
  const known = plain.get(character)
  if (known !== undefined) return known
  const letters = character
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  plain.set(character, letters)
  return letters
}

/**
 * Finds a label in letters, some of which may be misread (Sellers, J. Algorithms 1(4), 1980); null when it is not
 * there.
 */
export function findLabel(line: string, label: string): LabelSpan | null {
  const allowed = label.length < 6 ? 0 : Math.floor(label.length * MAX_ERRORS)
  if (allowed === 0) {
    const start = line.indexOf(label)
    return start < 0 ? null : { start, end: start + label.length }
  }
  if (lacksLetters(line, label, allowed)) return null
  if (label.length <= MASK_BITS && leastErrors(line, label) > allowed) return null
  return search(line, label, allowed)
}

/** Whether more of a label's letters are not in the line at all than may be misread, which most labels' are. */
function lacksLetters(line: string, label: string, allowed: number): boolean {
  let missing = 0
  for (const letter of label) if (!line.includes(letter) && ++missing > allowed) return true
  return false
}

/** Letters of a label that one whole number has a bit for. */
const MASK_BITS = 32
/** Where in a label each letter stands, by its code: capital letters and digits are all there are. Zeros between searches. */
const places = new Int32Array(128)

/**
 * The errors of the best match anywhere in a line, a column of the table of errors at a time, as the bits of where it rises and
 * where it falls (Myers, J. ACM 46(3), 1999): most labels are in no line.
 */
function leastErrors(line: string, label: string): number {
  for (let at = 0; at < label.length; at++) places[label.charCodeAt(at)] |= 1 << at
  const last = 1 << (label.length - 1)
  let [rises, falls] = [-1, 0]
  let errors = label.length
  let least = errors
  for (let i = 0; i < line.length; i++) {
    const same = places[line.charCodeAt(i)]
    const across = (((same & rises) + rises) ^ rises) | same
    let rising = falls | ~(across | rises)
    let falling = rises & across
    if (rising & last) errors++
    else if (falling & last) errors--
    if (errors < least) least = errors
    rising <<= 1
    falling <<= 1
    const down = same | falls
    rises = falling | ~(down | rising)
    falls = rising & down
  }
  for (let at = 0; at < label.length; at++) places[label.charCodeAt(at)] = 0
  return least
}

/** A way to match is its errors in the upper bits and where it begins in the lower: lines are shorter than they hold. */
const ERROR_BITS = 16
const ONE_ERROR = 2 ** ERROR_BITS

/** The best match: row by row of the label its errors up to every end in the line, and where the match that has them begins. */
function search(line: string, label: string, allowed: number): LabelSpan | null {
  let row = Uint32Array.from({ length: line.length + 1 }, (_, i) => i)
  let next = new Uint32Array(row.length)
  for (let at = 0; at < label.length; at++) {
    const letter = label.charCodeAt(at)
    next[0] = (at + 1) * ONE_ERROR
    for (let i = 1; i < row.length; i++) {
      const replaced = row[i - 1] + (line.charCodeAt(i - 1) === letter ? 0 : ONE_ERROR)
      next[i] = fewer(fewer(replaced, row[i] + ONE_ERROR), next[i - 1] + ONE_ERROR)
    }
    ;[row, next] = [next, row]
  }
  const end = row.reduce((best, way, i) => (errorsOf(way) < errorsOf(row[best]) ? i : best), 0)
  return errorsOf(row[end]) <= allowed ? { start: row[end] % ONE_ERROR, end } : null
}

/** The way with fewer errors; the first of two alike. */
function fewer(first: number, second: number): number {
  return errorsOf(second) < errorsOf(first) ? second : first
}

function errorsOf(way: number): number {
  return way >>> ERROR_BITS
}
