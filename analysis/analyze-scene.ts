import type { FaceModel } from '../domain/faces/face-model.ts'
import type { DocumentSideFacts } from '../domain/facts.ts'
import { assertImage, type Image } from '../domain/image.ts'
import type { SceneAnalysis, SceneToAnalyze } from '../domain/scene-analysis.ts'
import { readDocumentSide } from './document/read-document.ts'
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
  const { facts, cardCrop } = await readDocumentSide(engine, {
    frames: scene.frames.map((frame) => frame.image),
    side: scene.scene === 'document-front' ? 'front' : 'back',
    today: scene.today,
  })
  if (facts.side === 'back' || cardCrop === null) return { facts, crop: cardCrop, portrait: null }
  return await addPortrait(engine, facts, cardCrop)
}

async function addPortrait(engine: Engine, facts: DocumentSideFacts, card: Image): Promise<SceneAnalysis> {
  const models = [...facts.models, ...engine.uses(['face-detection', 'face-mesh', 'face-embedding'])]
  const upright = await findPortrait(engine, card)
  // A card whose zone does not tell may lie upside down: then its portrait does.
  const turnedCard = facts.mrz?.checksValid ? null : rotateImage(card, 2)
  const turned = turnedCard && (await findPortrait(engine, turnedCard))
  if (turnedCard && turned && turned.confidence > (upright?.confidence ?? 0)) {
    const turnedFacts = { ...facts, models, card: facts.card && turnHalf(facts.card) }
    return join(engine.faceModel, turnedFacts, { card: turnedCard, portrait: turned })
  }
  if (upright === null) return { facts: { ...facts, models }, crop: card, portrait: null }
  return join(engine.faceModel, { ...facts, models }, { card, portrait: upright })
}

function join(
  { name, bands }: FaceModel,
  facts: DocumentSideFacts,
  { card, portrait }: { card: Image; portrait: Portrait },
): SceneAnalysis {
  const { crop, ...seen } = portrait
  return {
    facts: { ...facts, portrait: { ...seen, templateModel: name, templateBands: bands } },
    crop: card,
    portrait: crop,
  }
}

function turnHalf(card: NonNullable<DocumentSideFacts['card']>): DocumentSideFacts['card'] {
  const [a, b, c, d] = card.quad
  return { ...card, quad: [c, d, a, b] }
}
