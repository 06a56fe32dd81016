import { expect, test } from 'vitest'
import { makeZone } from '../../../test/fakes/scene-facts.ts'
import { bothNamesIn, firstNamesIn, lastNameIn } from './names-in-line.ts'

const { fields: ZONE } = makeZone({}, { lastName: 'MUELLER', firstNames: ['ADA', 'MARIA'] })

test('bothNamesIn() parts a line with a comma or without, with letters that the recogniser lacks or spaces that it lost', () => {
  for (const text of ['MÜLLER, ADA MARIA', 'MULLER ADA MARIA', 'Mueller,Ada Maria'])
    expect(bothNamesIn(text, ZONE)?.firstNames).toEqual(['ADA', 'MARIA'])
  expect(bothNamesIn('MULLER, ADAMARIA', ZONE)).toEqual({
    lastName: 'MÜLLER',
    firstNames: ['ADAMARIA'],
    lastNameTo: 6,
    firstNamesFrom: 8,
  })
})

test('bothNamesIn() finds nothing where one of the names is another, nor where first names are short', () => {
  expect([bothNamesIn('MÜLLER, ADA EVA', ZONE), bothNamesIn('MILLER, ADA MARIA', ZONE)]).toEqual([null, null])
  expect(bothNamesIn('MÜLLER, X', { ...ZONE, firstNames: ['X'] })).toBeNull()
})

test('lastNameIn() and firstNamesIn() take whole lines alone, and names of more than two letters', () => {
  expect([lastNameIn('MULLER', ZONE), lastNameIn('MULLER ADA', ZONE)]).toEqual(['MÜLLER', null])
  expect([firstNamesIn('ADA MARIA', ZONE), firstNamesIn('ADA', ZONE)]).toEqual([['ADA', 'MARIA'], null])
  expect(lastNameIn('LI', { ...ZONE, lastName: 'LI' })).toBeNull()
})

test('firstNamesIn() takes a name with a hyphen for the two that it is in a zone', () => {
  const zone = { ...ZONE, firstNames: ['MARI', 'LIIS', 'JOERG'] }
  expect(firstNamesIn('MARI-LIIS JÖRG', zone)).toEqual(['MARI-LIIS', 'JÖRG'])
  expect(firstNamesIn('Mari-Liis Jorg', zone)).toEqual(['MARI-LIIS', 'JÖRG'])
  expect([firstNamesIn('MARI-ANNE JÖRG', zone), firstNamesIn('MARI-LIIS', zone)]).toEqual([null, null])
})
