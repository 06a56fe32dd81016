import { describe, expect, it } from 'vitest'
import { findCells } from '../lines/find-cells.ts'
import { type Doubt, spellLine } from './_spell-line.ts'
import { decodeZone } from './decode-zone.ts'
import { MRZ_CLASSES } from './mrz-posteriors.ts'

const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
const ZONES = {
  TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  TD2: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  TD3: PASSPORT,
  'MRV-A': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
  'MRV-B': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
  'FR-2x36': ['IDFRABERTHIER<<<<<<<<<<<<<<<<<923067', '9409923102854CORINNE<<<<<<<6512068F4'],
} as const

function readPassport(first: Doubt, second: Doubt = {}): string[] | undefined {
  return decodeZone([spellLine(PASSPORT[0], first), spellLine(PASSPORT[1], second)], null)?.lines
}

describe('decodeZone', () => {
  it.each(Object.entries(ZONES))('tells %s by its lines alone', (format, lines) => {
    const reading = decodeZone(
      lines.map((line) => spellLine(line)),
      null,
    )
    expect(reading?.format).toBe(format)
    expect(reading?.lines).toEqual(lines)
  })

  it('reads letters where a name stands and digits where a date does', () => {
    const read = readPassport(
      { 11: { '0': 0.9, O: 0.08 } },
      { 13: { Z: 0.9, '7': 0.05 }, 15: { O: 0.9, '0': 0.06 } },
    )
    expect(read).toEqual(PASSPORT)
  })

  it('lets no letter stand after the first names have ended', () => {
    expect(readPassport({ 30: { K: 0.6, '<': 0.3 } })?.[0]).toBe(PASSPORT[0])
  })

  it('keeps the places of the others when one character goes unseen', () => {
    const read = readPassport({}, { 4: {} })?.[1]
    expect(read?.slice(0, 4)).toBe(PASSPORT[1].slice(0, 4))
    expect(read?.slice(5)).toBe(PASSPORT[1].slice(5))
  })

  it('does not read a character twice that is marked in two steps', () => {
    const posteriors = spellLine(PASSPORT[1])
    const step = Math.round(1.2 + 3.6 * 7) + 1
    const row = posteriors.data.subarray(step * MRZ_CLASSES, (step + 1) * MRZ_CLASSES)
    row.set(posteriors.data.subarray((step - 1) * MRZ_CLASSES, step * MRZ_CLASSES))
    expect(decodeZone([spellLine(PASSPORT[0]), posteriors], null)?.lines).toEqual(PASSPORT)
  })

  it('takes the two lower lines when print stands above a zone of two', () => {
    const print = spellLine('REPUBLIC OF UTOPIA'.replaceAll(' ', 'X').padEnd(44, 'QW'))
    expect(decodeZone([print, ...PASSPORT.map((line) => spellLine(line))], null)?.lines).toEqual(PASSPORT)
  })

  it('finds no zone in other print', () => {
    const print = [
      'THISxCARDxISxNOTxEVIDENCExOFxCITIZENSHIPxOR1',
      'PERMANENTxRESIDENCExANDxMAYxBExREVOKEDxxxxx2',
    ]
    expect(
      decodeZone(
        print.map((line) => spellLine(line.replaceAll('x', 'Q'))),
        null,
      ),
    ).toBeNull()
  })

  it('finds no zone in names of three equal letters, as misread fillers make them', () => {
    const lines = [PASSPORT[0].replace('MARIA<<<<<<<<<<<<<<<<<<<', 'MARIAKKKKKKKKKKKKKKKKKKK'), PASSPORT[1]]
    expect(
      decodeZone(
        lines.map((line) => spellLine(line)),
        null,
      ),
    ).toBeNull()
  })

  it('does not take a cut passport for a small visa', () => {
    const cut = PASSPORT.map((line) => spellLine(line.slice(0, 36)))
    expect(decodeZone(cut, null)).toBeNull()
  })
})

describe('findCells', () => {
  it('finds the cells of a line cut with print before it', () => {
    const line = spellLine(`QX${PASSPORT[0]}`)
    const cells = findCells(line, 44)
    expect(cells[0]).toBeCloseTo(1.2 + 2 * 3.6, 0)
    expect(cells[43]).toBeCloseTo(1.2 + 45 * 3.6, 0)
  })
})
