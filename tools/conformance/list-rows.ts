import { readdir } from 'node:fs/promises'
import type { ConformanceRow } from './conformance-row.ts'

const ROWS = new URL('./rows/', import.meta.url)

/** A topic of the API text and its rows, in the order of the text. */
export interface ConformanceTopic {
  topic: string
  rows: ConformanceRow[]
}

/** Every row there is, topic by topic; a file of `rows/` is a topic. */
export async function listRows(): Promise<ConformanceTopic[]> {
  const files = (await readdir(ROWS).catch(() => [])).filter((name) => name.endsWith('-rows.ts')).sort()
  return Promise.all(
    files.map(async (name) => {
      const exported: Record<string, readonly ConformanceRow[]> = await import(new URL(name, ROWS).href)
      const rows = Object.values(exported).flat()
      return { topic: name.replace(/-rows\.ts$/, ''), rows: rows.toSorted((a, b) => a.line - b.line) }
    }),
  )
}
