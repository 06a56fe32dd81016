import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse2dDoc } from './parse-2d-doc.ts'
import { parseAamva } from './parse-aamva.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const HEADER = 'DC04FRV0IDV1FFFF1ECB0701FR'

test('parse2dDoc() knows the headers of every version and their dates', () => {
  const lengths = ['DC02FRV0IDV11ECBFFFF07', 'DC03FRV0IDV11ECBFFFF0701', 'DC04FRV0IDV11ECBFFFF0701FR']
  for (const header of lengths) {
    const read = parse2dDoc(bytesOf(`${header}62SPECIMEN`))
    expect(read).toMatchObject({ emittedOn: '2021-08-01', signedOn: null, documentType: '07', signed: null })
    expect(read?.fields).toEqual({ lastName: 'SPECIMEN' })
  }
})

test('parse2dDoc() ends an element at its separator, at the mark of a cut, or at its greatest length', () => {
  const cut = parse2dDoc(bytesOf(`${HEADER}61ADA\x1e62${'A'.repeat(38)}68M`))
  expect(cut?.elements).toEqual({ '61': 'ADA', '62': 'A'.repeat(38), '68': 'M' })
})

test('parse2dDoc() refuses days that no calendar has, and Base32 that is none', () => {
  const read = parse2dDoc(bytesOf(`${HEADER}6931021990\x1fNOT-BASE32`))
  expect(read).toMatchObject({ fields: {}, signed: null })
})

test('parseAamva() reads names of old and new versions, and dates of both orders', () => {
  const old = parseAamva('@\n\x1e\rAAMVA6360000101DL00290179DLDAASPECIMEN,ADA,MARIA\nDBB19700131\n')
  expect(old?.fields).toEqual({ lastName: 'SPECIMEN', firstNames: ['ADA', 'MARIA'], birthDate: '1970-01-31' })
  const given = parseAamva('@\n\x1e\rANSI 636000030001DL00310179DLDCSSPECIMEN\nDCTADA,MARIA\nDBB13131970\n')
  expect(given?.fields).toEqual({ lastName: 'SPECIMEN', firstNames: ['ADA', 'MARIA'] })
})

test('no text breaks a parser', () => {
  const text = fc.string({ unit: 'binary-ascii', maxLength: 300 })
  fc.assert(
    fc.property(text, (rest) => {
      parseAamva(`@\n\x1e\rANSI 636000${rest}`)
      parseAamva(rest)
      parse2dDoc(bytesOf(`${HEADER}${rest}`))
      parse2dDoc(bytesOf(rest))
    }),
  )
})
