import { expect, test } from 'vitest'
import { drawChallenge } from './draw-challenge.ts'

test('drawChallenge() asks for one turn to each side in an order and under a nonce that change', () => {
  const drawn = Array.from({ length: 64 }, drawChallenge)
  for (const { turns } of drawn) expect(turns.toSorted()).toEqual(['left', 'right'])
  expect(new Set(drawn.map(({ turns }) => turns[0])).size).toBe(2)
  expect(new Set(drawn.map(({ nonce }) => nonce)).size).toBe(64)
})
