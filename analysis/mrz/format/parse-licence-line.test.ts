import { describe, expect, it } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { checkLines } from './check-zone.ts'
import { LICENCE_LINE } from './licence-line.ts'
import { parseLicenceLine } from './parse-licence-line.ts'

const TODAY = '2026-11-26'
/** Of the specimen that the French state published in 2013. */
const SPECIMEN = 'D1FRA13AA000026181231MARTIN<<9'

const validOf = (line: string) => checkLines(LICENCE_LINE, [line]).map(({ valid }) => valid)

describe('parseLicenceLine()', () => {
  it('takes the line of the published specimen apart, and both its digits agree', () => {
    expect(validOf(SPECIMEN)).toEqual([true, true])
    expect(parseLicenceLine(SPECIMEN, TODAY)).toEqual({
      documentNumber: '13AA00002',
      expiryDate: '2018-12-31',
      lastName: 'MARTIN',
    })
  })

  it('cuts long names to eight characters and gives words their spaces', () => {
    const line = 'D1FRA13AA000026181231DE<LA<TO'
    const cut = line + checkDigit(line)
    expect(parseLicenceLine(cut, TODAY).lastName).toBe('DE LA TO')
    expect(validOf(cut)).toEqual([true, true])
  })

  it.each([
    ['a number', 'D1FRA13AA000036181231MARTIN<<9', [false, false]],
    ['an expiry date', 'D1FRA13AA000026191231MARTIN<<9', [true, false]],
    ['a name', 'D1FRA13AA000026181231MARTEN<<9', [true, false]],
    ['the first digit', 'D1FRA13AA000027181231MARTIN<<9', [false, false]],
    ['the last digit', 'D1FRA13AA000026181231MARTIN<<8', [true, false]],
  ])('finds %s that was changed', (_, line, valid) => {
    expect(validOf(line)).toEqual(valid)
  })

  it('gives no date that no calendar has, and refuses a line of another length', () => {
    expect(parseLicenceLine('D1FRA13AA000026180231MARTIN<<9', TODAY).expiryDate).toBeNull()
    expect(() => parseLicenceLine(SPECIMEN.slice(1), TODAY)).toThrow(RangeError)
  })
})
