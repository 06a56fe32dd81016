import { expect, test } from 'vitest'
import { isAlteredDate, isNearDate } from './is-altered-date.ts'

const ZONE = { birthDate: '1990-05-04', expiryDate: '2034-01-31' }
const isAltered = (name: 'birthDate' | 'expiryDate', value: string, raw = '') =>
  isAlteredDate(name, { value, raw }, ZONE)

test('isAlteredDate() takes a birth of long before, and an end after the end', () => {
  expect([isAltered('birthDate', '1980-05-04'), isAltered('birthDate', '1990-05-14')]).toEqual([true, true])
  expect(isAltered('expiryDate', '2039-01-31')).toBe(true)
})

test('isAlteredDate() takes no date that may be one of the issue, nor the very date', () => {
  expect([isAltered('birthDate', '2024-02-01'), isAltered('birthDate', '2034-01-31')]).toEqual([false, false])
  expect([isAltered('expiryDate', '2024-01-31'), isAltered('expiryDate', '2034-01-31')]).toEqual([
    false,
    false,
  ])
  expect(isAlteredDate('birthDate', { value: '1980-05-04', raw: '' }, { ...ZONE, expiryDate: null })).toBe(
    false,
  )
})

test('isAlteredDate() leaves months of unknown languages, days before months and centuries alone', () => {
  expect([isAltered('birthDate', '1990-03-04', '04 MAR 1990'), isAltered('birthDate', '1990-04-05')]).toEqual(
    [false, false],
  )
  expect(isAltered('birthDate', '1990-03-04', '04.03.1990')).toBe(true)
  expect(isAltered('birthDate', '1890-05-04')).toBe(false)
})

test('isNearDate() knows dates of which a digit or two differ', () => {
  expect([isNearDate('1990-05-04', '1990-05-04'), isNearDate('1990-05-04', '1909-05-04')]).toEqual([
    true,
    true,
  ])
  expect([isNearDate('1990-05-04', '1991-06-05'), isNearDate('1990-05-04', '2024-02-01')]).toEqual([
    false,
    false,
  ])
})
