import { readdir, readFile } from 'node:fs/promises'

/** Kernel clock ticks a second as /proc tells times, the same on every Linux (proc_pid_stat(5), USER_HZ). */
export const TICKS_PER_SECOND = 100
const BYTES_PER_KB = 1024

/** One process as /proc tells. */
interface ProcessEntry {
  processId: number
  parentId: number
  name: string
  /** User and system time, its own and that of children it has waited for, s. */
  cpuSeconds: number
}

/** Memory of a process and all that descend from it, at one moment. */
export interface TreeMemory {
  /** Sum of resident memory; pages that processes share count in each. */
  residentBytes: number
  /** Sum of proportional memory: a page that n processes share counts 1/n in each. */
  proportionalBytes: number
}

/** User and system time since the start of each part of the service, ended children included, s. */
export type CpuSeconds = Record<'serve' | 'media' | 'worker' | 'postgres', number>

/** Adds up the memory of a process tree out of /proc. Linux only; a process that ends meanwhile is left out. */
export async function readTreeMemory(rootId: number): Promise<TreeMemory> {
  const tree = await readTree(rootId)
  const memories = await Promise.all(tree.map(({ processId }) => readMemory(processId)))
  return {
    residentBytes: sum(memories.map(({ residentBytes }) => residentBytes)),
    proportionalBytes: sum(memories.map(({ proportionalBytes }) => proportionalBytes)),
  }
}

/** Adds up the processor time of a process tree by part of the service. Linux only. */
export async function readCpuSeconds(rootId: number): Promise<CpuSeconds> {
  const cpu: CpuSeconds = { serve: 0, media: 0, worker: 0, postgres: 0 }
  for (const entry of await readTree(rootId)) cpu[await partOf(entry)] += entry.cpuSeconds
  return cpu
}

/** A role's process is told its role as its last argument; all else but the database belongs to the parent. */
async function partOf({ processId, name }: ProcessEntry): Promise<keyof CpuSeconds> {
  if (name.startsWith('postgres')) return 'postgres'
  const words = await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => '')
  const role = words.split('\0').findLast((word) => word !== '')
  return role === 'media' || role === 'worker' ? role : 'serve'
}

async function readTree(rootId: number): Promise<ProcessEntry[]> {
  return descendantsOf(rootId, await readProcesses())
}

/** Parses a line of `/proc/<pid>/stat` (proc_pid_stat(5)); a name may hold spaces and brackets. */
export function parseStat(line: string): ProcessEntry {
  const open = line.indexOf('(')
  const close = line.lastIndexOf(')')
  const fields = line.slice(close + 2).split(' ')
  // Fields 14 to 17 are utime, stime, cutime, cstime; the list here begins with field 3.
  const ticks = fields.slice(11, 15).map(Number)
  return {
    processId: Number(line.slice(0, open)),
    parentId: Number(fields[1]),
    name: line.slice(open + 1, close),
    cpuSeconds: sum(ticks) / TICKS_PER_SECOND,
  }
}

async function readProcesses(): Promise<ProcessEntry[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')))
  return lines.filter((line) => line !== '').map(parseStat)
}

function descendantsOf(rootId: number, processes: ProcessEntry[]): ProcessEntry[] {
  const tree = processes.filter(({ processId }) => processId === rootId)
  for (const { processId } of tree) {
    tree.push(...processes.filter(({ parentId }) => parentId === processId))
  }
  return tree
}

async function readMemory(processId: number): Promise<TreeMemory> {
  const text = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8').catch(() => '')
  const kilobytes = (field: string) => Number(new RegExp(`^${field}: +(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
  return {
    residentBytes: kilobytes('Rss') * BYTES_PER_KB,
    proportionalBytes: kilobytes('Pss') * BYTES_PER_KB,
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
