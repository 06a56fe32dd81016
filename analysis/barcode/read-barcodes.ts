import type { BarcodeFacts } from '../../domain/document/barcode-facts.ts'
import type { Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { check2dDoc } from './check-2d-doc.ts'
import { parse2dDoc } from './parse-2d-doc.ts'
import { parseAamva } from './parse-aamva.ts'
import type { RawBarcode } from './raw-barcode.ts'

/** Characters of a code that are kept as they stand. */
const MAX_TEXT_LENGTH = 3000

/** The codes on a picture of a card, with what they say. 20-60 ms. */
export async function readBarcodes(engine: Engine, picture: Image): Promise<BarcodeFacts[]> {
  return (await engine.scanBarcodes(picture)).map((raw) => factsOf(engine, raw))
}

function factsOf(engine: Engine, raw: RawBarcode): BarcodeFacts {
  const { symbology, box } = raw
  const text = raw.text.slice(0, MAX_TEXT_LENGTH)
  const aamva = symbology === 'PDF417' ? parseAamva(raw.text) : null
  if (aamva) return { symbology, kind: 'aamva', box, ...aamva, text, signature: 'unsigned', signer: null }
  const doc = symbology === 'DataMatrix' ? parse2dDoc(raw.bytes) : null
  if (doc === null) {
    return {
      symbology,
      kind: 'text',
      box,
      fields: {},
      elements: {},
      text,
      signature: 'unsigned',
      signer: null,
    }
  }
  const { fields, elements, authority, certificate, signed } = doc
  const signature = check2dDoc(doc, engine.certificates)
  const signer = signed ? `${authority} ${certificate}` : null
  return { symbology, kind: '2d-doc', box, fields, elements, text, signature, signer }
}
