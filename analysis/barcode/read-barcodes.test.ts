import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BarcodeFacts } from '../../domain/document/barcode-facts.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { drawBarcode, pasteOnCard } from '../../test/fakes/codes/draw-barcode.ts'
import { type CodeSigner, makeCodeSigner, write2dDoc } from '../../test/fakes/codes/write-2d-doc.ts'
import { seededRandom } from '../../test/people/random.ts'
import type { Engine } from '../engine.ts'
import { readCertificates } from './check-2d-doc.ts'
import { readBarcodes } from './read-barcodes.ts'

const LICENCE = [
  '@\n\x1e\rANSI 636000090002DL00410278ZV03190008DLDAQT64235789',
  'DCSSPECIMEN',
  'DDEN',
  'DACADA',
  'DADMARIA',
  'DBD08242015',
  'DBB01311970',
  'DBA01312035',
  'DBC2',
  'DAG2300 WEST BROAD STREET',
  'DAIRICHMOND',
  'DAJVA',
  'DAK232690000',
  'DCGUSA\rZVZVA01\r',
].join('\n')
const TITLE = '60ADA/MARIA\x1d62SPECIMEN\x1d66D2H6862M2\x1d67FR68F6913071990' + '6ABORDEAUX\x1d6O02082031'

let engine: Engine
let signer: CodeSigner
beforeAll(async () => {
  engine = await loadEngine()
  signer = await makeCodeSigner()
})
afterAll(() => engine.close())

async function readCode(
  content: string | Uint8Array,
  symbology: BarcodeFacts['symbology'],
  certificates = '',
): Promise<BarcodeFacts> {
  const image = await drawBarcode(content, { symbology, modulePixels: 3 })
  const card = await pasteOnCard([{ image, x: 60, y: 40 }])
  const read = await readBarcodes({ ...engine, certificates: readCertificates(certificates) }, card)
  expect(read).toHaveLength(1)
  return read[0]
}

describe('readBarcodes()', () => {
  test('reads a licence of North America from its PDF417', async () => {
    const facts = await readCode(LICENCE, 'PDF417')
    expect(facts).toMatchObject({ symbology: 'PDF417', kind: 'aamva', signature: 'unsigned', text: LICENCE })
    expect(facts.fields).toEqual({
      documentNumber: 'T64235789',
      lastName: 'SPECIMEN',
      firstNames: ['ADA', 'MARIA'],
      birthDate: '1970-01-31',
      issueDate: '2015-08-24',
      expiryDate: '2035-01-31',
      gender: 'F',
      issuingState: 'USA',
      address: '2300 WEST BROAD STREET, RICHMOND, VA, 232690000',
    })
    expect(facts.elements).toMatchObject({ DAQ: 'T64235789', ZVA: '01' })
    expect(Math.abs(facts.box.x - 66)).toBeLessThan(8)
  })

  test("reads a French title's 2D-Doc and says that its signature was not checked", async () => {
    const facts = await readCode(await write2dDoc(TITLE, signer), 'DataMatrix')
    expect(facts).toMatchObject({
      symbology: 'DataMatrix',
      kind: '2d-doc',
      signature: 'not-checked',
      signer: 'FRV0 IDV1',
    })
    expect(facts.fields).toEqual({
      documentNumber: 'D2H6862M2',
      lastName: 'SPECIMEN',
      firstNames: ['ADA', 'MARIA'],
      birthDate: '1990-07-13',
      expiryDate: '2031-08-02',
      gender: 'F',
      nationality: 'FR',
      birthPlace: 'BORDEAUX',
    })
  })

  test('checks the signature of a 2D-Doc with the certificate of the operator', async () => {
    const { certificate } = signer
    const code = await write2dDoc(TITLE, signer)
    expect((await readCode(code, 'DataMatrix', certificate)).signature).toBe('valid')
    const altered = Uint8Array.from(code)
    altered[code.indexOf('SPECIMEN'.charCodeAt(0), 40)] = 'X'.charCodeAt(0)
    expect((await readCode(altered, 'DataMatrix', certificate)).signature).toBe('invalid')
    const other = await makeCodeSigner()
    expect((await readCode(code, 'DataMatrix', other.certificate)).signature).toBe('invalid')
    const stranger = await makeCodeSigner({ name: 'IDV2' })
    expect((await readCode(code, 'DataMatrix', stranger.certificate)).signature).toBe('not-checked')
    const elsewhere = await makeCodeSigner({ authority: 'FRV1' })
    expect((await readCode(code, 'DataMatrix', elsewhere.certificate)).signature).toBe('not-checked')
    const old = await makeCodeSigner({ notAfter: '2021-06-01' })
    const late = await write2dDoc(TITLE, old)
    expect((await readCode(late, 'DataMatrix', old.certificate)).signature).toBe('out-of-date')
  })

  test('reads a QR code as text', async () => {
    const facts = await readCode('https://example.org/card?é', 'QRCode')
    expect(facts).toMatchObject({
      symbology: 'QRCode',
      kind: 'text',
      text: 'https://example.org/card?é',
      fields: {},
      signature: 'unsigned',
    })
  })

  test('reads every code of a card, each at its place', async () => {
    const qr = await drawBarcode('one', { symbology: 'QRCode' })
    const matrix = await drawBarcode('two', { symbology: 'DataMatrix' })
    const card = await pasteOnCard([
      { image: qr, x: 100, y: 100 },
      { image: matrix, x: 800, y: 500 },
    ])
    const read = await readBarcodes(engine, card)
    expect(read.map(({ text }) => text).sort()).toEqual(['one', 'two'])
    const two = read.find(({ text }) => text === 'two')
    expect(two?.box.x).toBeGreaterThan(790)
    expect(two?.box.y).toBeGreaterThan(490)
  })

  test('finds nothing in noise, in a plain card and in a picture of one pixel', async () => {
    const random = seededRandom(1, 'noise')
    const noise = Uint8Array.from({ length: 300 * 200 * 3 }, () => random.between(0, 256))
    expect(await readBarcodes(engine, { data: noise, width: 300, height: 200 })).toEqual([])
    expect(await readBarcodes(engine, await pasteOnCard([]))).toEqual([])
    expect(await readBarcodes(engine, { data: new Uint8Array(3), width: 1, height: 1 })).toEqual([])
  })

  test.each([
    ['a header alone', '@\n\x1e\rANSI 636000090002DL00410278', 'PDF417'],
    ['only separators', '\x1d\x1e\x1f\x1d\x1e\x1f', 'DataMatrix'],
    ['a 2D-Doc that ends in its header', 'DC04FRV0IDV1', 'DataMatrix'],
    ['names of object members', '@\n\x1e\rANSI 636000090002DL00410278DLDAQ__proto__\nZVA\n', 'PDF417'],
    ['bytes that are no text', Uint8Array.from([0, 255, 254, 0, 128]), 'QRCode'],
  ] as const)('takes hostile contents for what they are: %s', async (_, content, symbology) => {
    const facts = await readCode(content, symbology)
    expect(facts.signature).toBe('unsigned')
    expect(facts.fields.lastName).toBeUndefined()
  })
})
