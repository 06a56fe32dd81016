import { describe, expect, it } from 'vitest'
import { seededRandom } from './random.ts'

describe('seededRandom()', () => {
  it('gives the same stream for the same seed and purpose', () => {
    const [one, other] = [seededRandom(7, 'shape'), seededRandom(7, 'shape')]
    expect(Array.from({ length: 20 }, one.uniform)).toEqual(Array.from({ length: 20 }, other.uniform))
  })

  it('gives another stream for another seed or purpose', () => {
    const firsts = [seededRandom(7, 'shape'), seededRandom(8, 'shape'), seededRandom(7, 'skin')]
    expect(new Set(firsts.map((random) => random.uniform())).size).toBe(3)
  })

  it('spreads evenly and normally', () => {
    const random = seededRandom(1)
    const uniforms = Array.from({ length: 20_000 }, random.uniform)
    const normals = Array.from({ length: 20_000 }, random.normal)
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(uniforms)).toBeCloseTo(0.5, 1)
    expect(mean(normals)).toBeCloseTo(0, 1)
    expect(mean(normals.map((value) => value * value))).toBeGreaterThan(0.85)
    expect(Math.min(...uniforms)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...uniforms)).toBeLessThan(1)
  })
})
