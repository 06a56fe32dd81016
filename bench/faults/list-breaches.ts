import type { CountedFaults } from './count-faults.ts'

/** What a run found against the goal, a sentence each; none when it was kept. */
export function listBreaches(counted: CountedFaults): string[] {
  const breaches: [number, string][] = [
    [Number(counted.statuses === 0), 'run in which no status change was acknowledged'],
    [counted.lostCreations, 'acknowledged creations lost'],
    [counted.lostStatuses, 'acknowledged status changes lost'],
    [counted.lostWebhooks, 'webhooks of acknowledged status changes lost'],
    [counted.tooOften, 'webhooks that came oftener than the kills explain'],
    [counted.outOfOrder, 'identifications whose webhooks came out of order'],
    [counted.unsigned, 'webhooks with a wrong signature'],
  ]
  return breaches.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
}
