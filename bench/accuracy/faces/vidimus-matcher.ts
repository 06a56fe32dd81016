import type { Engine } from '../../../analysis/engine.ts'
import { findPortrait } from '../../../analysis/face/find-portrait.ts'
import { readFace } from '../../../analysis/face/read-face.ts'
import { judgeLikeness } from '../../../domain/faces/judge-likeness.ts'
import { similarity } from '../../../domain/similarity.ts'
import type { FaceMatcher, KnownFace } from './face-matcher.ts'

/** Our own reading of faces and portraits, judged as the service does it. */
export function vidimusMatcher(engine: Engine): FaceMatcher {
  const { name, bands } = engine.faceModel
  const score = (a: KnownFace, b: KnownFace) => similarity(a.template, b.template)
  return {
    name: `Vidimus, ${name}`,
    isOurs: true,
    live: async (image) => {
      const { facts } = await readFace(engine, { frames: [{ image, timeMs: 0 }], challenge: null })
      const { best, template } = facts
      return best && template && { template, quality: best.quality, widthPx: best.box.width }
    },
    portrait: async (card) => {
      const found = await findPortrait(engine, card)
      return found && { template: found.template, quality: found.quality, widthPx: found.faceWidthPx }
    },
    score,
    band: (a, b) => judgeLikeness(score(a, b), bands, [a, b]),
    close: async () => undefined,
  }
}
