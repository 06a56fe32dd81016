import { STILL_FRAMES_MINIMUM } from '../domain/document/still-frames.ts'
import type { DocumentSideFacts } from '../domain/facts.ts'
import { assertImage, type Image } from '../domain/image.ts'
import type { SceneAnalysis, SceneToAnalyze } from '../domain/scene-analysis.ts'
import { cutSignature } from './_cut-signature.ts'
import { frontFrames, isZoneOfBacks } from './_front-frames.ts'
import { seePortraitAgain } from './_see-portrait-again.ts'
import type { CardSight } from './document/card/see-card.ts'
import { type DocumentFrames, readDocumentSide } from './document/read-document.ts'
import type { Engine } from './engine.ts'
import { findPortrait, type Portrait } from './face/find-portrait.ts'
import { readFace } from './face/read-face.ts'
import { rotateImage } from './image/rotate-image.ts'

/**
 * The second door: reads a finished scene into facts, and cuts out the pictures worth keeping. 0.5-2 s.
 * Throws when a frame is no image.
 */
export async function analyzeScene(engine: Engine, scene: SceneToAnalyze): Promise<SceneAnalysis> {
  for (const frame of scene.frames) assertImage(frame.image)
  if (scene.scene === 'face') {
    const { facts, faceCrop } = await readFace(engine, scene)
    return { facts, crop: faceCrop, portrait: null }
  }
  const { cardCrop, bestFrame, others, ...read } = await readSide(engine, {
    frames: scene.frames.map((frame) => frame.image),
    side: scene.scene === 'document-front' ? 'front' : 'back',
    today: scene.today,
  })
  const frameTimeMs = scene.frames.find(({ image }) => image === bestFrame)?.timeMs ?? null
  const facts = { ...read.facts, card: read.facts.card && { ...read.facts.card, frameTimeMs } }
  if (facts.side === 'back' || cardCrop === null) return { facts, crop: cardCrop, portrait: null }
  const analysis = await addPortrait(engine, facts, { card: cardCrop, others })
  return { ...analysis, signature: cutSignature(facts, cardCrop) }
}

/** Reads the side that a scene is of: who turns a card before its front is kept shows the back there too. */
async function readSide(engine: Engine, filmed: DocumentFrames): ReturnType<typeof readDocumentSide> {
  const read = await readDocumentSide(engine, filmed)
  if (filmed.side === 'back' || !isZoneOfBacks(read.facts.mrz)) return read
  const frames = await frontFrames(engine, filmed.frames)
  // Of fewer nobody could tell whether it was a still picture, held beside the back of a card.
  if (frames.length < STILL_FRAMES_MINIMUM || frames.length === filmed.frames.length) return read
  const front = await readDocumentSide(engine, { ...filmed, frames })
  // Some backs have a small portrait too: what still shows their zone is no front.
  return isZoneOfBacks(front.facts.mrz) ? read : front
}

async function addPortrait(
  engine: Engine,
  facts: DocumentSideFacts,
  { card, others }: { card: Image; others: readonly CardSight[] },
): Promise<SceneAnalysis> {
  const models = [...facts.models, ...engine.uses(['face-detection', 'face-mesh', 'face-embedding'])]
  const upright = await findPortrait(engine, card)
  // A card whose zone and print do not tell may lie upside down: then its portrait does.
  const turnedCard = facts.mrz?.checksValid || facts.print ? null : rotateImage(card, 2)
  const turned = turnedCard && (await findPortrait(engine, turnedCard))
  if (turnedCard && turned && turned.confidence > (upright?.confidence ?? 0)) {
    const turnedFacts = { ...facts, models, card: facts.card && turnHalf(facts.card) }
    return await join(engine, turnedFacts, { card: turnedCard, portrait: turned, others })
  }
  if (upright === null) return { facts: { ...facts, models }, crop: card, portrait: null }
  return await join(engine, { ...facts, models }, { card, portrait: upright, others })
}

async function join(
  engine: Engine,
  facts: DocumentSideFacts,
  seen: { card: Image; portrait: Portrait; others: readonly CardSight[] },
): Promise<SceneAnalysis> {
  const { crop, faceBox: _, ...portrait } = seen.portrait
  const { name, bands } = engine.faceModel
  const again = await seePortraitAgain(engine, seen)
  return {
    facts: { ...facts, portrait: { ...portrait, ...again, templateModel: name, templateBands: bands } },
    crop: seen.card,
    portrait: crop,
  }
}

function turnHalf(card: NonNullable<DocumentSideFacts['card']>): DocumentSideFacts['card'] {
  const [a, b, c, d] = card.quad
  return { ...card, quad: [c, d, a, b] }
}
