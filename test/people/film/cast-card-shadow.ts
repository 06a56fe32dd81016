import type { Point } from '../../../domain/image.ts'
import { clamp, rise } from '../curve.ts'
import type { LightFrame } from './light-frame.ts'
import type { PlacedCard } from './place-card.ts'

/** How far the shadow falls to the lower right, how soft it is, px, and how dark, 0-1. */
const SHADOW = { offset: { x: 10, y: 16 }, softness: 34, darkness: 0.5 }

/** Darkens the desk round a card that is held over it. */
export function castCardShadow(frame: LightFrame, card: PlacedCard): void {
  const shifted = card.map(({ x, y }) => ({ x: x + SHADOW.offset.x, y: y + SHADOW.offset.y }))
  for (let y = 0, at = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++, at += 3) {
      const outside = distanceOutside(shifted, x, y)
      if (outside >= SHADOW.softness) continue
      const light = 1 - SHADOW.darkness * rise(SHADOW.softness, 0, outside)
      for (let channel = 0; channel < 3; channel++) frame.data[at + channel] *= light
    }
  }
}

/** Distance from a convex outline that runs clockwise in the image, px; 0 inside it. */
function distanceOutside(outline: Point[], x: number, y: number): number {
  let isInside = true
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0; i < outline.length; i++) {
    const from = outline[i]
    const to = outline[(i + 1) % outline.length]
    const dx = to.x - from.x
    const dy = to.y - from.y
    if ((x - from.x) * dy > (y - from.y) * dx) isInside = false
    const along = clamp(((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy))
    const offX = x - from.x - along * dx
    const offY = y - from.y - along * dy
    nearest = Math.min(nearest, offX * offX + offY * offY)
  }
  return isInside ? 0 : Math.sqrt(nearest)
}
