import { expect, test } from 'vitest'
import { LIGHT_ORDERS, TURN_LIGHT_LENGTH } from '../../../domain/faces/light.ts'
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
  expect(drawChallenge('left-out')).toMatchObject({ light: [], turnLight: [], minimumYawDegrees: 14 })
})

test('drawChallenge() goes on with colours for the turns, none twice in a row, that cannot be told beforehand', () => {
  const drawn = Array.from({ length: 64 }, () => drawChallenge('asked'))
  for (const { light = [], turnLight = [] } of drawn) {
    expect(turnLight).toHaveLength(TURN_LIGHT_LENGTH)
    const all = [...light.slice(-1), ...turnLight]
    expect(all.filter((colour, i) => colour === all[i + 1])).toEqual([])
  }
  expect(new Set(drawn.map(({ turnLight = [] }) => turnLight.slice(0, 8).join())).size).toBeGreaterThan(40)
})
