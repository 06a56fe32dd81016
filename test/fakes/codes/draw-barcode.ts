import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { Symbology } from '../../../domain/document/barcode-facts.ts'
import type { Image } from '../../../domain/image.ts'

const PROGRAM = new URL('../../../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm', import.meta.url)

/** The module is one for a thread. */
let isPrepared = false

/** Draws a code, `modulePixels` for each of its modules, with a quiet zone. */
export async function drawBarcode(
  content: string | Uint8Array,
  { symbology, modulePixels = 4 }: { symbology: Symbology; modulePixels?: number },
): Promise<Image> {
  if (!isPrepared) prepareZXingModule({ overrides: { wasmBinary: (await readFile(PROGRAM)).slice().buffer } })
  isPrepared = true
  // Codes on documents are square where their kind may be either.
  const options = symbology === 'DataMatrix' ? 'forceSquare' : ''
  const { image, error } = await writeBarcode(content, { format: symbology, scale: modulePixels, options })
  if (!image) throw new Error(`Cannot draw the code: ${error}`)
  const { data, info } = await sharp(await image.arrayBuffer())
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

/** A card of pale colour, 1200 px wide as a rectified one is, with pictures pasted where they are wanted. */
export async function pasteOnCard(pasted: readonly { image: Image; x: number; y: number }[]): Promise<Image> {
  const card = sharp({ create: { width: 1200, height: 757, channels: 3, background: '#e6ecea' } })
  const layers = pasted.map(({ image, x, y }) => ({
    input: Buffer.from(image.data),
    raw: { width: image.width, height: image.height, channels: 3 as const },
    left: x,
    top: y,
  }))
  const { data, info } = await card
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}
