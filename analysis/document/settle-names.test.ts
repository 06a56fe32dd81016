import { expect, test } from 'vitest'
import type { PrintFacts } from '../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../domain/facts.ts'
import type { Engine } from '../engine.ts'
import { settleNames } from './_settle-names.ts'
import type { PlacedReading } from './read-frame-zone.ts'

const ZONE = {
  format: 'TD3',
  checksValid: true,
  fields: { lastName: 'LINDQVIST', firstNames: ['ANNA', 'MARIA'] },
} as unknown as MrzFacts
const FRAME = { data: new Uint8Array(300 * 100 * 3), width: 300, height: 100 }
const ACROSS = [
  { x: 10, y: 10 },
  { x: 290, y: 10 },
  { x: 290, y: 20 },
  { x: 10, y: 20 },
]
const READ = {
  reading: {
    format: 'TD3',
    opinion: 'unasked',
    lines: [`P<FRALINDQVIST<<ANNA${'<'.repeat(24)}`, ''],
    lattices: [],
  },
  lines: [ACROSS, ACROSS],
} as unknown as PlacedReading

/** What becomes of the zone beside print, and how often the general recogniser was asked. */
async function settled(lastName: string, firstNames: string[], zone = ZONE) {
  let asked = 0
  const engine = {
    run: () => {
      asked++
      throw new Error('Nobody is to be asked')
    },
  } as unknown as Engine
  const print = { fields: { lastName: { value: lastName }, firstNames: { value: firstNames } } } as PrintFacts
  const zones = [{ frame: FRAME, read: READ }]
  const found = await settleNames(engine, { zone, zones, print, today: '2026-11-26' }).catch(() => null)
  return { found, asked }
}

test('names that the print of the side spells as well need no other reader', async () => {
  expect(await settled('LINDQVIST', ['ANNA', 'MARIA'])).toEqual({ found: ZONE, asked: 0 })
})

test('another reader is asked where print lacks a name, has another, or a digit of the zone is wrong', async () => {
  expect((await settled('LINDQVIST', ['ANNA'])).asked).toBe(1)
  expect((await settled('LINDQVISD', ['ANNA', 'MARIA'])).asked).toBe(1)
  expect((await settled('LINDQVIST', ['ANNA', 'MARIA'], { ...ZONE, checksValid: false })).asked).toBe(1)
})
