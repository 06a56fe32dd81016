import type { GrammarNode, LineGrammar } from './line-grammar.ts'
import { BLANK, MRZ_CLASSES, type MrzPosteriors } from './mrz-posteriors.ts'

/** Where the characters of one line are expected: fixed pitch, in steps of the posteriors. */
export interface Pitch {
  /** The step of the first character. */
  start: number
  /** Steps from one character to the next. */
  step: number
  /** Standard deviation of a character's step from its place. */
  spread: number
}

/**
 * The states of the search: for every node of the grammar one for each of its characters and, after them, one for
 * the blank that may follow the character.
 */
export interface LineStates {
  /** The class that each state emits. */
  classOf: Int32Array
  /** For each node its first state; one more entry ends the list. */
  firstOf: Int32Array
}

/** The search for the likeliest line, step by step. */
export interface LineSearch {
  grammar: LineGrammar
  posteriors: MrzPosteriors
  pitch: Pitch
  states: LineStates
  /** Log probability of the likeliest way to each state. */
  scores: Float64Array
  /** Log probability of no character so far. */
  leading: number
  /** For each step and state the state before it; -1 before the first character. */
  origins: Int32Array[]
}

/** The likeliest way out of a node, and the likeliest that ends in another class. */
interface Exit {
  score: number
  state: number
  otherScore: number
  otherState: number
}

/** A position is looked for at most this many spreads from its place. */
const REACH_SPREADS = 4

/** A search before its first step. */
export function startSearch(grammar: LineGrammar, posteriors: MrzPosteriors, pitch: Pitch): LineSearch {
  const states = statesOf(grammar)
  const scores = new Float64Array(states.classOf.length).fill(-Infinity)
  return { grammar, posteriors, pitch, states, scores, leading: 0, origins: [] }
}

function statesOf(grammar: LineGrammar): LineStates {
  const firstOf = new Int32Array(grammar.nodes.length + 1)
  const classes: number[] = []
  grammar.nodes.forEach((node, index) => {
    firstOf[index] = classes.length
    classes.push(...node.characters, BLANK)
  })
  firstOf[grammar.nodes.length] = classes.length
  return { classOf: Int32Array.from(classes), firstOf }
}

/** Goes on by one step of the posteriors. */
export function advance(search: LineSearch, step: number): void {
  const { grammar, posteriors, states } = search
  const emissions = posteriors.data.subarray(step * MRZ_CLASSES, (step + 1) * MRZ_CLASSES)
  const next = { scores: new Float64Array(search.scores.length).fill(-Infinity), origins: noOrigins(search) }
  const exits = grammar.nodes.map((_, index) => exitOf(search, index))
  grammar.nodes.forEach((node, index) => {
    const range = { first: states.firstOf[index], blank: states.firstOf[index + 1] - 1 }
    stay(search, next, { ...range, exit: exits[index] })
    const distance = (step - search.pitch.start - node.position * search.pitch.step) / search.pitch.spread
    if (Math.abs(distance) > REACH_SPREADS) return
    const entry = node.previous.length === 0 ? beginning(search) : joined(search, node, exits)
    enter(search, next, { ...range, entry, toll: -(distance * distance) / 2 })
  })
  for (let state = 0; state < next.scores.length; state++)
    next.scores[state] += emissions[states.classOf[state]]
  search.scores = next.scores
  search.origins.push(next.origins)
  search.leading += emissions[BLANK]
}

function noOrigins(search: LineSearch): Int32Array {
  return new Int32Array(search.scores.length).fill(-1)
}

function exitOf(search: LineSearch, node: number): Exit {
  const exit = { score: -Infinity, state: -1, otherScore: -Infinity, otherState: -1 }
  for (let state = search.states.firstOf[node]; state < search.states.firstOf[node + 1]; state++) {
    const score = search.scores[state]
    if (score > exit.score) {
      exit.otherScore = exit.score
      exit.otherState = exit.state
      exit.score = score
      exit.state = state
    } else if (score > exit.otherScore) {
      exit.otherScore = score
      exit.otherState = state
    }
  }
  return exit
}

function beginning(search: LineSearch): Exit {
  return { score: search.leading, state: -1, otherScore: -Infinity, otherState: -1 }
}

/** The best ways out of all nodes that lead to one; their classes differ where that is possible. */
function joined(search: LineSearch, node: GrammarNode, exits: readonly Exit[]): Exit {
  const { classOf } = search.states
  const best = { score: -Infinity, state: -1, otherScore: -Infinity, otherState: -1 }
  for (const previous of node.previous) {
    const exit = exits[previous]
    if (exit.score > best.score) Object.assign(best, { score: exit.score, state: exit.state })
  }
  for (const previous of node.previous) {
    const { score, state, otherScore, otherState } = exits[previous]
    const isOther = state >= 0 && classOf[state] !== classOf[best.state]
    if (isOther && score > best.otherScore) Object.assign(best, { otherScore: score, otherState: state })
    if (otherScore > best.otherScore && otherState >= 0 && classOf[otherState] !== classOf[best.state]) {
      Object.assign(best, { otherScore, otherState })
    }
  }
  return best
}

interface Front {
  scores: Float64Array
  origins: Int32Array
}

/** A character may last for several steps; blanks may follow it. */
function stay(search: LineSearch, next: Front, node: { first: number; blank: number; exit: Exit }): void {
  for (let state = node.first; state < node.blank; state++) {
    next.scores[state] = search.scores[state]
    next.origins[state] = state
  }
  next.scores[node.blank] = node.exit.score
  next.origins[node.blank] = node.exit.state
}

/** The same character twice needs a blank between; another character follows at once. */
function enter(
  search: LineSearch,
  next: Front,
  node: { first: number; blank: number; entry: Exit; toll: number },
): void {
  const { entry, toll } = node
  const { classOf } = search.states
  const entryClass = entry.state < 0 ? BLANK : classOf[entry.state]
  for (let state = node.first; state < node.blank; state++) {
    const isRepeat = classOf[state] === entryClass
    const score = (isRepeat ? entry.otherScore : entry.score) + toll
    if (score <= next.scores[state]) continue
    next.scores[state] = score
    next.origins[state] = isRepeat ? entry.otherState : entry.state
  }
}
