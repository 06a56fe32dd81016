import { FILLER_SHAPES } from '../../text/kept-characters.ts'
import type { TextPosteriors } from '../../text/text-posteriors.ts'
import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'

/** Classes of a step: the characters in the order of MRZ_CHARACTERS, then the blank between characters. */
export const MRZ_CLASSES = MRZ_CHARACTERS.length + 1
/** The class of the blank. */
export const BLANK = MRZ_CHARACTERS.length

/** Natural logarithms of the probabilities of each class, step by step along a line. */
export interface MrzPosteriors {
  data: Float32Array
  steps: number
}

/**
 * Pairs that a reader of general text takes for each other in OCR-B, and the share of the one's probability that
 * may be the other. What no share covers must be seen by the recogniser itself.
 */
const LOOK_ALIKES: readonly (readonly [string, string, number])[] = [
  ['0', 'O', 0.1],
  ['0', 'D', 0.01],
  ['0', 'Q', 0.02],
  ['O', 'Q', 0.02],
  ['O', 'D', 0.01],
  ['1', 'I', 0.1],
  ['1', 'L', 0.01],
  ['I', 'L', 0.01],
  ['2', 'Z', 0.05],
  ['5', 'S', 0.05],
  ['6', 'G', 0.03],
  ['8', 'B', 0.05],
  ['4', 'A', 0.01],
  ['<', 'K', 0.02],
  ['<', 'C', 0.02],
]
/** Probability that is kept for every class: the recogniser is never certain. */
const FLOOR = 1e-5

/** What a general recogniser's posteriors say about the characters of a zone. */
export function mrzPosteriors(text: TextPosteriors, dictionary: readonly string[]): MrzPosteriors {
  const sources = sourcesOf(dictionary)
  const data = new Float32Array(text.steps * MRZ_CLASSES)
  const seen = new Float64Array(MRZ_CLASSES)
  for (let step = 0; step < text.steps; step++) {
    const from = text.data.subarray(step * text.classes, (step + 1) * text.classes)
    for (let i = 0; i < BLANK; i++) seen[i] = sources[i].reduce((sum, source) => sum + from[source], 0)
    seen[BLANK] = from[0]
    writeStep(data.subarray(step * MRZ_CLASSES, (step + 1) * MRZ_CLASSES), seen)
  }
  return { data, steps: text.steps }
}

/** A line on which fewer characters are seen is none of a zone: upside down, hardly any is. */
const MIN_CHARACTERS = 15

/** Share of the likely characters of a line that a zone can have, 0-1; 0 for a short line. */
export function zoneLikeness(text: TextPosteriors, dictionary: readonly string[]): number {
  const own = sourcesOf(dictionary).flat()
  let seen = 0
  let likely = 0
  for (let step = 0; step < text.steps; step++) {
    const row = step * text.classes
    seen += own.reduce((sum, source) => sum + text.data[row + source], 0)
    likely += 1 - text.data[row]
  }
  return likely < MIN_CHARACTERS ? 0 : seen / likely
}

/** Dictionaries have thousands of characters and never change: they are searched once. */
const sourcesByDictionary = new WeakMap<readonly string[], number[][]>()

/** The classes of the dictionary that count for each character. */
function sourcesOf(dictionary: readonly string[]): number[][] {
  const known = sourcesByDictionary.get(dictionary)
  if (known) return known
  const sources = [...MRZ_CHARACTERS].map((character) => {
    const shapes = character === '<' ? [character, ...FILLER_SHAPES] : [character, character.toLowerCase()]
    const found = [...new Set(shapes)].map((shape) => dictionary.indexOf(shape)).filter((index) => index >= 0)
    return found.map((index) => index + 1)
  })
  sourcesByDictionary.set(dictionary, sources)
  return sources
}

function writeStep(target: Float32Array, seen: Float64Array): void {
  for (let i = 0; i < MRZ_CLASSES; i++) target[i] = seen[i] + FLOOR
  for (const { a, b, share } of SHARES) {
    target[a] += seen[b] * share
    target[b] += seen[a] * share
  }
  for (let i = 0; i < MRZ_CLASSES; i++) target[i] = Math.log(target[i])
}

const SHARES = LOOK_ALIKES.map(([a, b, share]) => ({
  a: MRZ_CHARACTERS.indexOf(a),
  b: MRZ_CHARACTERS.indexOf(b),
  share,
}))
