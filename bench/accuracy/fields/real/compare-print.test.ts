import { expect, it } from 'vitest'
import { makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { comparePrint } from './compare-print.ts'

it('counts every field that the zone tells as not read where no layout was known', () => {
  const { fields: zone } = makeZone()
  const outcomes = comparePrint(null, zone).map(({ name, outcome }) => `${name}: ${outcome}`)
  expect(outcomes).toEqual(
    ['lastName', 'firstNames', 'birthDate', 'gender', 'expiryDate', 'documentNumber'].map(
      (name) => `${name}: not read`,
    ),
  )
  expect(comparePrint(null, { ...zone, expiryDate: null, firstNames: [] })).toHaveLength(4)
})

it('holds print against the zone, names as zones spell them', () => {
  const print = makePrint({ lastName: 'ÉXAMPLE', birthDate: '1990-05-14' })
  const outcomes = comparePrint(print, makeZone().fields).map(({ name, outcome }) => [name, outcome])
  expect(Object.fromEntries(outcomes)).toMatchObject({
    lastName: 'same',
    birthDate: 'other',
    documentNumber: 'same',
    gender: 'not read',
  })
})
