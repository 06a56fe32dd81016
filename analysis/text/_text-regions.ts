import type { Point } from '../../domain/image.ts'

/** A connected stretch of likely text in a map of probabilities. */
export interface TextRegion {
  /** Corners of the outermost pixels of every row, map px. */
  outline: Point[]
  /** Mean probability, 0-1. */
  confidence: number
}

/** Probabilities of text, row by row. */
export interface TextMap {
  data: Float32Array
  width: number
  height: number
}

/** Regions looked at at most; a page has a few hundred words. */
const MAX_REGIONS = 1000

/** The connected regions whose pixels all exceed a probability. */
export function textRegions(map: TextMap, threshold: number): TextRegion[] {
  const seen = new Uint8Array(map.data.length)
  const regions: TextRegion[] = []
  for (let start = 0; start < map.data.length && regions.length < MAX_REGIONS; start++) {
    if (seen[start] === 0 && map.data[start] > threshold) {
      regions.push(growRegion(map, { start, threshold, seen }))
    }
  }
  return regions
}

function growRegion(
  { data, width, height }: TextMap,
  { start, threshold, seen }: { start: number; threshold: number; seen: Uint8Array },
): TextRegion {
  const rows = new Map<number, { left: number; right: number }>()
  const stack = [start]
  seen[start] = 1
  let [sum, count] = [0, 0]
  const visit = (next: number) => {
    if (seen[next] === 1 || data[next] <= threshold) return
    seen[next] = 1
    stack.push(next)
  }
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width
    const y = (at - x) / width
    sum += data[at]
    count++
    widenRow(rows, x, y)
    if (x > 0) visit(at - 1)
    if (x < width - 1) visit(at + 1)
    if (y > 0) visit(at - width)
    if (y < height - 1) visit(at + width)
  }
  return { outline: outlineOf(rows), confidence: sum / count }
}

function widenRow(rows: Map<number, { left: number; right: number }>, x: number, y: number): void {
  const row = rows.get(y)
  if (row === undefined) rows.set(y, { left: x, right: x })
  else if (x < row.left) row.left = x
  else if (x > row.right) row.right = x
}

function outlineOf(rows: Map<number, { left: number; right: number }>): Point[] {
  const outline: Point[] = []
  for (const [y, { left, right }] of rows) {
    for (const x of [left, right + 1]) outline.push({ x, y }, { x, y: y + 1 })
  }
  return outline
}
