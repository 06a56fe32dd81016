import { expect, test } from 'vitest'
import type { PrintFacts } from '../../domain/document/print-facts.ts'
import type { Engine } from '../engine.ts'
import { decodeZone } from '../mrz/decoding/decode-zone.ts'
import { mrzPosteriors } from '../mrz/decoding/mrz-posteriors.ts'
import { voteZones } from '../mrz/decoding/vote-zones.ts'
import { MRZ_CHARACTERS } from '../mrz/format/mrz-characters.ts'
import { settleNames } from './_settle-names.ts'
import type { PlacedReading } from './read-frame-zone.ts'

const TODAY = '2026-11-26'
const DICTIONARY = [...MRZ_CHARACTERS]
/** Characters that the other reader is shown: the names, and three fillers. */
const ASKED = 29
const CLASSES = DICTIONARY.length + 1
const SECOND = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'
const FRAME = { data: new Uint8Array(1400 * 150 * 3), width: 1400, height: 150 }
const LINES = [10, 80].map((top): PlacedReading['lines'][number] => [
  { x: 10, y: top },
  { x: 1390, y: top },
  { x: 1390, y: top + 48 },
  { x: 10, y: top + 48 },
])

/** The line of Anna Maria, whose last name ends in a letter that is seen with some probabilities. */
const lineOf = (last: string) => `P<UTOLINDQVIS${last}<<ANNA<MARIA`.padEnd(44, '<')

type Seen = Readonly<Record<string, number>>

/** What a recogniser says of a line of which one character is seen so. */
function spell(line: string, seen: Seen | null = null) {
  const place = line.indexOf('<<') - 1
  const steps = 2 * line.length + 1
  const data = new Float32Array(steps * CLASSES).fill(1e-5)
  for (let step = 0; step < steps; step++) data[step * CLASSES] = 0.98
  for (const [i, letter] of [...line].entries()) {
    const row = (2 * i + 1) * CLASSES
    data[row] = 0.03
    for (const [character, share] of Object.entries(i === place && seen ? seen : { [letter]: 0.95 }))
      data[row + 1 + DICTIONARY.indexOf(character)] = share
  }
  return { data, steps, classes: CLASSES }
}

/** A frame in which the last letter of the last name is seen so. */
function frameOf(seen: Seen) {
  const posteriors = [spell(lineOf('T'), seen), spell(SECOND)].map((text) => mrzPosteriors(text, DICTIONARY))
  const decoded = decodeZone(posteriors, 'TD3')
  if (decoded === null) throw new Error('The frame spells no zone')
  const read = { reading: { ...decoded, opinion: 'unasked' }, lines: LINES } as unknown as PlacedReading
  return { frame: FRAME, read }
}

const CLEAR = frameOf({ T: 0.95 })
/** Frames that lean to T, and to D, by so little that another reader turns them. */
const LEANING_T = frameOf({ T: 0.6, D: 0.3 })
const LEANING_D = frameOf({ D: 0.5, T: 0.45 })

/** What becomes of frames' zone beside print, where another reader sees some letters, frame by frame; and how often it is asked. */
async function settled({
  names = ['LINDQVIST', 'ANNA', 'MARIA'],
  zones = [CLEAR],
  letters = 'T',
  valid = true,
}) {
  let asked = 0
  const run = async () => {
    const { data, steps, classes } = spell(lineOf(letters[asked++]).slice(0, ASKED))
    return { out: { data, shape: [1, steps, classes] } }
  }
  const engine = { run, dictionary: DICTIONARY } as unknown as Engine
  const [lastName, ...firstNames] = names
  const print = { fields: { lastName: { value: lastName }, firstNames: { value: firstNames } } } as PrintFacts
  const voted = voteZones(
    zones.map(({ read }) => read.reading),
    TODAY,
  )
  if (voted === null) throw new Error('There is no zone')
  const zone = { ...voted, checksValid: valid }
  const found = await settleNames(engine, { zone, zones, print, today: TODAY })
  return { lastName: found?.fields.lastName, undecided: found?.undecided, asked }
}

test('names that the print of the side spells as well need no other reader', async () => {
  expect(await settled({})).toEqual({ lastName: 'LINDQVIST', undecided: [], asked: 0 })
})

test('another reader is asked where print lacks a name, has another, or a digit of the zone is wrong', async () => {
  expect((await settled({ names: ['LINDQVIST', 'ANNA'] })).asked).toBe(1)
  expect((await settled({ names: ['LINDQVISD', 'ANNA', 'MARIA'] })).asked).toBe(1)
  expect((await settled({ valid: false })).asked).toBe(1)
})

test('names that another reader reads otherwise in every frame are left undecided', async () => {
  const zones = [LEANING_T, LEANING_T]
  expect(await settled({ names: ['NOBODY'], zones, letters: 'DD' })).toEqual({
    lastName: 'LINDQVIST',
    undecided: ['names'],
    asked: 2,
  })
  expect(await settled({ names: ['NOBODY'], zones, letters: 'DT' })).toMatchObject({
    undecided: [],
    asked: 2,
  })
})

test('a frame whose names both readers spell otherwise speaks for no others', async () => {
  const zones = [LEANING_D, LEANING_T]
  expect(await settled({ names: ['NOBODY'], zones, letters: 'DD' })).toEqual({
    lastName: 'LINDQVIST',
    undecided: ['names'],
    asked: 2,
  })
})
