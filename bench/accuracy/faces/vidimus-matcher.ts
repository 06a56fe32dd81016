import type { Engine } from '../../../analysis/engine.ts'
import { findPortrait } from '../../../analysis/face/find-portrait.ts'
import { readFace } from '../../../analysis/face/read-face.ts'
import { TEMPLATE_MODEL } from '../../../analysis/face/template/embed-face.ts'
import { FACE_BANDS } from '../../../domain/face-bands.ts'
import { similarity } from '../../../domain/similarity.ts'
import type { FaceMatcher, KnownFace } from './face-matcher.ts'

/** Our own reading of faces and portraits, as the service does it. */
export function vidimusMatcher(engine: Engine): FaceMatcher {
  const bands = FACE_BANDS[TEMPLATE_MODEL]
  const score = (a: KnownFace, b: KnownFace) => similarity(a.template, b.template)
  return {
    name: 'Vidimus',
    isOurs: true,
    live: async (image) => {
      const { facts } = await readFace(engine, { frames: [{ image, timeMs: 0 }], challenge: null })
      return facts.template && { template: facts.template, worth: null }
    },
    portrait: async (card) => {
      const found = await findPortrait(engine, card)
      return found && { template: found.template, worth: null }
    },
    score,
    band: (a, b) => {
      const value = score(a, b)
      if (value >= bands.accept) return 'accept'
      return value < bands.reject ? 'reject' : 'review'
    },
    close: async () => undefined,
  }
}
