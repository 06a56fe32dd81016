import { wilsonInterval } from '../measure/wilson-interval.ts'
import type { Figure } from './figure.ts'

/**
 * Figures that got worse than chance explains: the share of now lies beyond the 95 % interval of the one recorded. Names
 * those too that are not measured any more, or over no case where there were some: a figure that vanishes hides what it told.
 */
export function listRegressions(recorded: readonly Figure[], now: readonly Figure[]): string[] {
  return recorded.flatMap((before) => {
    const after = now.find(({ name }) => name === before.name)
    if (!after) return [`${before.name}: recorded as ${shareOf(before)}, not measured any more`]
    if (before.total === 0) return []
    if (after.total === 0) return [`${before.name}: no case, recorded as ${shareOf(before)}`]
    const [from, to] = wilsonInterval(before.count, before.total)
    const share = after.count / after.total
    if (before.better === 'more' ? share >= from : share <= to) return []
    const interval = `${(from * 100).toFixed(1)} to ${(to * 100).toFixed(1)} %`
    return [`${before.name}: ${shareOf(after)}, recorded as ${shareOf(before)}, ${interval}`]
  })
}

function shareOf({ count, total }: Figure): string {
  return `${count} of ${total}`
}
