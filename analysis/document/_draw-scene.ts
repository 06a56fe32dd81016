import type { Image, Quad } from '../../domain/image.ts'
import { homographyOntoQuad } from '../image/homography.ts'

/** What a camera shows to a test: a desk, a card on it or none, and what went wrong. */
export interface DrawnScene {
  /** Corners of the card; null leaves the desk empty. */
  card: Quad | null
  /** Sheets, keys and dark things on the desk. */
  desk?: 'plain' | 'cluttered'
  /** Length of the smear along each axis, px. */
  smear?: { x: number; y: number }
  /** Factor on the light. */
  light?: number
  /** Radius of a burnt-out spot in the middle of the card, share of its width. */
  glare?: number
  seed?: number
}

/** Size of a drawn scene, px. */
export const SCENE_SIZE = { width: 1280, height: 720 }

/** Draws a frame of a document scene, for tests: a light card with rows of dark strokes over a darker desk. */
export function drawScene(scene: DrawnScene): Image {
  const { card, desk = 'plain', smear = { x: 1, y: 1 }, light = 1, glare = 0, seed = 1 } = scene
  const random = linearCongruence(seed)
  const levels = new Float32Array(SCENE_SIZE.width * SCENE_SIZE.height).fill(90)
  if (desk === 'cluttered') scatterThings(levels, random)
  if (card) layCard(levels, card)
  if (card && glare > 0) shine(levels, card, glare)
  smearLevels(levels, { length: smear.x, step: 1, line: SCENE_SIZE.width })
  smearLevels(levels, { length: smear.y, step: SCENE_SIZE.width, line: SCENE_SIZE.height })
  const data = new Uint8Array(levels.length * 3)
  for (let i = 0; i < levels.length; i++) {
    const level = Math.max(0, Math.min(255, levels[i] * light + 4 * (random() - 0.5)))
    data.fill(level, i * 3, i * 3 + 3)
  }
  return { data, ...SCENE_SIZE }
}

/** Numbers from 0 to 1 that follow from the seed (Numerical Recipes, 3rd ed., §7.1). */
function linearCongruence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function scatterThings(levels: Float32Array, random: () => number): void {
  for (let thing = 0; thing < 9; thing++) {
    const corner = { x: random() * 1400 - 200, y: random() * 800 - 150 }
    fillBox(levels, {
      ...corner,
      width: 40 + random() * 460,
      height: 20 + random() * 380,
      level: random() * 245,
    })
  }
  for (let key = 0; key < 60; key++) {
    const place = { x: 700 + (key % 12) * 40, y: 420 + Math.floor(key / 12) * 40 }
    fillBox(levels, { ...place, width: 34, height: 34, level: 30 })
  }
}

function fillBox(
  levels: Float32Array,
  box: { x: number; y: number; width: number; height: number; level: number },
): void {
  const left = Math.max(0, Math.round(box.x))
  const right = Math.min(SCENE_SIZE.width, Math.round(box.x + box.width))
  for (let y = Math.max(0, Math.round(box.y)); y < Math.min(SCENE_SIZE.height, box.y + box.height); y++) {
    if (right > left) levels.fill(box.level, y * SCENE_SIZE.width + left, y * SCENE_SIZE.width + right)
  }
}

function layCard(levels: Float32Array, card: Quad): void {
  const [a, b, c, d, e, f, g, h] = homographyOntoQuad({ width: 1, height: 1 }, card)
  for (let i = 0; i < levels.length; i++) {
    const x = (i % SCENE_SIZE.width) + 0.5
    const y = Math.floor(i / SCENE_SIZE.width) + 0.5
    // The adjugate undoes the map up to a factor.
    const depth = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d)
    const u = ((e - f * h) * x + (c * h - b) * y + (b * f - c * e)) / depth
    const v = ((f * g - d) * x + (a - c * g) * y + (c * d - a * f)) / depth
    if (u >= 0 && u <= 1 && v >= 0 && v <= 1) levels[i] = printAt(u, v)
  }
}

/** Rows of strokes of uneven spacing on a light ground. */
function printAt(u: number, v: number): number {
  const isRow = u > 0.07 && u < 0.93 && v > 0.1 && v < 0.92 && (v * 14) % 1 < 0.45
  const column = Math.floor(u * 130)
  const isStroke = (column * column * 7 + Math.floor(v * 14) * 13) % 5 < 2
  return isRow && isStroke ? 45 : 220
}

function shine(levels: Float32Array, card: Quad, share: number): void {
  const center = { x: (card[0].x + card[2].x) / 2, y: (card[0].y + card[2].y) / 2 }
  const radius = share * (card[1].x - card[0].x)
  for (let i = 0; i < levels.length; i++) {
    const distance = Math.hypot(
      (i % SCENE_SIZE.width) - center.x,
      Math.floor(i / SCENE_SIZE.width) - center.y,
    )
    levels[i] += Math.max(0, 500 * (1 - distance / radius))
  }
}

/** Running means along every line of one direction. */
function smearLevels(levels: Float32Array, way: { length: number; step: number; line: number }): void {
  const { length, step, line } = way
  if (length <= 1) return
  const before = levels.slice()
  const reach = length >> 1
  for (let i = 0; i < levels.length; i++) {
    const along = Math.floor(i / step) % line
    let sum = 0
    for (let off = -reach; off <= reach; off++) {
      sum += before[i + (Math.min(line - 1, Math.max(0, along + off)) - along) * step]
    }
    levels[i] = sum / (2 * reach + 1)
  }
}
