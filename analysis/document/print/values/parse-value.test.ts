import { describe, expect, it } from 'vitest'
import type { LayoutField } from '../../layouts/layout.ts'
import { parseFirstOfFullName, parseValue } from './parse-value.ts'

const TODAY = '2026-11-26'
const of = (name: LayoutField['name'], kind: LayoutField['kind'], text: string) =>
  parseValue({ name, kind, labels: [] }, text, { today: TODAY })

describe('parseValue() of a date', () => {
  it.each([
    ['04.05.1990', '1990-05-04'],
    ['04/05/1990', '1990-05-04'],
    ['O4 05 199O', '1990-05-04'],
    ['1990-05-04', '1990-05-04'],
    ['1990. 05. 04.', '1990-05-04'],
    ['04 MAI/MAY 1990', '1990-05-04'],
    ['12AUG/AOUT74', '1974-08-12'],
    ['12 AGO 74', '1974-08-12'],
    ['31OCT1990', '1990-10-31'],
    ['01JAN7JAN 85', '1985-01-01'],
    ['01JAN-7JAN 85', '1985-01-01'],
    ['31DES/DEC66', '1966-12-31'],
    ['12 SIE 1984', '1984-08-12'],
    ['12 MARRAS 1984', '1984-11-12'],
    ['12 LIEGE 1984', null],
    ['12 LIS 1984', null],
    ['30.02.1990', null],
    ['12 XYZ 1990', null],
    ['12.08.19 90', null],
  ])('reads %s', (text, date) => {
    expect(of('birthDate', 'date', text)).toBe(date)
  })

  it('gives years of two digits the century that the field means', () => {
    expect(of('birthDate', 'date', '14.01.31')).toBe('1931-01-14')
    expect(of('expiryDate', 'date', '14.01.31')).toBe('2031-01-14')
    expect(of('carDrivingLicenseExpiryDate', 'date', '14.01.31')).toBe('2031-01-14')
    expect(of('obtainingDate', 'date', '19.01.13')).toBe('2013-01-19')
  })
})

describe('parseValue() of a name', () => {
  it.each(['12 AOÛT 1990', '12 AUG/AOUT 74', '12AUG90', 'O4 MAI 1990', '04.05.1990'])(
    'takes no month of %s',
    (text) => {
      const kinds = ['name', 'names', 'full-name'] as const
      expect(kinds.map((kind) => of('lastName', kind, text))).toEqual([null, null, null])
    },
  )

  it('takes names that are called as months are', () => {
    expect(['MAI', 'AUGUST', '1. MAYER', 'NOVAK'].map((text) => of('lastName', 'name', text))).toEqual([
      'MAI',
      'AUGUST',
      'MAYER',
      'NOVAK',
    ])
  })
})

describe('parseValue() of a gender', () => {
  it.each([
    ['F', 'F'],
    ['M', 'M'],
    ['K/F', 'F'],
    ['KVK/F', 'F'],
    ['F:', 'F'],
    // Lithuanian: a woman (moteris).
    ['M/F', 'F'],
    ['FRA', null],
    ['X', null],
  ])('takes the letter that travellers read of %s', (text, gender) => {
    expect(of('gender', 'gender', text)).toBe(gender)
  })
})

describe('parseValue() of both names in one line', () => {
  it.each([
    ['LIN, MEI-HUA', 'LIN', ['MEI-HUA']],
    ['DE LA TOUR Théo Jean-Luc', 'DE LA TOUR', ['THÉO', 'JEAN-LUC']],
    ['DE LA TOUR Théo, Jean-Luc', 'DE LA TOUR', ['THÉO', 'JEAN-LUC']],
    ['DE LA TOUR', 'DE LA TOUR', null],
  ])('parts %s', (text, last, first) => {
    expect(of('lastName', 'full-name', text)).toBe(last)
    expect(parseFirstOfFullName(text)).toEqual(first)
  })
})

describe('parseValue() under a layout with words of its own', () => {
  const words = {
    nationalities: { FREEDONIAN: 'FRD', Frédonienne: 'FRD' },
    months: ['ONE', 'TWO', 'TRE', 'LÍS', 'MAR', 'SIX', 'SEV', 'HUIT', 'NINE', 'TEN', 'ELF', 'DOZ'].map(
      (month) => [month],
    ),
  }
  const read = (kind: LayoutField['kind'], text: string) =>
    parseValue({ name: null, kind, labels: [] }, text, { today: TODAY, words })

  it('reads nationalities by them, and by codes', () => {
    expect(['Freedonian', 'FREDONIENNE', 'FRA', 'FRENCH'].map((text) => read('state', text))).toEqual([
      'FRD',
      'FRD',
      'FRA',
      null,
    ])
  })

  it('reads months by them before those of other languages', () => {
    const dates = ['12 LIS 1984', '12 MAR 1984', '12 MARS 1984', '12 AUG 1984']
    expect(dates.map((text) => read('date', text)?.slice(5, 7))).toEqual(['04', '05', '03', '08'])
  })
})
