import type { Figure } from '../../figures/figure.ts'
import { share } from '../count-fields.ts'
import type { NothingShown } from './measure-nothing-shown.ts'

const INTRODUCTION = `Pictures without a document: photos of faces, spread over the collections, read as pictures of which nothing is said. A card that
is found there proves nothing of itself: a picture on a wall has the shape of one, and what is read of it decides.
`

/** What may be read where there is nothing, as the table and the figures call it. */
const READ: Readonly<Record<string, (one: NothingShown) => boolean>> = {
  'a card found': ({ isCardFound }) => isCardFound,
  'a type told': ({ isTypeTold }) => isTypeTold,
  'a layout told': ({ isLayoutTold }) => isLayoutTold,
  'a zone or a line read': ({ isZoneRead }) => isZoneRead,
  'a code read': ({ isCodeRead }) => isCodeRead,
  'printed fields read': ({ fields }) => fields > 0,
}

/** The table of what was read where there is no document. */
export function reportNothingShown(results: readonly NothingShown[]): string {
  return [
    INTRODUCTION,
    '| read | pictures |',
    '|---|---|',
    ...figuresOf(results).map(({ name, ...counted }) => `| ${name} | ${share(counted)} |`),
  ].join('\n')
}

/** What is watched of it. */
export function nothingShownFigures(results: readonly NothingShown[]): Figure[] {
  return figuresOf(results).map((figure) => ({ ...figure, name: `no document: ${figure.name}` }))
}

function figuresOf(results: readonly NothingShown[]): Figure[] {
  return Object.entries(READ).map(([name, isRead]) => ({
    name,
    count: results.filter(isRead).length,
    total: results.length,
    better: 'less',
  }))
}
