import type { Engine } from '../../../analysis/engine.ts'

/** Parts of a reading that are told apart: the networks that read, the scanner of codes, and all that is our own. */
export const STAGES = ['detection', 'print', 'zone', 'faces', 'codes', 'pixels'] as const

/** One of them. */
export type Stage = (typeof STAGES)[number]

/** Processor time of one stage, ms, and how often it ran. */
export interface StageCost {
  cpuMs: number
  runs: number
}

/** What one piece of work took: all of it, and by stages. */
export interface Cost {
  cpuMs: number
  stages: Record<Stage, StageCost>
}

const STAGE_OF: Readonly<Record<string, Stage>> = {
  'text-detection': 'detection',
  'text-recognition': 'print',
  'zone-recognition': 'zone',
}

/** Does work with an engine and tells what it took; what no network and no scanner took is called pixels. */
export async function meter(engine: Engine, work: (metered: Engine) => Promise<unknown>): Promise<Cost> {
  const stages = Object.fromEntries(STAGES.map((name) => [name, { cpuMs: 0, runs: 0 }])) as Cost['stages']
  const count = async <T>(stage: StageCost, run: () => Promise<T>): Promise<T> => {
    const before = cpuMs()
    const result = await run()
    stage.cpuMs += cpuMs() - before
    stage.runs++
    return result
  }
  const metered: Engine = {
    ...engine,
    run: (name, input) => count(stages[STAGE_OF[name] ?? 'faces'], () => engine.run(name, input)),
    scanBarcodes: (image) => count(stages.codes, () => engine.scanBarcodes(image)),
  }
  const before = cpuMs()
  await work(metered)
  const total = cpuMs() - before
  const told = STAGES.reduce((sum, name) => sum + stages[name].cpuMs, 0)
  stages.pixels = { cpuMs: total - told, runs: 1 }
  return { cpuMs: total, stages }
}

/** Processor time of this process, all threads, ms; the clock's time would tell of others on the machine. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
