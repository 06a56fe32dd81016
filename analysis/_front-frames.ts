import type { MrzFacts } from '../domain/facts.ts'
import type { Image } from '../domain/image.ts'
import { rectifyCard } from './document/card/rectify-card.ts'
import { seeCard } from './document/card/see-card.ts'
import type { Engine } from './engine.ts'
import { findPortrait } from './face/find-portrait.ts'
import { rotateImage } from './image/rotate-image.ts'

/** Frames looked at, evenly over the scene: 0.2-0.4 s each. */
const MOST_LOOKS = 8

/** Whether a zone is one that stands on backs alone (TD1, ICAO 9303-5 §4.1), with its digits. */
export function isZoneOfBacks(mrz: MrzFacts | null): boolean {
  return mrz?.format === 'TD1' && mrz.checksValid
}

/** The frames of a scene whose card shows a portrait, the one way up or the other: fronts have it, and few backs. */
export async function frontFrames(engine: Engine, frames: readonly Image[]): Promise<Image[]> {
  const step = Math.max(1, frames.length / MOST_LOOKS)
  const looked = frames.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
  const fronts: Image[] = []
  for (const frame of looked) {
    const { card } = seeCard(frame)
    if (card && (await hasPortrait(engine, rectifyCard(frame, card)))) fronts.push(frame)
  }
  return fronts
}

async function hasPortrait(engine: Engine, card: Image): Promise<boolean> {
  for (const view of [card, rotateImage(card, 2)])
    if ((await findPortrait(engine, view)) !== null) return true
  return false
}
