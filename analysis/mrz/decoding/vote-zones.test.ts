import { describe, expect, it } from 'vitest'
import { checkDigit } from '../format/check-digit.ts'
import { type Doubt, spellLine } from './_spell-line.ts'
import { decodeZone } from './decode-zone.ts'
import { voteZones } from './vote-zones.ts'
import type { ZoneReading } from './zone-reading.ts'

const TODAY = '2026-03-15'
const LINES = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
/** Places in the second line. */
const NUMBER_DIGIT = 4
const NUMBER_ZERO = 5
const PERSONAL_NUMBER = 30

function frame(first: Doubt = {}, second: Doubt = {}): ZoneReading {
  const reading = decodeZone([spellLine(LINES[0], first), spellLine(LINES[1], second)], null)
  if (reading === null) throw new Error('The frame spells no zone')
  return reading
}

describe('voteZones', () => {
  it('gives null for no frames', () => {
    expect(voteZones([], TODAY)).toBeNull()
  })

  it('reads what the fields say and how many frames agree', () => {
    const facts = voteZones([frame(), frame(), frame()], TODAY)
    expect(facts).toMatchObject({
      format: 'TD3',
      lines: LINES,
      rawLines: LINES,
      checksValid: true,
      framesAgreeing: 3,
    })
    expect(facts?.fields.lastName).toBe('ERIKSSON')
    expect(facts?.confidence).toBeGreaterThan(0.9)
  })

  it('is half as sure of names that a second reader reads otherwise in every frame', () => {
    const disputed: ZoneReading = { ...frame(), opinion: 'other' }
    const confirmed: ZoneReading = { ...frame(), opinion: 'same' }
    const sure = voteZones([disputed, confirmed], TODAY)?.confidence ?? 0
    const facts = voteZones([disputed, disputed], TODAY)
    expect(facts?.confidence).toBeCloseTo(sure / 2)
    expect(facts?.undecided).toEqual(['names'])
    expect(facts?.decidedConfidence).toBeCloseTo(sure)
  })

  it('is as sure of each field as of its least certain character, whatever the others are', () => {
    const doubtful = frame({ 6: { R: 0.6, P: 0.3 } })
    const confidences = voteZones([doubtful], TODAY)?.fieldConfidences
    expect(confidences?.lastName).toBeGreaterThan(0.5)
    expect(confidences?.lastName).toBeLessThan(0.7)
    expect(confidences?.firstNames).toBeGreaterThan(0.9)
    expect(confidences?.birthDate).toBeGreaterThan(0.9)
  })

  it('is as sure of a character as of all that look like it where a check digit or the grammar decides', () => {
    const number = voteZones([frame({}, { [NUMBER_ZERO]: { '0': 0.55, O: 0.4 } })], TODAY)
    expect(number).toMatchObject({ lines: LINES, checksValid: true })
    expect(number?.fieldConfidences?.documentNumber).toBeGreaterThan(0.9)
    const name = voteZones([frame({ 10: { S: 0.55, '5': 0.4 } })], TODAY)
    expect(name?.fieldConfidences?.lastName).toBeGreaterThan(0.9)
    const another = voteZones([frame({ 11: { O: 0.55, D: 0.4 } })], TODAY)
    expect(another?.fieldConfidences?.lastName).toBeLessThan(0.7)
  })

  it('is half as sure of names that nobody settles, and of no other field', () => {
    const disputed: ZoneReading = { ...frame(), opinion: 'other' }
    const confidences = voteZones([disputed], TODAY)?.fieldConfidences
    expect(confidences?.lastName).toBeLessThan(0.5)
    expect(confidences?.firstNames).toBeLessThan(0.5)
    expect(confidences?.documentNumber).toBeGreaterThan(0.9)
  })

  it('outvotes one frame that is wrong, and counts it as not agreeing', () => {
    const wrong = frame({ 6: { B: 0.8, R: 0.15 } })
    const facts = voteZones([frame(), wrong, frame()], TODAY)
    expect(facts?.lines).toEqual(LINES)
    expect(facts?.framesAgreeing).toBe(2)
  })

  it('keeps the lines of the surest frame as they were read', () => {
    const doubtful = frame({}, { [NUMBER_DIGIT]: { '8': 0.5, '0': 0.4 } })
    const facts = voteZones([doubtful], TODAY)
    expect(facts?.rawLines[1]).toBe(LINES[1].replace('L8989', 'L8988'))
  })

  it('lets check digits decide between characters that the frames leave open', () => {
    const doubtful = frame({}, { [NUMBER_DIGIT]: { '8': 0.5, '9': 0.4 } })
    const facts = voteZones([doubtful], TODAY)
    expect(facts?.lines).toEqual(LINES)
    expect(facts?.checksValid).toBe(true)
    expect(facts?.framesAgreeing).toBe(0)
  })

  it('takes what looks like an O in a number for a zero, and an O that is surely one for what it is', () => {
    const alike = frame({}, { [NUMBER_ZERO]: { O: 0.7, '0': 0.25 } })
    expect(alike.lines).toEqual(LINES)
    const sure = frame({}, { [NUMBER_ZERO]: { O: 0.99, '0': 0.005 } })
    expect(sure.lines[1][NUMBER_ZERO]).toBe('O')
  })

  it('trusts no check digit over fillers that nobody saw, with something after them', () => {
    const personal = 'ZE1<<226B<<<<<'
    const start = LINES[1].slice(0, 28) + personal + checkDigit(personal)
    const line = start + checkDigit(start.slice(0, 10) + start.slice(13, 20) + start.slice(21, 43))
    const [names, gap] = [spellLine(LINES[0]), { [28 + 3]: {}, [28 + 4]: {} }]
    const read = (doubt: Doubt) => decodeZone([names, spellLine(line, doubt)], null) as ZoneReading
    const unseen = voteZones([read(gap)], TODAY)
    expect(unseen?.lines[1]).toBe(line)
    const broken = unseen?.checks.filter(({ valid }) => !valid).map(({ name }) => name)
    expect(broken).toEqual(['personal-number', 'composite'])
    expect(voteZones([read({})], TODAY)?.checksValid).toBe(true)
  })

  it('trusts no check digit that two guessed characters were made to fit', () => {
    const one: Doubt = { [PERSONAL_NUMBER]: { '1': 0.3, '7': 0.2, T: 0.2 } }
    const other: Doubt = { [PERSONAL_NUMBER + 2]: { '4': 0.3, A: 0.2, K: 0.2 } }
    const facts = voteZones([frame({}, { ...one, ...other })], TODAY)
    expect(facts?.lines).toEqual(LINES)
    const broken = facts?.checks.filter(({ valid }) => !valid).map(({ name }) => name)
    expect(broken).toEqual(['personal-number', 'composite'])
    expect(voteZones([frame({}, one)], TODAY)?.checksValid).toBe(true)
  })

  it('trusts check digits over characters that are alike and seen', () => {
    const alike = { [NUMBER_ZERO]: { '0': 0.45, O: 0.3 }, [NUMBER_DIGIT]: { '8': 0.4, B: 0.35 } }
    expect(voteZones([frame({}, alike)], TODAY)?.checks[0].valid).toBe(true)
  })

  it('gives an O back where the check digits ask for it', () => {
    const number = `L8989O2C3${checkDigit('L8989O2C3')}`
    const start = number + LINES[1].slice(number.length, -1)
    const printed = start + checkDigit(start.slice(0, 10) + start.slice(13, 20) + start.slice(21, 43))
    const reading = decodeZone(
      [spellLine(LINES[0], {}), spellLine(printed, { [NUMBER_ZERO]: { O: 0.5, '0': 0.45 } })],
      null,
    )
    if (reading === null) throw new Error('The frame spells no zone')
    expect(reading.lines[1][NUMBER_ZERO]).toBe('0')
    expect(voteZones([reading], TODAY)).toMatchObject({ lines: [LINES[0], printed], checksValid: true })
  })

  it('is half as sure of a number whose zeros may be two letters O, which the check digits agree with too', () => {
    const withNumber = (number: string) => {
      const start = number + checkDigit(number) + LINES[1].slice(10, -1)
      return start + checkDigit(start.slice(0, 10) + start.slice(13, 20) + start.slice(21, 43))
    }
    const printed = withNumber('001234567')
    expect(checkDigit('OO1234567')).toBe(checkDigit('001234567'))
    const read = (doubts: Doubt) => {
      const reading = decodeZone([spellLine(LINES[0]), spellLine(printed, doubts)], null)
      return reading && voteZones([reading], TODAY)
    }
    const like = { O: 0.9, '0': 0.08 }
    const [sure, one, two] = [read({}), read({ 0: like }), read({ 0: like, 1: like })]
    expect([sure, one, two].map((facts) => facts?.lines[1])).toEqual([printed, printed, printed])
    expect(one?.confidence).toBeGreaterThan(0.9)
    expect(two?.confidence).toBeLessThan(0.5)
    expect(two?.checksValid).toBe(true)
    expect([one?.undecided, two?.undecided]).toEqual([[], ['numbers']])
  })

  it('never invents a character to make a digit fit', () => {
    const wrong = frame({}, { [NUMBER_DIGIT]: { '8': 0.95 } })
    const facts = voteZones([wrong, wrong], TODAY)
    expect(facts?.lines[1][NUMBER_DIGIT]).toBe('8')
    expect(facts?.checksValid).toBe(false)
    expect(facts?.checks.filter((check) => !check.valid).map((check) => check.name)).toEqual([
      'document-number',
      'composite',
    ])
  })

  it('leaves alone what only one digit covers unless it is nearly open', () => {
    const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']
    const read = (seen: Doubt) => decodeZone([spellLine(visa[0]), spellLine(visa[1], seen)], null)
    const unlikely = read({ 3: { '9': 0.7, '8': 0.05 } })
    const open = read({ 3: { '9': 0.5, '8': 0.4 } })
    expect(unlikely && voteZones([unlikely], TODAY)?.checksValid).toBe(false)
    expect(open && voteZones([open], TODAY)?.lines).toEqual(visa)
  })

  it('repairs two characters when together they make every digit right', () => {
    const doubt: Doubt = {
      [PERSONAL_NUMBER]: { I: 0.5, '1': 0.4 },
      [PERSONAL_NUMBER + 1]: { B: 0.5, '8': 0.4 },
    }
    expect(voteZones([frame({}, doubt)], TODAY)?.lines).toEqual(LINES)
  })

  it('takes the format that most frames show', () => {
    const other = decodeZone(
      [spellLine('I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<'), spellLine('D231458907UTO7408122F1204159<<<<<<<6')],
      null,
    )
    const facts = other && voteZones([other, frame(), frame()], TODAY)
    expect(facts?.format).toBe('TD3')
    expect(facts?.framesAgreeing).toBe(2)
  })
})
