import { EUROPEAN } from './kept-characters.ts'
import type { TextPosteriors } from './text-posteriors.ts'

/** A line of text as read. */
export interface TextReading {
  text: string
  /** Mean probability of its characters, 0-1; 0 for no text. */
  confidence: number
  /** Where along the line each character stands, 0-1. */
  positions: number[]
  /** Probability of each character, 0-1. */
  certainties: number[]
}

/** Reads the likeliest character of each step; repeated ones count once, blanks part them (Graves et al., ICML 2006, §3.2). */
export function decodeText(posteriors: TextPosteriors, dictionary: readonly string[]): TextReading {
  const { data, steps, classes } = posteriors
  const allowed = allowedClasses(dictionary)
  const positions: number[] = []
  const certainties: number[] = []
  let [text, last] = ['', 0]
  for (let step = 0; step < steps; step++) {
    const best = bestOf(data.subarray(step * classes, (step + 1) * classes), allowed)
    if (best !== 0 && best !== last) {
      text += best > dictionary.length ? ' ' : dictionary[best - 1]
      positions.push((step + 0.5) / steps)
      certainties.push(data[step * classes + best])
    }
    last = best
  }
  const sum = certainties.reduce((total, one) => total + one, 0)
  return { text, confidence: text === '' ? 0 : sum / text.length, positions, certainties }
}

function bestOf(probabilities: Float32Array, allowed: readonly number[]): number {
  let best = 0
  for (const candidate of allowed) if (probabilities[candidate] > probabilities[best]) best = candidate
  return best
}

const allowedByDictionary = new WeakMap<readonly string[], readonly number[]>()

/** Blank, the characters of European print, space. */
function allowedClasses(dictionary: readonly string[]): readonly number[] {
  const known = allowedByDictionary.get(dictionary)
  if (known) return known
  const letters = dictionary.flatMap((character, i) => (EUROPEAN.test(character) ? [i + 1] : []))
  const allowed = [0, ...letters, dictionary.length + 1]
  allowedByDictionary.set(dictionary, allowed)
  return allowed
}
