import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Figure, Topic, TopicReport } from './figure.ts'
import { recordedSample } from './sample-of.ts'

const FOLDER = resolve(import.meta.dirname, '../../results/accuracy')

/** Replaces what is recorded of a topic: its tables under the head of the run, its figures, and what checks said. Throws when two have one name. */
export async function keepResults(topic: Topic, report: TopicReport & { head: string }): Promise<void> {
  const names = report.figures.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new Error(`Two figures of ${topic} are named "${twice}"`)
  await mkdir(FOLDER, { recursive: true })
  await writeFile(join(FOLDER, `${topic}.md`), `${report.head.trim()}\n\n${report.text.trim()}\n`)
  await writeFile(join(FOLDER, `${topic}.json`), `${JSON.stringify(report.figures, null, 2)}\n`)
  if (!report.checks) return
  await writeFile(join(FOLDER, `${topic}-checks.json`), `${JSON.stringify(report.checks, null, 2)}\n`)
}

/** The figures recorded of a topic; none before its first recorded run. */
export async function recordedFigures(topic: Topic): Promise<Figure[]> {
  const text = await readFile(join(FOLDER, `${topic}.json`), 'utf8').catch(() => '[]')
  return JSON.parse(text) as Figure[]
}

/** How the sample of a recorded topic differs from the one by default; empty where it does not. */
export async function sampleRecorded(topic: Topic): Promise<string> {
  return recordedSample(await readFile(join(FOLDER, `${topic}.md`), 'utf8').catch(() => ''))
}
