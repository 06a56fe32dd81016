import { expect, it } from 'vitest'
import { fakeLine } from '../../../test/fakes/pixels/fake-line.ts'
import { makeZone } from '../../../test/fakes/scene-facts.ts'
import { findByZone } from './find-by-zone.ts'
import type { TextLine } from './text-line.ts'

const { fields: ZONE } = makeZone({}, { lastName: 'MUELLER', firstNames: ['ADA', 'MARIA'] })

/** A run of print in a row, from a place along it on. */
function run(text: string, { row = 0, left = 100 } = {}): TextLine {
  return fakeLine(text, { left, top: row * 50 })
}

function found(lines: TextLine[], known: string[] = []) {
  const sought = { zone: ZONE, today: '2026-11-26', missing: (name: string) => !known.includes(name) }
  return Object.fromEntries(findByZone(lines, sought).map(({ field, line }) => [field.name, line.text]))
}

it('finds what the zone says, under labels in any language', () => {
  const lines = ['Sukunimi', 'MÜLLER', 'ADA MARIA', '04.05.1990', '31 JAN/JAN 34', 'L898902C3'].map(
    (text, row) => run(text, { row }),
  )
  expect(found(lines)).toEqual({
    lastName: 'MÜLLER',
    firstNames: 'ADA MARIA',
    birthDate: '04.05.1990',
    expiryDate: '31 JAN/JAN 34',
    documentNumber: 'L898902C3',
  })
})

it('finds nothing that is printed otherwise, nor anything again that is known', () => {
  expect(found([run('MILLER'), run('ADA', { row: 1 }), run('05.05.1990', { row: 2 })])).toEqual({})
  expect(found([run('MÜLLER')], ['lastName'])).toEqual({})
})

it('finds a date that was seen in two runs of one row, and not in two rows', () => {
  expect(found([run('04MAY'), run('90', { left: 180 })])).toEqual({ birthDate: '04MAY 90' })
  expect(found([run('04MAY'), run('90', { left: 180, row: 1 })])).toEqual({})
})

it('finds what follows a colon where the space before its label was lost', () => {
  expect(found([run("CARTE D'IDENTITÉN°:L898902C3")])).toEqual({ documentNumber: 'L898902C3' })
  expect(found([run("CARTE D'IDENTITÉN°:L898902C4")])).toEqual({})
})

it('finds a last name whose words stand in two rows that begin alike', () => {
  const { fields: zone } = makeZone({}, { lastName: 'GARCIA LOPEZ' })
  const sought = { zone, today: '2026-11-26', missing: (name: string) => name === 'lastName' }
  const foundIn = (second: TextLine) =>
    findByZone([fakeLine('APELLIDOS', { top: 0 }), fakeLine('GARCÍA', { top: 40 }), second], sought).map(
      ({ line }) => line.text,
    )
  expect(foundIn(fakeLine('LÓPEZ', { top: 80 }))).toEqual(['GARCÍA LÓPEZ'])
  expect(foundIn(fakeLine('LUPEZ', { top: 80 }))).toEqual([])
  expect(foundIn(fakeLine('LÓPEZ', { top: 80, left: 400 }))).toEqual([])
  expect(foundIn(fakeLine('LÓPEZ', { top: 240 }))).toEqual([])
})

it('finds a number within a line, its letters before the word that calls it one', () => {
  const { fields: zone } = makeZone({}, { documentNumber: 'RX123456' })
  const sought = { zone, today: '2026-11-26', missing: (name: string) => name === 'documentNumber' }
  const foundIn = (text: string) => findByZone([run(text)], sought).map(({ line }) => line.text)
  expect(foundIn('SERIA RX NR 123456')).toEqual(['RX 123456'])
  expect(foundIn('SERIA RX NR. 123456 ROU')).toEqual(['RX 123456'])
  expect(foundIn('NR RX 123456 M')).toEqual(['RX 123456'])
  expect(foundIn('SERIA RX NR 123457')).toEqual([])
  expect(foundIn('SERIA RT NR 123456')).toEqual([])
  expect(foundIn('RX ROMANIA SERIA NR 123456')).toEqual([])
})

it('parts a line that has both names', () => {
  expect(found([run('MÜLLER, ADA MARIA')])).toEqual({ lastName: 'MÜLLER', firstNames: 'ADA MARIA' })
  expect(found([run('MÜLLER ADA MARIA')])).toEqual({ lastName: 'MÜLLER', firstNames: 'ADA MARIA' })
  expect(found([run('MULLER, ADA MARIA')])).toEqual({ lastName: 'MULLER', firstNames: 'ADA MARIA' })
  expect(found([run('MÜLLER, ADA EVA')])).toEqual({})
})

it('finds first names whose letters the recogniser lacks, as the zone spells them', () => {
  const { fields: zone } = makeZone({}, { lastName: 'AEVARSDOTTIR', firstNames: ['THURIDUR', 'OESP'] })
  const sought = { zone, today: '2026-11-26', missing: (name: string) => name === 'firstNames' }
  expect(findByZone([run('PURIDUR OSP')], sought).map(({ line }) => line.text)).toEqual(['PURIDUR OSP'])
})

it('takes a letter that stands alone for the gender, unless two do or it is another', () => {
  const { gender } = ZONE
  expect(gender).toBe('F')
  expect(found([run('K/F'), run('FRA', { row: 1 })])).toEqual({ gender: 'K/F' })
  expect(found([run('F'), run('M', { row: 1 })])).toEqual({})
  expect(found([run('M')])).toEqual({})
})

it('takes no piece of the zone itself for print', () => {
  expect(
    found([run('MUELLER<<'), run('ADA<MARIA<<<<<<', { row: 1 }), run('L898902C3<', { row: 2 })]),
  ).toEqual({})
})

it('finds a birth date of the century before, which zones do not tell', () => {
  expect(found([run('04.05.1890')])).toEqual({ birthDate: '04.05.1890' })
  // Later than the zone's it may be the end of validity, which some states set to a birthday.
  expect(found([run('04.05.2090')])).toEqual({})
  expect(found([run('04.05.1891')])).toEqual({})
})

it('takes one line for one name alone where both are the same', () => {
  const { fields: zone } = makeZone({}, { lastName: 'MARTIN', firstNames: ['MARTIN'] })
  const sought = { zone, today: '2026-11-26', missing: () => true }
  const namesOf = (lines: TextLine[]) => findByZone(lines, sought).map(({ field }) => field.name)
  const [first, second] = [run('MARTIN'), run('MARTIN', { row: 3 })]
  expect([namesOf([first]), namesOf([first, second])]).toEqual([['lastName'], ['lastName', 'firstNames']])
})
