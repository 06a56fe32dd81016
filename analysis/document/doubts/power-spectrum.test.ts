import { expect, it } from 'vitest'
import { powerSpectrum } from './power-spectrum.ts'

const SIDE = 64

it('has its peak at the frequency of a wave, and nothing where there is nothing', () => {
  const wave = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)]
    return 100 + 50 * Math.cos((2 * Math.PI * (5 * x + 9 * y)) / SIDE)
  })
  const { data } = powerSpectrum(wave, SIDE)
  const peak = data.indexOf(Math.max(...data))
  expect([[9 * SIDE + 5], [(SIDE - 9) * SIDE + SIDE - 5]].flat()).toContain(peak)
  expect(data[20 * SIDE + 30] / data[peak]).toBeLessThan(1e-9)
})

it('keeps the power of what it transforms (Parseval)', () => {
  const spike = new Float32Array(SIDE * SIDE)
  spike[SIDE * 32 + 32] = 1000
  const { data } = powerSpectrum(spike, SIDE)
  const sum = data.reduce((total, power) => total + power, 0)
  expect(sum / (SIDE * SIDE) / 1000 ** 2).toBeCloseTo(1, 1)
})

it('refuses a side that is no power of two, and levels that are no square', () => {
  expect(() => powerSpectrum(new Float32Array(100), 10)).toThrow(RangeError)
  expect(() => powerSpectrum(new Float32Array(100), 16)).toThrow(RangeError)
})
