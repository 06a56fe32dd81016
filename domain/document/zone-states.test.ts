import { expect, test } from 'vitest'
import { isZoneState } from './zone-states.ts'

test('isZoneState() knows states by ISO 3166-1, and what ICAO 9303-3 adds', () => {
  const known = ['FRA', 'D', 'DEU', 'GBR', 'GBN', 'UNO', 'EUE', 'XXA', 'RKS', 'XPO', 'UTO', 'TWN']
  expect(known.filter((code) => !isZoneState(code))).toEqual([])
})

test('isZoneState() knows no other code', () => {
  expect(['ZZZ', 'QQQ', 'FRE', 'FR', '', 'XKK'].filter(isZoneState)).toEqual([])
})
