import { advance, type LineSearch, type Pitch, startSearch } from './_line-search.ts'
import type { LineGrammar } from './line-grammar.ts'
import { MRZ_CHARACTERS } from './mrz-characters.ts'
import { BLANK, MRZ_CLASSES, type MrzPosteriors } from './mrz-posteriors.ts'

/** A line found in posteriors and where each of its characters stands. */
export interface LineAlignment {
  text: string
  /** The step at which each character is surest. */
  steps: number[]
  /** Natural logarithm of the probability of this reading over all steps. */
  logProbability: number
}

/** In the first look a character may stand this many pitches from its place. */
const FIRST_SPREAD_PITCHES = 2.5
/** Once the pitch is measured, characters stand this near to it, in pitches. */
const SECOND_SPREAD_PITCHES = 0.35
/** Steps after its first in which a character may be surest; the next character is further. */
const LATEST_SUREST_STEPS = 1

/**
 * The likeliest line of a grammar in the posteriors of a recogniser trained with CTC (Graves et al., ICML 2006,
 * §3; best path by Viterbi's algorithm). The print has a fixed pitch (ICAO 9303-3 §4.3), so a second look knows
 * where every character stands. Null when no line of the grammar fits.
 */
export function alignLine(posteriors: MrzPosteriors, grammar: LineGrammar): LineAlignment | null {
  const step = posteriors.steps / grammar.length
  const first = bestPath(posteriors, grammar, { start: step / 2, step, spread: step * FIRST_SPREAD_PITCHES })
  if (first === null) return null
  const measured = measurePitch(first.steps)
  return (
    bestPath(posteriors, grammar, { ...measured, spread: measured.step * SECOND_SPREAD_PITCHES }) ?? first
  )
}

function bestPath(posteriors: MrzPosteriors, grammar: LineGrammar, pitch: Pitch): LineAlignment | null {
  const search = startSearch(grammar, posteriors, pitch)
  for (let step = 0; step < posteriors.steps; step++) advance(search, step)
  const last = bestEnd(search)
  return last < 0 ? null : traceBack(search, last)
}

/** The likeliest state that ends the line; -1 when none is reached. */
function bestEnd({ grammar, states, scores }: LineSearch): number {
  let best = -1
  grammar.nodes.forEach((node, index) => {
    if (node.position !== grammar.length - 1) return
    for (let state = states.firstOf[index]; state < states.firstOf[index + 1]; state++) {
      if (scores[state] > (best < 0 ? -Infinity : scores[best])) best = state
    }
  })
  return best
}

function traceBack(search: LineSearch, last: number): LineAlignment {
  const { classOf } = search.states
  const text: string[] = []
  const steps: number[] = []
  let state = last
  for (let step = search.posteriors.steps - 1; step >= 0 && state >= 0; step--) {
    const origin = search.origins[step][state]
    const isFirstStep = origin !== state
    if (classOf[state] !== BLANK && isFirstStep) {
      text.push(MRZ_CHARACTERS[classOf[state]])
      steps.push(surestStep(search, step, classOf[state]))
    }
    state = origin
  }
  return { text: text.reverse().join(''), steps: steps.reverse(), logProbability: search.scores[last] }
}

/** The step at which a character that begins at a step has its highest probability while it lasts. */
function surestStep({ posteriors }: LineSearch, begin: number, place: number): number {
  let surest = begin
  const probability = (step: number) => posteriors.data[step * MRZ_CLASSES + place]
  for (let step = begin + 1; step < posteriors.steps && step <= begin + LATEST_SUREST_STEPS; step++) {
    if (probability(step) > probability(surest)) surest = step
  }
  return surest
}

/** The straight line through the characters' steps (least squares). */
function measurePitch(steps: readonly number[]): { start: number; step: number } {
  const middle = (steps.length - 1) / 2
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  let covariance = 0
  let variance = 0
  steps.forEach((step, position) => {
    covariance += (position - middle) * (step - mean)
    variance += (position - middle) ** 2
  })
  const slope = covariance / variance
  return { start: mean - middle * slope, step: slope }
}
