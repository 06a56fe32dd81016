import { expect, test } from 'vitest'
import { spellLine } from './_spell-line.ts'
import { anotherZone } from './another-zone.ts'
import { decodeZone } from './decode-zone.ts'
import { voteZones } from './vote-zones.ts'
import type { ZoneReading } from './zone-reading.ts'

const TODAY = '2026-03-15'
const NAMES = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'
const SECOND = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'
/** The same holder's next passport, with its digits. */
const OTHER_NUMBER = 'L123456781UTO7408122F1204159<<<<<<<<<<<<<<08'

function frame(second: string): ZoneReading {
  const reading = decodeZone([spellLine(NAMES), spellLine(second)], null)
  if (reading === null) throw new Error('The frame spells no zone')
  return reading
}

function another(...seconds: string[]): number | null {
  const readings = seconds.map(frame)
  const zone = voteZones(readings.slice(-1), TODAY)
  if (zone === null) throw new Error('There is no zone')
  return anotherZone(readings, zone, TODAY)
}

test('anotherZone() tells how surely a frame shows the zone of another document', () => {
  expect(voteZones([frame(OTHER_NUMBER)], TODAY)).toMatchObject({ checksValid: true })
  expect(another(OTHER_NUMBER, SECOND, SECOND)).toBeGreaterThan(0.9)
})

test('anotherZone() holds no frame against a zone that has wrong digits itself', () => {
  expect(
    another(SECOND, SECOND.replace('7408122', '7408132'), SECOND.replace('7408122', '7408132')),
  ).toBeNull()
})

test('anotherZone() takes a frame whose digits are wrong for a misreading', () => {
  expect(another(SECOND, SECOND)).toBeNull()
  expect(another(SECOND.replace('898902C36', '123456786'), SECOND)).toBeNull()
})
