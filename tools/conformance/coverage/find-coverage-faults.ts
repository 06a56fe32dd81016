import type { ConformanceRow } from '../conformance-row.ts'
import type { TextPart } from './text-parts.ts'

/** What of the text has to be accounted for, and what accounts for it. */
export interface Coverage {
  /** Ranges of lines, separated by spaces. */
  written: string
  parts: readonly TextPart[]
  rows: readonly ConformanceRow[]
}

/** What is not accounted for: a written line with neither row nor reason, or with both, or that leads to no row. */
export function findCoverageFaults({ written, parts, rows }: Coverage): string[] {
  const lines = readRanges(written)
  const owned = new Set(rows.map(({ line }) => line))
  const explained = countExplained(parts)
  const isWritten = new Set(lines)
  return [
    ...lines
      .filter((line) => !owned.has(line) && !explained.has(line))
      .map((line) => `Line ${line} of the text has neither a row nor a reason why it has none`),
    ...lines
      .filter((line) => (explained.get(line) ?? 0) + (owned.has(line) ? 1 : 0) > 1)
      .map((line) => `Line ${line} of the text is accounted for twice`),
    ...rows
      .filter(({ line }) => !isWritten.has(line))
      .map(({ line, rule }) => `Line ${line} of the row "${rule}" is empty`),
    ...parts
      .filter(([, , why]) => typeof why === 'number' && !owned.has(why))
      .map(([from, , why]) => `Line ${from} of the text leads to line ${why}, which has no row`),
  ]
}

/** The lines of a text that have words, as ranges separated by spaces. */
export function writeRanges(text: string): string {
  const ranges: [number, number][] = []
  for (const [index, words] of text.split('\n').entries()) {
    if (words.trim() === '') continue
    const last = ranges.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else ranges.push([index + 1, index + 1])
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(' ')
}

function readRanges(written: string): number[] {
  return written
    .trim()
    .split(/\s+/)
    .flatMap((range) => {
      const [from, to = from] = range.split('-').map(Number)
      return linesOf(from, to)
    })
}

function countExplained(parts: readonly TextPart[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const line of parts.flatMap(([from, to]) => linesOf(from, to))) {
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}

function linesOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
