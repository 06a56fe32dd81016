import { readFile } from 'node:fs/promises'
import { readCpuSeconds, TICKS_PER_SECOND } from './process-tree.ts'

/** Counts how many cores processes outside the bench keep busy: above 0 the machine is not the bench's own. */
export async function watchOthers(): Promise<{ end(): Promise<number> }> {
  const startedAtMs = performance.now()
  const before = await readOthersSeconds()
  return {
    end: async () => {
      const seconds = (await readOthersSeconds()) - before
      return Math.max(0, (seconds * 1000) / (performance.now() - startedAtMs))
    },
  }
}

/** Busy time of the machine less that of the bench with service, senders and browsers, all its descendants. */
async function readOthersSeconds(): Promise<number> {
  const own = Object.values(await readCpuSeconds(process.pid)).reduce((total, part) => total + part, 0)
  return parseBusySeconds(await readFile('/proc/stat', 'utf8')) - own
}

/** Busy time of all cores since boot by the first line of `/proc/stat` (proc_stat(5)), s; waiting is not busy. */
export function parseBusySeconds(stat: string): number {
  const [user, nice, system, , , irq, softirq, steal] = stat.split('\n')[0].split(/ +/).slice(1).map(Number)
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND
}
