import { expect, it } from 'vitest'
import { transformSquare } from './transform-square.ts'

const SIDE = 64

const square = (real: Float32Array, imaginary = new Float32Array(real.length)) => ({
  real,
  imaginary,
  side: SIDE,
})
const powerOf = ({ real, imaginary }: { real: Float32Array; imaginary: Float32Array }) =>
  real.map((part, i) => part ** 2 + imaginary[i] ** 2)

it('has its peak at the frequency of a wave, and nothing where there is nothing', () => {
  const wave = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)]
    return 100 + 50 * Math.cos((2 * Math.PI * (5 * x + 9 * y)) / SIDE)
  })
  const transformed = square(wave)
  transformSquare(transformed)
  const power = powerOf(transformed)
  const peak = power.indexOf(Math.max(...power))
  expect([[9 * SIDE + 5], [(SIDE - 9) * SIDE + SIDE - 5]].flat()).toContain(peak)
  expect(power[20 * SIDE + 30] / power[peak]).toBeLessThan(1e-9)
})

it('keeps the power of what it transforms (Parseval)', () => {
  const spike = new Float32Array(SIDE * SIDE)
  spike[SIDE * 32 + 32] = 1000
  const transformed = square(spike)
  transformSquare(transformed)
  const sum = powerOf(transformed).reduce((total, power) => total + power, 0)
  expect(sum / (SIDE * SIDE) / 1000 ** 2).toBeCloseTo(1, 1)
})

it('refuses a side that is no power of two, and levels that are no square', () => {
  const levels = new Float32Array(100)
  expect(() => transformSquare({ real: levels, imaginary: levels, side: 10 })).toThrow(RangeError)
  expect(() => transformSquare({ real: levels, imaginary: levels, side: 16 })).toThrow(RangeError)
})
