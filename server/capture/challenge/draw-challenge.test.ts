import { expect, test } from 'vitest'
import { LIGHT_ORDERS } from '../../../domain/faces/light.ts'
import { drawChallenge } from './draw-challenge.ts'

test('drawChallenge() asks for one turn to each side in an order and under a nonce that change', () => {
  const drawn = Array.from({ length: 64 }, () => drawChallenge('asked'))
  for (const { turns } of drawn) expect(turns.toSorted()).toEqual(['left', 'right'])
  expect(new Set(drawn.map(({ turns }) => turns[0])).size).toBe(2)
  expect(new Set(drawn.map(({ nonce }) => nonce)).size).toBe(64)
})

test('drawChallenge() asks for colours of the screen in an order that changes', () => {
  const orders = Array.from({ length: 64 }, () => drawChallenge('asked').light ?? [])
  for (const order of orders) expect(LIGHT_ORDERS).toContainEqual(order)
  expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(10)
  expect(drawChallenge('left-out')).toMatchObject({ light: [], minimumYawDegrees: 14 })
})
