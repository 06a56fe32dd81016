import { likenessOfName, type NameLikeness } from './likeness-of-name.ts'
import { areOverlapping, type LineOfPrint, type NamePiece, namePiece } from './name-pieces.ts'

/** What a zone tells of its holder's names. */
export interface ToldNames {
  lastName: string
  firstNames: readonly string[]
  /** Whether the zone may have the beginning of the last name alone. */
  isLastNameCut: boolean
}
/** One of the two. */
export type HolderName = 'lastName' | 'firstNames'

/** A name in two rows has the second this far under the first, heights of its line. Chosen, not measured: a label may stand between. */
const ROWS_APART_MAXIMUM = 3
/** Words that a name is looked for in at most: print may part one at marks and spaces that its zone has not. */
const MAX_WORDS = 8
/** Stands where words were taken for the last name: no letter of a name. */
const TAKEN = '|'

/** Words of a line that say a name, the end being the index after them. */
interface Run<Line extends LineOfPrint> {
  piece: NamePiece<Line>
  from: number
  to: number
}
/** A name to be found, in the words of the zone. */
interface Sought<Line extends LineOfPrint> {
  words: readonly string[]
  isCut: boolean
  accepts: (line: Line, likeness: NameLikeness) => boolean
}

/**
 * Which of a holder's names lines of print say without a label: the last name in words that follow each other, or in two rows, as far as
 * the zone has it; the first of the first names as a word that was not taken for the last name, or with those after it in one. A
 * misreading counts where it may be one.
 */
export function findNames<Line extends LineOfPrint>(
  lines: readonly Line[],
  told: ToldNames,
  mayBeMisread: (line: Line, name: HolderName) => boolean,
): HolderName[] {
  const pieces = lines.map(namePiece)
  const acceptsFor = (name: HolderName) => (line: Line, likeness: NameLikeness) =>
    likeness === 'same' || (likeness === 'misread' && mayBeMisread(line, name))
  const words = told.lastName.split(/[^A-Z]+/).filter((word) => word !== '')
  const last = findLastName(pieces, {
    words,
    isCut: told.isLastNameCut,
    accepts: acceptsFor('lastName'),
  })
  const left = last.reduce(withoutRun, pieces)
  const isFirstThere = left.some((piece) => hasFirstName(piece, told.firstNames, acceptsFor('firstNames')))
  return [
    ...(last.length > 0 ? (['lastName'] as const) : []),
    ...(isFirstThere ? (['firstNames'] as const) : []),
  ]
}

/** Where the last name stands, as it is rather than misread; nowhere where it does not. */
function findLastName<Line extends LineOfPrint>(
  pieces: readonly NamePiece<Line>[],
  sought: Sought<Line>,
): Run<Line>[] {
  if (sought.words.length === 0) return []
  const exactly = { ...sought, accepts: (_: Line, likeness: NameLikeness) => likeness === 'same' }
  for (const one of [exactly, sought]) {
    const [run] = runsOf(pieces, one)
    const runs = run ? [run] : findTwoRows(pieces, one)
    if (runs.length > 0) return runs
  }
  return []
}

function findTwoRows<Line extends LineOfPrint>(
  pieces: readonly NamePiece<Line>[],
  sought: Sought<Line>,
): Run<Line>[] {
  for (let at = 1; at < sought.words.length; at++) {
    const heads = runsOf(pieces, { ...sought, words: sought.words.slice(0, at), isCut: false })
    const tails = heads.length > 0 ? runsOf(pieces, { ...sought, words: sought.words.slice(at) }) : []
    for (const head of heads) {
      const tail = tails.find(({ piece }) => piece !== head.piece && isUnder(piece.line, head.piece.line))
      if (tail) return [head, tail]
    }
  }
  return []
}

/** The first words of each line that say a name. */
function runsOf<Line extends LineOfPrint>(
  pieces: readonly NamePiece<Line>[],
  sought: Sought<Line>,
): Run<Line>[] {
  return pieces.flatMap((piece) => runIn(piece, sought) ?? [])
}

function runIn<Line extends LineOfPrint>(piece: NamePiece<Line>, sought: Sought<Line>): Run<Line> | null {
  const count = piece.spelled[0].length
  for (let from = 0; from < count; from++) {
    for (let to = from + 1; to <= Math.min(count, from + MAX_WORDS); to++) {
      const isSaid = piece.spelled.some((words) =>
        sought.accepts(piece.line, likenessOfRun(words.slice(from, to), sought)),
      )
      if (isSaid) return { piece, from, to }
    }
  }
  return null
}

function likenessOfRun(
  said: readonly string[],
  { words, isCut }: { words: readonly string[]; isCut: boolean },
): NameLikeness {
  const told = words.join('')
  if (said.includes(TAKEN)) return 'other'
  if (isCut && words.every((word, i) => said[i]?.startsWith(word))) return 'same'
  return likenessOfName(isCut ? said.join('').slice(0, told.length) : said.join(''), told)
}

/** Those after the first may be joined to it, where print has lost the spaces. */
function hasFirstName<Line extends LineOfPrint>(
  piece: NamePiece<Line>,
  firstNames: readonly string[],
  accepts: Sought<Line>['accepts'],
): boolean {
  const [first] = firstNames
  if (first === undefined) return false
  if (runIn(piece, { words: [first], isCut: false, accepts })) return true
  const joined = firstNames.map((_, i) => firstNames.slice(0, i + 1).join(''))
  return piece.spelled.some((words) => words.some((word) => joined.includes(word)))
}

/** Without the words of a run, in its line and in longer ones that are joined of it and others. */
function withoutRun<Line extends LineOfPrint>(
  pieces: readonly NamePiece<Line>[],
  { piece: taken, from, to }: Run<Line>,
): NamePiece<Line>[] {
  const said = taken.spelled[0].slice(from, to)
  return pieces.map((piece) => {
    if (!areOverlapping(piece.line.box, taken.line.box)) return piece
    const [words] = piece.spelled
    const at = words.findIndex((_, i) => said.every((word, j) => words[i + j] === word))
    if (at < 0) return piece
    const spelled = piece.spelled.map((all) =>
      all.map((word, i) => (i >= at && i < at + said.length ? TAKEN : word)),
    )
    return { ...piece, spelled }
  })
}

function isUnder({ box }: LineOfPrint, { box: upper }: LineOfPrint): boolean {
  const drop = box.y - upper.y
  return drop >= 0 && drop <= ROWS_APART_MAXIMUM * upper.height
}
