import type { Engine } from '../../../analysis/engine.ts'
import type { TopicReport } from '../figures/figure.ts'
import type { Split } from '../specimens/specimen.ts'
import { measureFilms } from './films/measure-films.ts'
import { filmFigures, reportFilms } from './films/report-films.ts'
import { measureFronts } from './fronts/measure-fronts.ts'
import { frontFigures, reportFronts } from './fronts/report-fronts.ts'
import type { Half } from './invent-holder.ts'
import { measureFields } from './measure-fields.ts'
import { measureNothingShown } from './real/measure-nothing-shown.ts'
import { measureRealKinds } from './real/measure-real-kinds.ts'
import { measureRealPrint } from './real/measure-real-print.ts'
import { nothingShownFigures, reportNothingShown } from './real/report-nothing-shown.ts'
import { realKindFigures, reportRealKinds } from './real/report-real-kinds.ts'
import { realPrintFigures, reportRealPrint } from './real/report-real-print.ts'
import { fieldFigures, reportFields } from './report-fields.ts'

/** People whose documents are read, each with a name of their own: five let one of 203 names and dates be wrong within the goal. */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 5)
/** The half they are of; `development` lets one see what goes wrong while the reader is worked on. */
const HALF: Half = process.env.BENCH_HALF === 'development' ? 'development' : 'reported'

const INTRODUCTION = `Flat cards of invented people, drawn by \`test/people\`, each side in one picture through the whole reader, with 95 %
intervals (Wilson, %). The reader was worked on with people of other names, places and dates (\`bench/accuracy/fields/invent-holder.ts\`);
every mark of French and some of other languages' are among the names. Layouts of states were
drawn by the same hands that described them. A field is right when it is the print to the last letter and mark; one that was not
read counts as wrong. Pictures out of focus are the same ones at three quarters of the size, blurred by 1.2 and 2 px; they
stand in the table of confidence alone. After the first four people only states' own layouts are drawn. Zones of others were put in the place of a document's own,
of the first four people also zones of which one thing alone is another; birth dates and names were also covered in print with the ground of the card. Under layouts of any state nothing is refused: what differs is for review.
`

/** Reads the printed fields of drawn cards, of films of them and of real documents, and gives the tables of how often they are right. */
export async function benchFields(
  engine: Engine,
  { folder, only }: { folder: string | null; only?: Split },
): Promise<TopicReport> {
  const people = { half: only === 'development' ? only : HALF, people: PEOPLE }
  const flat = await measureFields(engine, people)
  const films = await measureFilms(engine, people)
  const fronts = await measureFronts(engine, people)
  const real = folder === null ? [] : await measureRealPrint(engine, { folder, split: only })
  const kinds = folder === null ? [] : await measureRealKinds(engine, { folder, split: only })
  const nothing = folder === null || only !== undefined ? [] : await measureNothingShown(engine, folder)
  return {
    text: [
      INTRODUCTION,
      ...[reportFields(flat), reportFilms(films), reportFronts(fronts)].flatMap((table) => [table, '']),
      reportRealPrint(real),
      '',
      reportRealKinds(kinds),
      '',
      reportNothingShown(nothing),
    ].join('\n'),
    figures: [
      ...fieldFigures(flat),
      ...filmFigures(films),
      ...frontFigures(fronts),
      ...realPrintFigures(real),
      ...realKindFigures(kinds),
      ...nothingShownFigures(nothing),
    ],
  }
}
