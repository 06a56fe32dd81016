import { expect, test } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import { makeZone } from '../../../../test/fakes/scene-facts.ts'
import { nearValues } from './near-values.ts'

const { fields: zone } = makeZone({}, { firstNames: ['MARI', 'LIIS'], documentNumber: 'KB0000000' })
const near = (text: string, missing = true) => {
  const found = nearValues([fakeLine(text, { left: 0, top: 0 })], { zone, missing: () => missing })
  return found && Object.keys(found)
}

test('nearValues() finds first names in a line but for a letter in five, and a number but for a character', () => {
  expect([near('MARI-LIS'), near('Mari Lils'), near('KBO000000'), near('No KB000000')]).toEqual([
    ['firstNames'],
    ['firstNames'],
    ['documentNumber'],
    ['documentNumber'],
  ])
})

test('nearValues() finds first names that stand before more than the zone has', () => {
  expect([near('MARI-LIIS EVA'), near('Mari Lils Eva'), near('EVA MARI LIIS')]).toEqual([
    ['firstNames'],
    ['firstNames'],
    null,
  ])
})

test('nearValues() finds nothing of others, nor of what print says already', () => {
  expect([near('MARI'), near('MARIANNE'), near('KB0000011'), near('EESTI')]).toEqual([null, null, null, null])
  expect(near('MARI-LIS', false)).toBeNull()
})
