import { FILLER, MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import type { NameOrder, ZonePart } from '../format/mrz-layout.ts'

/** One position of a line in one situation, for example "filler after a first name". */
export interface GrammarNode {
  position: number
  /** What may stand here, as places in MRZ_CHARACTERS. */
  characters: readonly number[]
  /** The one of them that hardly ever does; null where none is known to be rare. */
  rare: number | null
  /** The nodes of the position before that may lead here; empty at the first position. */
  previous: readonly number[]
}

/** Every line that a layout allows: the ways from its first to its last position. */
export interface LineGrammar {
  length: number
  /** Whether names are among its parts. */
  holdsNames: boolean
  /** Ordered by position. */
  nodes: readonly GrammarNode[]
}

/** Where zeros may stand too, the letter like them hardly ever does: states leave it out of their numbers. */
const RARE = 'O'

/** A situation inside a part and the situations that may follow it. */
interface Situation {
  allows: 'letter' | 'filler'
  next: readonly number[]
}

/**
 * How names are written (ICAO 9303-3 §4.6): one filler between the words of a name, two between last and first
 * names, and nothing but fillers after the last name. The first situation begins.
 */
const NAME_SITUATIONS: Readonly<Record<NameOrder, readonly Situation[]>> = {
  'last-and-first-names': [
    { allows: 'letter', next: [0, 1] },
    { allows: 'filler', next: [0, 2] },
    { allows: 'filler', next: [3, 5] },
    { allows: 'letter', next: [3, 4] },
    { allows: 'filler', next: [3, 5] },
    { allows: 'filler', next: [5] },
  ],
  'last-name': [
    { allows: 'letter', next: [0, 1] },
    { allows: 'filler', next: [0, 2] },
    { allows: 'filler', next: [2] },
  ],
  // French cards have one or two fillers between first names.
  'first-names': [
    { allows: 'letter', next: [0, 1] },
    { allows: 'filler', next: [0, 2] },
    { allows: 'filler', next: [0, 3] },
    { allows: 'filler', next: [3] },
  ],
}

/** The grammar of a line made of parts. */
export function lineGrammar(parts: readonly ZonePart[]): LineGrammar {
  const nodes: GrammarNode[] = []
  let position = 0
  for (const part of parts) {
    if (part.order) addNames(nodes, position, { ...part, order: part.order })
    else addPlain(nodes, position, part)
    position += part.length
  }
  return { length: position, holdsNames: parts.some(({ order }) => order !== undefined), nodes }
}

function addPlain(nodes: GrammarNode[], start: number, part: ZonePart): void {
  for (let i = 0; i < part.length; i++) {
    const alphabet = part.alphabets[Math.min(i, part.alphabets.length - 1)]
    const previous = nodesAt(nodes, start + i - 1)
    const rare = alphabet.includes(RARE) && alphabet.includes('0') ? placesOf(RARE)[0] : null
    nodes.push({ position: start + i, characters: placesOf(alphabet), rare, previous })
  }
}

function addNames(nodes: GrammarNode[], start: number, part: ZonePart & { order: NameOrder }): void {
  const situations = NAME_SITUATIONS[part.order]
  const [alphabet] = part.alphabets
  const letters = placesOf(alphabet.replaceAll(FILLER, ''))
  let before = new Map<number, number>()
  for (let i = 0; i < part.length; i++) {
    const reached = i === 0 ? [0] : [...before.keys()].flatMap((situation) => situations[situation].next)
    const here = new Map<number, number>()
    for (const situation of new Set(reached)) {
      here.set(situation, nodes.length)
      nodes.push({
        position: start + i,
        characters: situations[situation].allows === 'letter' ? letters : placesOf(FILLER),
        rare: null,
        previous:
          i === 0
            ? nodesAt(nodes, start - 1)
            : [...before]
                .filter(([from]) => situations[from].next.includes(situation))
                .map(([, node]) => node),
      })
    }
    before = here
  }
}

function nodesAt(nodes: readonly GrammarNode[], position: number): number[] {
  return nodes.flatMap((node, index) => (node.position === position ? [index] : []))
}

function placesOf(alphabet: string): number[] {
  return [...alphabet].map((character) => MRZ_CHARACTERS.indexOf(character))
}
