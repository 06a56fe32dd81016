import type { TriedMeasure } from '../../figures/figure.ts'
import { wilsonInterval } from '../../measure/wilson-interval.ts'
import type { ReadCase } from '../read-cases.ts'
import { type DamageMeasures, damageMeasures } from './damage-measures.ts'
import { DAMAGES, type Damage, drawDamage } from './draw-damage.ts'

const FIRST_SEED = 81_300
/** The measures that could tell each damage. */
const MEASURES: Readonly<Record<Damage, readonly (keyof DamageMeasures)[]>> = {
  crease: ['a light line across'],
  tear: ['a light line across', 'bare patches'],
  stain: ['a brown blotch'],
  wear: ['bare patches', 'a light line across'],
}

/**
 * What could tell creases, tears, stains and wear that were drawn on cards as they were read: a table and its counts. Limits are the
 * greatest of the true cards of the first set, the counts are of the others. About 0.3 s a card.
 */
export function benchDamage(sets: { limits: readonly ReadCase[]; told: readonly ReadCase[] }): {
  text: string
  tried: TriedMeasure[]
} {
  const trueOf = (cases: readonly ReadCase[]) =>
    cases.flatMap(({ card }) => (card ? [damageMeasures(card)] : []))
  const [limits, whole] = [trueOf(sets.limits), trueOf(sets.told)]
  const tried = DAMAGES.flatMap((damage) => {
    const damaged = sets.told.flatMap(({ card }, index) =>
      card ? [damageMeasures(drawDamage(card, { damage, seed: FIRST_SEED + index }))] : [],
    )
    return MEASURES[damage].map((measure): TriedMeasure => {
      const limit = Math.max(0, ...limits.map((one) => one[measure]))
      const beyond = (of: readonly DamageMeasures[]) => ({
        count: of.filter((one) => one[measure] > limit).length,
        total: of.length,
      })
      return {
        measure: `${damage === 'wear' ? damage : `a ${damage}`}: ${measure}`,
        positives: beyond(damaged),
        negatives: beyond(whole),
      }
    })
  })
  return { text: report(tried), tried }
}

function report(tried: readonly TriedMeasure[]): string {
  const share = ({ count, total }: { count: number; total: number }) => {
    const [from, to] = wilsonInterval(count, total)
    return `${count}/${total} [${(from * 100).toFixed(1)}, ${(to * 100).toFixed(1)}]`
  }
  return [
    'Damage, not implemented: creases, tears, stains and wear drawn as they look in light from one side, on held-out pictures of real',
    'documents and on drawn films as they were read. The limit is the greatest value on true cards of the development half.',
    '',
    '| measure | damaged, beyond it | true, beyond it |',
    '|---|---|---|',
    ...tried.map(
      ({ measure, positives, negatives }) => `| ${measure} | ${share(positives)} | ${share(negatives)} |`,
    ),
    '',
  ].join('\n')
}
