import type { MrzFormat } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { ZoneReader } from '../readers/zone-reader.ts'
import { editDistance } from './edit-distance.ts'

/** What kind of lines a picture has: a format of zones, or the one line of French licences. */
export type LinesFormat = MrzFormat | 'licence line'

/** Pictures and what their zone says. */
export interface ReadingTask {
  /** What the report groups by: a split, a distortion. */
  group: string
  name: string
  format: LinesFormat
  lines: readonly string[]
  load(): Promise<Image[]>
  /** Of drawn films: whether a reflection burns out a character of the lines in every frame. */
  isBurntOut?(): Promise<boolean>
}

/** How a reader did on one task. */
export interface ReadingOutcome {
  group: string
  name: string
  format: LinesFormat
  /** Width of the pictures, px. */
  width: number
  /** Whether every character is right. */
  isExact: boolean
  linesExact: number
  lines: number
  /** Edits from what was read to what is printed; all characters where nothing was read. */
  edits: number
  characters: number
  isRead: boolean
  checksValid: boolean
  cpuMs: number
}

/** Reads every task, one after the other. */
export async function measureReader(
  reader: ZoneReader,
  tasks: readonly ReadingTask[],
): Promise<ReadingOutcome[]> {
  const outcomes: ReadingOutcome[] = []
  for (const task of tasks) outcomes.push(await measureTask(reader, task))
  return outcomes
}

async function measureTask(reader: ZoneReader, task: ReadingTask): Promise<ReadingOutcome> {
  return measureFrames(reader, task, await task.load())
}

/** Reads frames of a task that are at hand. */
export async function measureFrames(
  reader: ZoneReader,
  task: Omit<ReadingTask, 'load' | 'isBurntOut'>,
  frames: readonly Image[],
): Promise<ReadingOutcome> {
  const before = cpuMs()
  const { lines, checksValid } = await reader.read(frames)
  const read = lines ?? []
  const linesExact = task.lines.filter((line, index) => read[index] === line).length
  return {
    group: task.group,
    name: task.name,
    format: task.format,
    width: frames[0].width,
    isExact: linesExact === task.lines.length && read.length === task.lines.length,
    linesExact,
    lines: task.lines.length,
    edits: task.lines.reduce((sum, line, index) => sum + editDistance(line, read[index] ?? ''), 0),
    characters: task.lines.reduce((sum, line) => sum + line.length, 0),
    isRead: lines !== null,
    checksValid,
    cpuMs: cpuMs() - before,
  }
}

/** Processor time of this process, all threads, ms; the clock's time would tell of others on the machine. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
