import {
  prepareZXingModule,
  type ReaderOptions,
  type ReadResult,
  readBarcodes as readSymbols,
} from 'zxing-wasm/reader'
import { SYMBOLOGIES, type Symbology } from '../../domain/document/barcode-facts.ts'
import type { Box, Image } from '../../domain/image.ts'
import { resizeImage } from '../image/resize-image.ts'
import type { RawBarcode } from './raw-barcode.ts'

/** Finds the codes in a picture. */
export type BarcodeScanner = (image: Image) => Promise<RawBarcode[]>

/** Codes taken from one picture: cards have three at most. */
const MAX_SYMBOLS = 4
/** Bytes of one code: a PDF417 holds 1108, a DataMatrix 1556, a QR code 2953. */
const MAX_BYTES = 3000
/** Longer side of a picture that is searched, px: time grows with its area, 20-60 ms at this size. */
const MAX_SIDE = 1920

/** The fourth channel of a pixel, full. */
const OPAQUE = 0xff << 24

const OPTIONS: ReaderOptions = {
  formats: [...SYMBOLOGIES],
  // Any other mode rewrites control characters, which part the fields of both formats.
  textMode: 'Plain',
  maxNumberOfSymbols: MAX_SYMBOLS,
  tryHarder: true,
  // Documents print dark on light.
  tryInvert: false,
}

/** The module is one for a thread, whatever engines it has: it is the same pinned program each time. */
let isPrepared = false

/** Makes a scanner of the program of zxing-wasm, given as its bytes: without them it would ask a server for them. */
export function createBarcodeScanner(program: Uint8Array): BarcodeScanner {
  if (!isPrepared) prepareZXingModule({ overrides: { wasmBinary: program.slice().buffer } })
  isPrepared = true
  return async (image) => {
    const scale = Math.min(1, MAX_SIDE / Math.max(image.width, image.height))
    const size = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) }
    const picture = resizeImage(image, { width: Math.max(1, size.width), height: Math.max(1, size.height) })
    const found = await readSymbols(withAlpha(picture) as ImageData, OPTIONS)
    return found.filter(isUsable).map((symbol) => ({
      symbology: symbol.symbology as Symbology,
      bytes: symbol.bytes.slice(),
      text: symbol.text,
      box: boxOf(symbol, scale),
    }))
  }
}

function isUsable({ isValid, symbology, bytes }: ReadResult): boolean {
  const isKnown = SYMBOLOGIES.some((known) => known === symbology)
  return isValid && isKnown && bytes.length > 0 && bytes.length <= MAX_BYTES
}

/** The pixels as the program wants them: with a fourth channel, opaque. */
function withAlpha({ data, width, height }: Image): Pick<ImageData, 'data' | 'width' | 'height'> {
  const pixels = new Uint32Array(width * height)
  // All processors that Node.js runs on have the lowest byte first.
  for (let from = 0, to = 0; to < pixels.length; from += 3, to++) {
    pixels[to] = data[from] | (data[from + 1] << 8) | (data[from + 2] << 16) | OPAQUE
  }
  return { data: new Uint8ClampedArray(pixels.buffer), width, height }
}

function boxOf({ position }: ReadResult, scale: number): Box {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
  const xs = corners.map(({ x }) => x / scale)
  const ys = corners.map(({ y }) => y / scale)
  const [x, y] = [Math.round(Math.min(...xs)), Math.round(Math.min(...ys))]
  return { x, y, width: Math.round(Math.max(...xs)) - x, height: Math.round(Math.max(...ys)) - y }
}
