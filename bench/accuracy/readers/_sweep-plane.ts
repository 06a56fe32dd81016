import type { Plane } from '../../../analysis/image/plane.ts'

/** Keeps the greatest or the least of what a window of a plane holds. */
export type Sweep = 'greatest' | 'least'

/** Dilates or erodes a plane by a rectangle of odd sides. */
export function sweepPlane(plane: Plane, sweep: Sweep, window: { width: number; height: number }): Plane {
  const rows = sweepRows(plane, sweep, window.width)
  return transpose(sweepRows(transpose(rows), sweep, window.height))
}

function sweepRows({ data, width, height }: Plane, sweep: Sweep, length: number): Plane {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    out.set(sweepRow(data.subarray(y * width, (y + 1) * width), sweep, length), y * width)
  }
  return { data: out, width, height }
}

/** Running values of blocks of the window's length: any window is the end of one and the start of the next. */
function sweepRow(row: Uint8Array, sweep: Sweep, length: number): Uint8Array {
  const pick = sweep === 'greatest' ? Math.max : Math.min
  const padded = new Uint8Array(Math.ceil((row.length + length) / length) * length)
  padded.fill(sweep === 'greatest' ? 0 : 255)
  padded.set(row, (length - 1) / 2)
  const starts = padded.slice()
  const ends = padded.slice()
  for (let i = 1; i < padded.length; i++) if (i % length !== 0) starts[i] = pick(starts[i - 1], padded[i])
  for (let i = padded.length - 2; i >= 0; i--) {
    if (i % length !== length - 1) ends[i] = pick(ends[i + 1], padded[i])
  }
  return row.map((_, x) => pick(ends[x], starts[x + length - 1]))
}

function transpose({ data, width, height }: Plane): Plane {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]
  }
  return { data: out, width: height, height: width }
}
