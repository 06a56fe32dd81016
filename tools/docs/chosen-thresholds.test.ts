import { expect, test } from 'vitest'
import { chosenThresholds } from './chosen-thresholds.ts'

test('chosenThresholds() names what its comment calls so, and what shares that comment', () => {
  const source = `
/** Every threshold, measured or chosen. */
export const THRESHOLDS = {
  /** Cards measure 876 and more. */
  sharpness: 60,
  /** Chosen, not measured: white is above it. */
  luma: 245,
  /**
   * Degrees from frontal. Chosen, not
   * measured: a phone is held low.
   */
  yaw: 15,
  pitch: 20,
  /** Chosen by the measurement of 30 cards. */
  glare: 0.08,
}`
  expect(chosenThresholds(source)).toEqual(['luma', 'yaw', 'pitch'])
})
