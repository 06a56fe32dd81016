import type { Box, Image } from '../domain/image.ts'
import { similarity } from '../domain/similarity.ts'
import { rectifyCard } from './document/card/rectify-card.ts'
import type { CardSight } from './document/card/see-card.ts'
import type { Engine } from './engine.ts'
import { type Portrait, readPortrait } from './face/find-portrait.ts'
import { meanTemplate } from './face/template/mean-template.ts'
import { rotateImage } from './image/rotate-image.ts'

/** Other frames that are looked at, and most of them whose portrait counts: 0.15 s each. */
const MOST_LOOKS = 4
const MOST_VIEWS = 2

/** Two templates nearer than this are of one and the same frame. */
const SAME_FRAME = 0.9999

/**
 * The template of a portrait over several frames: reflections and the colours of holograms wander over it as the card moves, and a
 * mean of templates forgets them (decision 50). What another frame shows counts only when it is surely the same face.
 */
export async function seePortraitAgain(
  engine: Engine,
  { portrait, card, others }: { portrait: Portrait; card: Image; others: readonly CardSight[] },
): Promise<{ template: number[]; views: number }> {
  const templates = [portrait.template]
  for (const { frame, card: quad } of others.slice(0, MOST_LOOKS)) {
    if (templates.length > MOST_VIEWS) break
    if (quad === null) continue
    const found = await readSameFace(engine, rectifyCard(frame, quad), { portrait, card })
    if (found) templates.push(found)
  }
  return { template: meanTemplate(templates), views: templates.length }
}

/** The template of the same face at the same place, the card the one way up or the other; null when it is not there. */
async function readSameFace(
  engine: Engine,
  again: Image,
  { portrait, card }: { portrait: Portrait; card: Image },
): Promise<number[] | null> {
  const box = scaleBox(portrait.faceBox, again.width / card.width, again.height / card.height)
  for (const view of [again, rotateImage(again, 2)]) {
    const template = (await readPortrait(engine, view, box))?.template
    const likeness = template ? similarity(template, portrait.template) : -1
    if (template && likeness >= engine.faceModel.bands.accept && likeness < SAME_FRAME) return template
  }
  return null
}

function scaleBox({ x, y, width, height }: Box, across: number, along: number): Box {
  return { x: x * across, y: y * along, width: width * across, height: height * along }
}
