import { describe, expect, it } from 'vitest'
import type { MrzFormat } from '../../../domain/facts.ts'
import { MRZ_LAYOUTS } from '../format/mrz-layout.ts'
import { fieldSpans } from './field-spans.ts'

/** What stands where each field is said to stand. */
function written(format: MrzFormat, lines: string[]): Record<string, string[]> {
  const spans = [...fieldSpans(MRZ_LAYOUTS[format], lines)]
  return Object.fromEntries(
    spans.map(([name, parts]) => [name, parts.map(({ line, from, to }) => lines[line].slice(from, to))]),
  )
}

describe('fieldSpans', () => {
  it('finds each field of a passport without its fillers, and none where nothing is written', () => {
    const lines = [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122<1204159<<<<<<<<<<<<<<08',
    ]
    expect(written('TD3', lines)).toEqual({
      documentCode: ['P'],
      issuingState: ['UTO'],
      documentNumber: ['L898902C3'],
      birthDate: ['740812'],
      expiryDate: ['120415'],
      nationality: ['UTO'],
      lastName: ['ERIKSSON'],
      firstNames: ['ANNA<MARIA'],
    })
  })

  it('finds both parts of a number that is too long for its place, and a last name alone', () => {
    const lines = [
      'I<UTOD23145890<7349<<<<<<<<<<<',
      '3407127M9507122UTO<<<<<<<<<<<2',
      'STEVENSON<<<<<<<<<<<<<<<<<<<<<',
    ]
    const fields = written('TD1', lines)
    expect(fields.documentNumber).toEqual(['D23145890', '734'])
    expect(fields).toMatchObject({ lastName: ['STEVENSON'], gender: ['M'] })
    expect(fields.firstNames).toBeUndefined()
  })

  it('finds the month of issue in the number of a French card', () => {
    const lines = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '9409923102854CORINNE<<<<<<<6512068F6']
    expect(written('FR-2x36', lines)).toMatchObject({
      issueDate: ['9409'],
      documentNumber: ['940992310285'],
      lastName: ['BERTHIER'],
      firstNames: ['CORINNE'],
    })
  })
})
