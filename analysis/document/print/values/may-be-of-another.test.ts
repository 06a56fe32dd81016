import { expect, test } from 'vitest'
import { makePrint, makeZone } from '../../../../test/fakes/scene-facts.ts'
import { mayBeOfAnother } from './may-be-of-another.ts'

const { fields: ZONE } = makeZone({}, { lastName: 'MUELLER' })
const mayBe = (name: 'lastName' | 'birthDate' | 'documentNumber' | 'firstNames', value: string) =>
  mayBeOfAnother(name, makePrint({ lastName: 'MÜLLER', [name]: value }).fields, ZONE)

test("a name, a date or a number under a label may be of another field when it is not the zone's", () => {
  expect([
    mayBe('lastName', 'МЮЛЛЕР'),
    mayBe('birthDate', '2012-03-02'),
    mayBe('documentNumber', 'X1'),
  ]).toEqual([true, true, true])
  expect([
    mayBe('lastName', 'MÜLLER'),
    mayBe('lastName', 'MULLER'),
    mayBe('birthDate', ZONE.birthDate ?? ''),
  ]).toEqual([false, false, false])
  expect([mayBe('firstNames', 'ELSE'), mayBe('firstNames', 'ADA')]).toEqual([true, false])
})
