import { expect, it } from 'vitest'
import { zoneTop } from './zone-top.ts'

const CARD = { width: 1200, height: 845 }
const run = (y: number, width: number) => ({
  center: { x: 600, y },
  width,
  height: 36,
  angle: 0,
  confidence: 0.9,
})

it('takes a zone to begin with the first of its long lines, wherever the card was cut out', () => {
  expect(zoneTop([run(300, 1100), run(560, 200), run(640, 1080), run(700, 1080)], CARD, 'TD3')).toBe(622)
})

it('takes it to begin where zones do when its lines were found in pieces', () => {
  expect(zoneTop([run(640, 400), run(700, 500)], CARD, 'TD3')).toBeCloseTo(608.4)
})

it('takes a line in pieces above the whole one for the zone, and other print for none of it', () => {
  const pieces = [run(690, 180), run(692, 300)]
  expect(zoneTop([run(670, 200), ...pieces, run(760, 1080)], CARD, 'TD3')).toBe(672)
  expect(zoneTop([run(560, 200), ...pieces, run(760, 1080)], CARD, 'TD3')).toBe(672)
  expect(zoneTop([run(560, 200), { ...run(690, 300), height: 18 }, run(760, 1080)], CARD, 'TD3')).toBe(742)
})

it('takes print above a whole first line for print, though the second was found in pieces', () => {
  expect(zoneTop([run(620, 300), run(690, 1080), run(760, 300), run(762, 200)], CARD, 'TD3')).toBe(672)
  expect(zoneTop([run(620, 300), run(690, 1080), run(760, 1080)], CARD, 'TD3')).toBe(672)
})
