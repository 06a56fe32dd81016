import { lumaPlane } from '../../../analysis/image/luma-plane.ts'
import type { Plane } from '../../../analysis/image/plane.ts'
import { resizePlane } from '../../../analysis/image/resize-plane.ts'
import type { Box, Image } from '../../../domain/image.ts'
import { sweepPlane } from './_sweep-plane.ts'

/** Height at which pictures are searched, px. */
const SEARCH_HEIGHT = 600
/** Dark characters on light paper are smaller than this, px. */
const CHARACTER_WINDOW = { width: 21, height: 7 }
/** Lines of a zone grow together over this distance, px. */
const ZONE_WINDOW = { width: 25, height: 25 }
/** Thin rests are taken away, px. */
const THIN_WINDOW = { width: 7, height: 7 }
/** A strip is at least this many times wider than high, and this share of the picture's width. */
const MIN_ASPECT = 4
const MIN_SHARE = 0.6
/** Room around the strip, share of the picture's sides. */
const ROOM = 0.03

/**
 * Where a zone may be, as PassportEye looks for it: black-hat, gradient along the lines, closing, threshold, closing,
 * and the lowest long strip of what is left. Null when there is none.
 */
export function findZoneStrip(image: Image): Box | null {
  const scale = SEARCH_HEIGHT / image.height
  const size = { width: Math.max(1, Math.round(image.width * scale)), height: SEARCH_HEIGHT }
  const luma = resizePlane(lumaPlane(image), size)
  const edges = close(alongGradient(blackHat(luma)), CHARACTER_WINDOW)
  const grown = sweepPlane(close(threshold(edges), ZONE_WINDOW), 'least', THIN_WINDOW)
  const strips = regionBoxes(grown).filter(
    (box) => box.width > MIN_ASPECT * box.height && box.width > MIN_SHARE * size.width,
  )
  const lowest = strips.reduce<Box | null>(
    (best, box) => (best === null || box.y > best.y ? box : best),
    null,
  )
  return lowest && withRoom(lowest, scale, image)
}

function close(plane: Plane, window: { width: number; height: number }): Plane {
  return sweepPlane(sweepPlane(plane, 'greatest', window), 'least', window)
}

function blackHat(luma: Plane): Plane {
  const closed = close(luma, CHARACTER_WINDOW)
  return { ...luma, data: closed.data.map((value, i) => value - luma.data[i]) }
}

function alongGradient({ data, width, height }: Plane): Plane {
  const out = new Uint8Array(data.length)
  for (let at = 1; at < data.length - 1; at++) out[at] = Math.abs(data[at + 1] - data[at - 1])
  return { data: out, width, height }
}

/** 1 above the threshold that parts the values best (Otsu, IEEE SMC 1979), else 0. */
function threshold(plane: Plane): Plane {
  const counts = new Float64Array(256)
  for (const value of plane.data) counts[Math.min(255, Math.max(0, Math.round(value)))]++
  const total = plane.data.length
  const sum = counts.reduce((all, count, value) => all + count * value, 0)
  let best = { spread: -1, level: 0 }
  let below = 0
  let sumBelow = 0
  for (let level = 0; level < 255; level++) {
    below += counts[level]
    sumBelow += counts[level] * level
    if (below === 0 || below === total) continue
    const apart = sumBelow / below - (sum - sumBelow) / (total - below)
    const spread = below * (total - below) * apart ** 2
    if (spread > best.spread) best = { spread, level }
  }
  return { ...plane, data: plane.data.map((value) => (value > best.level ? 1 : 0)) }
}

/** Boxes around what hangs together. */
function regionBoxes({ data, width, height }: Plane): Box[] {
  const isSeen = new Uint8Array(data.length)
  const boxes: Box[] = []
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || isSeen[start] === 1) continue
    boxes.push(boxAround(start, { data, isSeen, width, height }))
  }
  return boxes
}

function boxAround(
  start: number,
  map: { data: Uint8Array; isSeen: Uint8Array; width: number; height: number },
): Box {
  const { data, isSeen, width } = map
  const open = [start]
  isSeen[start] = 1
  let [left, right, top, bottom] = [width, 0, map.height, 0]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width
    const y = (at - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    const around = [at - width, at + width, x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1]
    for (const next of around) {
      if (data[next] !== 1 || isSeen[next] === 1) continue
      isSeen[next] = 1
      open.push(next)
    }
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

function withRoom(box: Box, scale: number, image: Image): Box {
  const x = Math.max(0, Math.round(box.x / scale - ROOM * image.width))
  const y = Math.max(0, Math.round(box.y / scale - ROOM * image.height))
  return {
    x,
    y,
    width: Math.min(image.width - x, Math.round(box.width / scale + 2 * ROOM * image.width)),
    height: Math.min(image.height - y, Math.round(box.height / scale + 2 * ROOM * image.height)),
  }
}
