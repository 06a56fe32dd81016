import { describe, expect, it } from 'vitest'
import type { TextBox } from '../../text/text-box.ts'
import { findZoneLines } from './find-zone-lines.ts'

/** A line of a zone as text detection gives it: 600 px wide, 22 px high. */
function line(y: number, change: Partial<TextBox> & { x?: number } = {}): TextBox {
  const { x = 320, ...rest } = change
  return { center: { x, y }, width: 600, height: 22, angle: 0, confidence: 0.98, ...rest }
}

const HEADING = line(30, { width: 200, height: 30 })
const FIELD = line(200, { x: 420, width: 160, height: 18 })

describe('findZoneLines', () => {
  it('finds two long lines under each other among other print', () => {
    const zone = [line(380), line(420)]
    expect(findZoneLines([HEADING, zone[1], FIELD, zone[0]])).toEqual([zone])
  })

  it('finds three', () => {
    const zone = [line(340), line(380), line(420)]
    expect(findZoneLines([zone[2], zone[0], zone[1]])).toEqual([zone])
  })

  it('finds lines that are turned, in their own order', () => {
    const angle = -1.2
    const at = (across: number) => ({ x: 300 - Math.sin(angle) * across, y: 300 + Math.cos(angle) * across })
    const zone = [line(0, { center: at(0), angle }), line(0, { center: at(40), angle })]
    const [found] = findZoneLines([zone[1], zone[0]])
    expect(found.map(({ center }) => center.x)).toEqual([
      expect.closeTo(zone[0].center.x, 3),
      expect.closeTo(zone[1].center.x, 3),
    ])
  })

  it('joins a line that was found in pieces', () => {
    const pieces = [line(420, { x: 170, width: 300 }), line(421, { x: 475, width: 290 })]
    const [found] = findZoneLines([line(380), ...pieces])
    expect(found).toHaveLength(2)
    expect(found[1].width).toBeCloseTo(600, 0)
  })

  it('makes lines equally long: fillers at an end are sometimes lost', () => {
    const short = line(420, { x: 295, width: 550 })
    const [found] = findZoneLines([line(380), short])
    expect(found[1].width).toBeCloseTo(600, 5)
    expect(found[1].center.x).toBeCloseTo(320, 5)
  })

  it('takes a line that only begins with a long one: its fillers were not found', () => {
    const begun = line(380, { x: 150, width: 260 })
    const [found] = findZoneLines([begun, line(420)])
    expect(found).toHaveLength(2)
    expect(found[0].width).toBeCloseTo(600, 5)
  })

  it('takes one that only ends with it: a card may lie upside down', () => {
    const ended = line(420, { x: 490, width: 260 })
    const [found] = findZoneLines([line(380), ended])
    expect(found).toHaveLength(2)
    expect(found[1].width).toBeCloseTo(600, 5)
  })

  it('finds none in a single long line, in short lines or in lines far apart', () => {
    expect(findZoneLines([line(380)])).toEqual([])
    expect(findZoneLines([line(380, { width: 200 }), line(420, { width: 200 })])).toEqual([])
    expect(findZoneLines([line(200), line(420)])).toEqual([])
  })
})
