import { describe, expect, it } from 'vitest'
import { CAST, CAST_NAMES, type CastMember } from '../cast.ts'
import { transliterate } from './_transliterate.ts'
import { type DocumentKind, issueDocument } from './issue-document.ts'
import { checkDigit, writeMrz } from './write-mrz.ts'

/** The specimen holder of ICAO 9303. */
const ERIKSSON: CastMember = {
  ...CAST.anna,
  lastName: 'Eriksson',
  firstNames: ['Anna', 'Maria'],
  birthDate: '1974-08-12',
  gender: 'F',
  personalNumber: 'ZE184226B',
}

describe('checkDigit()', () => {
  it('agrees with the worked examples of ICAO 9303-3 §4.9', () => {
    expect(checkDigit('520727')).toBe('3')
    expect(checkDigit('AB2134<<<')).toBe('5')
    expect(checkDigit('HA672242<658022549601086<<<<<<<<<<<<<<0')).toBe('8')
  })
})

describe('writeMrz()', () => {
  it('writes the passport specimen of ICAO 9303-4', () => {
    const document = {
      ...issueDocument(ERIKSSON, 'passport', { expiryDate: '2012-04-15' }),
      number: 'L898902C3',
    }
    expect(writeMrz(document)).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ])
  })

  it('writes the card specimen of ICAO 9303-5', () => {
    const holder = { ...ERIKSSON, personalNumber: null }
    const document = {
      ...issueDocument(holder, 'id-card', { expiryDate: '2012-04-15' }),
      number: 'D23145890',
    }
    expect(writeMrz(document)).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ])
  })

  it.each([
    ['<<<<<<', '6'],
    ['92C001', '8'],
  ])('writes the well-known example of the French card with office %s', (officeCode, total) => {
    const holder = { ...CAST.anna, lastName: 'Berthier', firstNames: ['Corinne'], birthDate: '1965-12-06' }
    const document = { ...issueDocument(holder, 'french-card'), number: '880692310285', officeCode }
    expect(writeMrz(document)).toEqual([
      `IDFRABERTHIER<<<<<<<<<<<<<<<<<${officeCode}`,
      `8806923102858CORINNE<<<<<<<6512068F${total}`,
    ])
  })

  it.each<[DocumentKind, number, number]>([
    ['passport', 2, 44],
    ['id-card', 3, 30],
    ['french-card', 2, 36],
  ])(
    'keeps a %s to %i lines of %i characters of the zone for everyone of the cast',
    (kind, count, length) => {
      for (const name of CAST_NAMES) {
        const lines = writeMrz(issueDocument(CAST[name], kind)) ?? []
        expect(lines).toHaveLength(count)
        for (const line of lines) expect(line).toMatch(new RegExp(`^[A-Z0-9<]{${length}}$`))
      }
    },
  )

  it('gives a driving licence no zone', () => {
    expect(writeMrz(issueDocument(CAST.luca, 'driving-licence'))).toBeNull()
  })
})

describe('transliterate()', () => {
  it.each([
    ['Ångström', 'AANGSTROEM'],
    ["D'Amico", 'DAMICO'],
    ['Zhou-Martin', 'ZHOU<MARTIN'],
    ['de la Tour', 'DE<LA<TOUR'],
    ['Núñez', 'NUNEZ'],
    ['Éléonore', 'ELEONORE'],
  ])('writes %s as %s', (name, written) => {
    expect(transliterate(name)).toBe(written)
  })
})

describe('issueDocument()', () => {
  it('gives the same number again and another one for each kind and holder', () => {
    const numbers = CAST_NAMES.flatMap((name) =>
      (['passport', 'id-card', 'driving-licence'] as const).map(
        (kind) => issueDocument(CAST[name], kind).number,
      ),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(issueDocument(CAST.mei, 'passport')).toEqual(issueDocument(CAST.mei, 'passport'))
  })
})
