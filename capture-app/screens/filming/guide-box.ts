import type { PreviewBox, Size } from './preview-box.ts'

/** What the guide frame is shaped like. */
export type GuideShape = 'card' | 'passport-page' | 'face'

/** Width by height: ID-1 (ISO/IEC 7810 §5.1.1: 85.60 x 53.98 mm), ID-3 (125 x 88 mm), and a head with some room. */
const SHAPES: Readonly<Record<GuideShape, number>> = {
  card: 85.6 / 53.98,
  'passport-page': 125 / 88,
  face: 0.76,
}

/** A document must fill the picture: below 71 % of its width small print is lost. A face needs room to turn. */
const LARGEST_SHARES: Readonly<Record<'document' | 'face', Size>> = {
  document: { width: 0.92, height: 0.86 },
  face: { width: 0.7, height: 0.72 },
}

/** The guide frame in a preview: centred, as large as its shares allow; CSS pixels from the preview's top left. */
export function guideBox(preview: Size, shape: GuideShape): PreviewBox {
  const shares = LARGEST_SHARES[shape === 'face' ? 'face' : 'document']
  const widest = Math.min(preview.width * shares.width, preview.height * shares.height * SHAPES[shape])
  const width = Math.round(widest)
  const height = Math.round(widest / SHAPES[shape])
  return {
    left: Math.round((preview.width - width) / 2),
    top: Math.round((preview.height - height) / 2),
    width,
    height,
  }
}
