import { expect, it } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import { makeZone } from '../../../../test/fakes/scene-facts.ts'
import { LAYOUTS } from '../../layouts/layouts.ts'
import { knowLayout } from '../know-layout.ts'
import { unlikeLayout } from './unlike-layout.ts'

function unlike(documentNumber: string, code = 'FRA', { confidence = 0.99, issuingState = 'FRA' } = {}) {
  const mrz = makeZone({}, { issuingState, documentNumber })
  const known = knowLayout(LAYOUTS, { side: 'front', mrz, lines: [] })
  const codes = [{ ...fakeLine(code), confidence }]
  return known && unlikeLayout(known, { zone: mrz.fields, codes })
}

it('tells a number of another shape than the layout that the zone names', () => {
  expect(unlike('06MM77436')).toBeNull()
  expect([unlike('EA1234567'), unlike('C01X00T47')]).toEqual([['number'], ['number']])
})

it('tells the code of another state that is surely read, and no other letters', () => {
  expect(unlike('06MM77436', 'BEL')).toEqual(['state'])
  expect(unlike('EA1234567', 'BEL')).toEqual(['number', 'state'])
  expect([unlike('06MM77436', 'BEL', { confidence: 0.8 }), unlike('06MM77436', 'PAS')]).toEqual([null, null])
})

it("asks nothing of a page that the zone names as none of a state's own layouts", () => {
  expect(unlike('EA1234567', 'FRA', { issuingState: 'BEL' })).toBeNull()
})
