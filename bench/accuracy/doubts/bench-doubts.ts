import { join } from 'node:path'
import type { Engine } from '../../../analysis/engine.ts'
import type { Figure, TopicReport } from '../figures/figure.ts'
import { listSpecimens } from '../specimens/list-specimens.ts'
import type { Specimen, Split } from '../specimens/specimen.ts'
import { measureDrawnAnswers } from './answers/drawn-answers.ts'
import { judgeDates, judgeZones } from './answers/judge-read.ts'
import { benchCandidates } from './candidates/bench-candidates.ts'
import { benchDamage } from './damage/bench-damage.ts'
import { classOf } from './doubt-case.ts'
import { drawnDoubts } from './drawn-doubts.ts'
import { measureFreshScreens } from './fresh/measure-fresh-screens.ts'
import { measureDrawnHolders, measureRealHolders } from './holders/measure-holders.ts'
import { type DoubtOutcome, measureDoubts } from './measure-doubts.ts'
import { measurePanels } from './panels/measure-panels.ts'
import { readCases } from './read-cases.ts'
import { reportDoubts } from './report-doubts.ts'
import { shareChecks } from './share-checks.ts'
import { specimenDoubts } from './specimen-doubts.ts'
import { benchSurfaces } from './surfaces/bench-surfaces.ts'
import { degradedCards, drawnCards, TRUE_CARDS } from './true-cards.ts'
import { measureTurnedValues } from './turned-values.ts'

const INTRODUCTION = `What each check says of sides that have what it asks for and of sides that nothing is wrong with, with 95 % intervals (Wilson, %).
Blurred, smeared, dark, cut and too far are one check in an answer: a side whose zone was read with all its digits is clear
enough, whatever was done to it. No real photocopy, screen or hand was filmed. Not implemented, and null in every answer:
creases, tears, stains and wear, and what the last tables list, flat prints that are moved among it.
The rule for screens was set on the development half and on screens drawn by panels and a sensor of their own (decision 68), a third of
which has its table: it tells what the thresholds came from, and proves nothing. It was chosen after the held-out alarms and
fresh screens of the one before had been seen. Of the fresh screens, panels, camera and kinds of documents were seen so, once;
their people and sizes were drawn anew since, and were not. Held-out pictures that were published in
grey are in neither class as they are, for nothing tells them from copies; the rule for copies refuses them.
Values were turned on cards alone, one after the other; a real card counts as it is and made worse in three ways, so up to four times.
`

/** The folder of real pictures, where there is one, and how many films are drawn for each recipe. */
interface Extent {
  folder: string | null
  films: number
}

/** Measures the checks that doubt documents and gives their tables. Half a minute for each film of a recipe. */
export async function benchDoubts(engine: Engine, extent: Extent): Promise<TopicReport> {
  const { folder, films } = extent
  const specimens = folder === null ? [] : await listSpecimens(join(folder, 'documents'))
  const outcomes = await measureDoubts(engine, [
    ...(await specimenDoubts(specimens.filter(({ split }) => split === 'held-out'))),
    ...drawnDoubts(films),
  ])
  outcomes.push(...(await measurePanels(specimens)), ...(await measureFreshScreens(films)))
  const sides = await readSides(engine, specimens, films)
  outcomes.push(...(await measureAnswers(engine, sides, extent)))
  const { development, heldOut, filmed, trueCards } = sides
  const candidates = await benchCandidates(engine, {
    fields: development,
    anew: trueCards.filter(({ case: { set } }) => set === TRUE_CARDS),
    portraits: heldOut,
  })
  const damage = benchDamage({ limits: development, told: [...heldOut, ...filmed] })
  const surfaces = await benchSurfaces(films)
  return {
    text: [INTRODUCTION, reportDoubts(outcomes), candidates.text, damage.text, surfaces.text].join('\n'),
    figures: figuresOf(outcomes),
    checks: {
      shares: shareChecks(outcomes),
      tried: [...candidates.tried, ...damage.tried, ...surfaces.tried],
    },
  }
}

/** Sides that nothing is wrong with, read once for all that is asked of them. */
type TrueSides = Awaited<ReturnType<typeof readSides>>

async function readSides(engine: Engine, specimens: readonly Specimen[], films: number) {
  const readAsTheyAre = async (split: Split) => {
    const cases = await specimenDoubts(specimens.filter((specimen) => specimen.split === split))
    return readCases(
      engine,
      cases.filter(({ cause }) => cause === 'as it is'),
    )
  }
  const [development, heldOut] = [await readAsTheyAre('development'), await readAsTheyAre('held-out')]
  const filmed = await readCases(
    engine,
    drawnDoubts(films).filter(({ truth }) => truth === null),
  )
  const trueCards = await readCases(engine, [...degradedCards(specimens), ...drawnCards(films)])
  return { development, heldOut, filmed, trueCards }
}

/** What answers say of what was read: of values and dates, of other zones, and of other holders' sides. */
async function measureAnswers(
  engine: Engine,
  { development, heldOut, filmed, trueCards }: TrueSides,
  { folder, films }: Extent,
): Promise<DoubtOutcome[]> {
  return [
    ...(await measureTurnedValues([...development, ...heldOut, ...filmed, ...trueCards])),
    ...judgeDates([...heldOut, ...filmed]),
    ...judgeZones([...development, ...heldOut]),
    ...(await measureDrawnAnswers(engine, films)),
    ...(await measureDrawnHolders(engine, films)),
    ...(folder === null ? [] : await measureRealHolders(engine, { folder, documents: heldOut })),
  ]
}

/** How often a check stops what it should, and what it should not, in each set. */
function figuresOf(outcomes: readonly DoubtOutcome[]): Figure[] {
  return [...Map.groupBy(outcomes, ({ set }) => set)].flatMap(([set, members]) =>
    [...new Set(members.flatMap(({ truth }) => truth ?? []))].flatMap((check): Figure[] => {
      const stopped = (of: DoubtOutcome[]) =>
        of.filter(({ scores }) => scores[check] === 0 || scores[check] === -1).length
      const [right, wrong] = (['positive', 'negative'] as const).map((asked) =>
        members.filter((outcome) => classOf(outcome, check) === asked),
      )
      return [
        { name: `${set}: ${check} stopped`, count: stopped(right), total: right.length, better: 'more' },
        {
          name: `${set}: falsely stopped as ${check}`,
          count: stopped(wrong),
          total: wrong.length,
          better: 'less',
        },
      ]
    }),
  )
}
