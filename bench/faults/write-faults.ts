import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Circumstances } from '../journey/measure/describe-machine.ts'
import type { CountedFaults } from './count-faults.ts'

const PAGE = join(import.meta.dirname, '../results/faults.md')

/** A run of the bench. */
export interface FaultRun {
  date: string
  command: string
  circumstances: Circumstances
  kills: number
  minutes: number
  counted: CountedFaults
}

/** A run as a section of the results page, and what adds it there. */
export function writeFaults(run: FaultRun): { section: string; keep(): Promise<void> } {
  const { date, command, circumstances: machine, kills, minutes, counted } = run
  const repeated = Object.entries(counted.repeated).map(([times, count]) => `${count} came ${times} times`)
  const section = [
    `## ${date}, commit ${machine.commit}, ${kills} kills in ${minutes.toFixed(0)} minutes`,
    '',
    `${machine.cpu}, ${machine.cores} cores; Node ${machine.node}; load before ${machine.loadBefore}; \`${command}\`.`,
    '',
    `- Acknowledged: ${counted.created} creations, ${counted.statuses} status changes; ${counted.webhooks} webhooks came.`,
    `- Lost: ${counted.lostCreations} creations, ${counted.lostStatuses} status changes, ${counted.lostWebhooks} webhooks.`,
    `- Repeated: ${repeated.length > 0 ? repeated.join(', ') : 'none'}; oftener than the kills explain: ${counted.tooOften}.`,
    `- Out of order: ${counted.outOfOrder}; with a wrong signature: ${counted.unsigned}.`,
    '',
  ].join('\n')
  return { section, keep: () => appendFile(PAGE, `\n${section}`) }
}
