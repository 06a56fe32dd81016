import { expect, it } from 'vitest'
import { pickZoneLines } from './_pick-zone-lines.ts'

it('takes the last two long lines, with as many fillers as a passport has', () => {
  const text =
    'UTOPIA\n\nP<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n'
  expect(pickZoneLines(text)).toEqual([
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  ])
})

it('finds no zone in other print', () => {
  expect(pickZoneLines('A LETTER OF TWENTY EIGHT LETTERS AND MORE\nOF THEM')).toBeNull()
})
