import type { Engine } from '../../../analysis/engine.ts'
import { CAST_NAMES } from '../../../test/people/cast.ts'
import type { TopicReport } from '../figures/figure.ts'
import { measureFields } from './measure-fields.ts'
import { fieldFigures, reportFields } from './report-fields.ts'

/** Of the cast, whose documents are read. */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? CAST_NAMES.length)

const INTRODUCTION = `Flat cards of the cast, drawn by \`test/people\`, each side in one picture through the whole reader, with 95 % intervals
(Wilson, %). No real document was read for this: layouts of states were drawn by the same hands that described them. A field
is right when it is the print to the last letter and mark; one that was not read counts as wrong. Zones of others were put
in the place of a document's own. Under layouts of any state only agreement is told.
`

/** Reads the printed fields of drawn cards and gives the tables of how often they are right. */
export async function benchFields(engine: Engine): Promise<TopicReport> {
  const results = await measureFields(engine, CAST_NAMES.slice(0, PEOPLE))
  return { text: `${INTRODUCTION}\n${reportFields(results)}`, figures: fieldFigures(results) }
}
