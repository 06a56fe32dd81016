import { describe, expect, test } from 'vitest'
import { makeLight } from '../../../test/fakes/scene-facts.ts'
import { judgeReach } from './judge-reach.ts'

const ASKED = ['red', 'blue', 'green', 'red', 'blue'] as const

describe('judgeReach()', () => {
  test('tells a face that follows by how much the colours add to it', () => {
    expect(judgeReach(ASKED, makeLight({ strength: 0.05 }))).toBe('enough')
    expect(judgeReach(ASKED, makeLight({ strength: 0.02 }))).toBe('weak')
  })

  test('blames a room in which they add less than tells a face from paper', () => {
    expect(judgeReach(ASKED, makeLight({ strength: 0.016 }))).toBe('weak')
    expect(judgeReach(ASKED, makeLight({ strength: 0.014 }))).toBe('too-bright')
  })

  test('blames the room for one that does not follow where they add little, and nothing where they do', () => {
    expect(judgeReach(ASKED, makeLight({ strength: 0.02, match: 0.5 }))).toBe('too-bright')
    expect(judgeReach(ASKED, makeLight({ match: 0.5 }))).toBe('unclear')
    expect(judgeReach(ASKED, null)).toBe('unclear')
  })

  test('blames the room as well for a face that is too noisy there to tell it from paper', () => {
    const noisy = { unevenness: { ratio: 2, degrees: 6 } }
    expect(judgeReach(ASKED, makeLight({ strength: 0.02, ...noisy }))).toBe('too-bright')
    expect(judgeReach(ASKED, makeLight(noisy))).toBe('unclear')
  })
})
