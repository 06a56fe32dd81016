import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { LineGrammar } from './line-grammar.ts'
import { LATTICE_CLASSES, type LineLattice } from './line-lattice.ts'

/** A line read from a lattice. */
export interface LatticeLine {
  text: string
  /** Mean probability of its characters, 0-1. */
  confidence: number
  /** Natural logarithm of the probability of all of them. */
  logProbability: number
}

/**
 * How much rarer a letter O is than a zero in numbers, natural logarithm: of the numbers of the published specimens for
 * development 89 characters are zeros and none is an O; one for twenty zeros is more than any state is known to print. What is
 * an O all the same has its check digit, which no single zero in its place agrees with; where two would, `hasTwinOfZeros`
 * tells, and the reading is not told as sure.
 */
const RARITY = 3

/** The likeliest line of a grammar in a lattice (Viterbi's algorithm over its positions). */
export function decodeLattice(lattice: LineLattice, grammar: LineGrammar): LatticeLine {
  const { nodes } = grammar
  const scores = new Float64Array(nodes.length)
  const places = new Int32Array(nodes.length)
  const origins = new Int32Array(nodes.length).fill(-1)
  nodes.forEach((node, index) => {
    const value = (place: number) =>
      lattice[node.position * LATTICE_CLASSES + place] - (place === node.rare ? RARITY : 0)
    places[index] = node.characters.reduce((best, place) => (value(place) > value(best) ? place : best))
    if (node.previous.length > 0) origins[index] = likeliest(node.previous, scores)
    scores[index] = value(places[index]) + (origins[index] < 0 ? 0 : scores[origins[index]])
  })
  const ends = nodes.flatMap((node, index) => (node.position === grammar.length - 1 ? [index] : []))
  const end = likeliest(ends, scores)
  const line = traceBack(end, { lattice, places, origins, length: grammar.length })
  return { ...line, logProbability: scores[end] }
}

function likeliest(indexes: readonly number[], scores: Float64Array): number {
  return indexes.reduce((best, index) => (scores[index] > scores[best] ? index : best))
}

function traceBack(
  end: number,
  search: { lattice: LineLattice; places: Int32Array; origins: Int32Array; length: number },
): Omit<LatticeLine, 'logProbability'> {
  const text: string[] = []
  let sum = 0
  for (let node = end, position = search.length - 1; node >= 0; node = search.origins[node], position--) {
    text.push(MRZ_CHARACTERS[search.places[node]])
    sum += Math.exp(search.lattice[position * LATTICE_CLASSES + search.places[node]])
  }
  return { text: text.reverse().join(''), confidence: sum / search.length }
}
