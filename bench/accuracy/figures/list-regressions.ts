import { wilsonInterval } from '../measure/wilson-interval.ts'
import type { Figure } from './figure.ts'

/**
 * Figures that got worse than chance explains: the share of now lies beyond the 95 % interval of the one recorded. Names
 * those that are not measured any more too, for a figure that vanishes hides what it told.
 */
export function listRegressions(recorded: readonly Figure[], now: readonly Figure[]): string[] {
  return recorded.flatMap((before) => {
    const after = now.find(({ name }) => name === before.name)
    if (!after) return [`${before.name}: recorded as ${shareOf(before)}, not measured any more`]
    const [from, to] = wilsonInterval(before.count, before.total)
    const share = after.count / Math.max(1, after.total)
    const isWorse = before.better === 'more' ? share < from : share > to
    if (!isWorse || after.total === 0) return []
    const interval = `${(from * 100).toFixed(1)} to ${(to * 100).toFixed(1)} %`
    return [`${before.name}: ${shareOf(after)}, recorded as ${shareOf(before)}, ${interval}`]
  })
}

function shareOf({ count, total }: Figure): string {
  return `${count} of ${total}`
}
