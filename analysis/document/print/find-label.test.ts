import { describe, expect, it } from 'vitest'
import { findLabel } from './find-label.ts'

/** A label of more letters than a whole number has bits. */
const LONG = 'DATEETLIEUDENAISSANCEDATEANDPLACEOFBIRTH'

describe('findLabel()', () => {
  it('finds a label as it is printed, and with letters misread, lacking and added', () => {
    expect(findLabel('XDATEDENAISSANCEY', 'DATEDENAISSANCE')).toEqual({ start: 1, end: 16 })
    expect(findLabel('XDAFEDNAISSSANCEY', 'DATEDENAISSANCE')).toEqual({ start: 1, end: 16 })
  })

  it('finds a label that is longer than the bits of a number', () => {
    expect(findLabel(`X${LONG.replace('PLACE', 'P1ACE')}Y`, LONG)).toEqual({ start: 1, end: 41 })
  })

  it.each([
    ['of whose letters more are misread than may be', 'DAFFDFNAFSSANFE', 'DATEDENAISSANCE'],
    ['whose letters are there in another order', 'ECNASSIANEDETAD', 'DATEDENAISSANCE'],
    ['that is short and misread', 'PREMOM', 'ENOM'],
  ])('finds none %s', (_, line, label) => {
    expect(findLabel(line, label)).toBeNull()
  })

  it('tells of each label anew', () => {
    expect(findLabel('DATEDENAISSANCE', 'DATEDENAISSANCE')).not.toBeNull()
    expect(findLabel('PLACEDENAISSANCE', 'DATEDEXPIRATION')).toBeNull()
    expect(findLabel('DATEDENAISSANCE', 'DATEDENAISSANCE')).toEqual({ start: 0, end: 15 })
  })
})
