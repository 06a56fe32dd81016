import { COMMENTS } from '../../../domain/comment.ts'
import { FACE_BANDS } from '../../../domain/face-bands.ts'
import { judgeLikeness, type MatchBand } from '../../../domain/faces/judge-likeness.ts'
import type { FaceFacts, PortraitFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { similarity } from '../../../domain/similarity.ts'
import type { AttemptFacts } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid, reasonOfFraud, VALID } from './finding.ts'

/**
 * Whether the live face is the face on the document (1:1). Judged by the bands that were kept with the templates: those of
 * the model that made them.
 */
export function checkMatch({ front, face, product }: AttemptFacts): Finding {
  const unknown = cannotTell({ comment: COMMENTS.matchNotVerified })
  if (typeof front === 'string' || typeof face === 'string' || !front.portrait) return unknown
  const band = bandOf(front.portrait, face, likenessOf({ front, face }))
  if (band === 'accept') return VALID
  if (band !== 'reject') return unknown
  const reasonCode = reasonOfFraud(product, REASON_CODES.notTheOwner)
  return invalid({ reasonCode, comment: COMMENTS.matchNotVerified })
}

/** How alike the live face and the portrait are, -1..1; null where they cannot be compared. */
export function likenessOf({ front, face }: Pick<AttemptFacts, 'front' | 'face'>): number | null {
  if (typeof front === 'string' || typeof face === 'string') return null
  const { portrait } = front
  if (!portrait || !face.template || portrait.templateModel !== face.templateModel) return null
  return similarity(portrait.template, face.template)
}

function bandOf(portrait: PortraitFacts, face: FaceFacts, likeness: number | null): MatchBand | null {
  const bands = portrait.templateBands ?? FACE_BANDS[portrait.templateModel]
  if (!bands || likeness === null) return null
  return judgeLikeness(likeness, bands, [
    { quality: portrait.quality ?? null, widthPx: portrait.faceWidthPx ?? null },
    { quality: face.best?.quality ?? null, widthPx: face.best?.box.width ?? null },
  ])
}
