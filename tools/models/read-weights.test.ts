import { describe, expect, test } from 'vitest'
import { readWeights, type WeightEntry } from './read-weights.ts'

function read(entries: WeightEntry[], bytes: number[]): number[][] {
  return [...readWeights([{ weights: entries }], Uint8Array.from(bytes)).values()].map(({ data }) => [
    ...data,
  ])
}

describe('readWeights()', () => {
  test('reads arrays that lie one after the other', () => {
    const first = { name: 'a', shape: [1], dtype: 'float32' }
    const second = { name: 'b', shape: [2], dtype: 'int32' }
    expect(read([first, second], [0, 0, 0x80, 0x3f, 7, 0, 0, 0, 0xff, 0xff, 0xff, 0xff])).toEqual([
      [1],
      [7, -1],
    ])
  })

  test('undoes the 8-bit quantisation', () => {
    const quantization = { dtype: 'uint8', scale: 0.5, min: -1 }
    expect(read([{ name: 'a', shape: [3], dtype: 'float32', quantization }], [0, 2, 255])).toEqual([
      [-1, 0, 126.5],
    ])
  })

  test('reads half floats: whole, tiny, negative, endless', () => {
    const quantization = { dtype: 'float16' }
    const halves = [0x00, 0x3c, 0x01, 0x00, 0x00, 0xc5, 0x00, 0x7c]
    expect(read([{ name: 'a', shape: [4], dtype: 'float32', quantization }], halves)).toEqual([
      [1, 2 ** -24, -5, Number.POSITIVE_INFINITY],
    ])
  })

  test('refuses types it does not know and bytes that are left over', () => {
    expect(() => read([{ name: 'a', shape: [1], dtype: 'complex64' }], [0])).toThrow('complex64')
    expect(() => read([{ name: 'a', shape: [1], dtype: 'int32' }], [0, 0, 0, 0, 0])).toThrow('byte 4 of 5')
  })
})
