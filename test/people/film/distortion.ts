import type { Point } from '../../../domain/image.ts'

/** Fingers laid over a card. */
export interface FingersOver {
  /** Where the foremost tip lies, shares of the card. */
  at: Point
  from: 'left' | 'right' | 'top' | 'bottom'
  count: number
}

/** What a camera or its holder does to a film of a document, each separately; 0 or absent does nothing. */
export interface Distortion {
  /** Defocus: standard deviation of the blur, px of the frame. */
  blurSigma?: number
  /** Length of a smear by movement, px. */
  motionLength?: number
  /** Share of the card's width that a burnt-out reflection covers. */
  glareShare?: number
  /** Where that reflection wanders in the course of the film, shares of the card; without it, it stays right of the middle. */
  glareWay?: { from: Point; to: Point }
  /** Factor on the light that reaches the sensor, 0-1; 1 is a bright room. */
  exposure?: number
  /** Darkness of a shadow across half of the card, 0-1. */
  shadow?: number
  /** Share of the card's width that lies outside the frame. */
  outsideShare?: number
  /** Width of the card over the width of the frame. */
  coverage?: number
  /** Largest tilt towards or away from the camera, degrees. */
  tiltDegrees?: number
  /** How far the card is turned in its plane, degrees clockwise. */
  rollDegrees?: number
  /** Papers, pens and keys on the desk. */
  clutter?: number
  /** Fingers of the other hand that lie flat across the card: where their tips are, and the side they reach in from. */
  fingersOver?: FingersOver
  /** JPEG quality 1-100 that the frame has gone through before. */
  jpegQuality?: number
}

/** A cooperative holder in a bright room. */
export const COOPERATIVE: Distortion = { coverage: 0.72, tiltDegrees: 6, exposure: 1 }

/** Named films that tests ask for. */
export const DISTORTIONS = {
  none: COOPERATIVE,
  blur: { ...COOPERATIVE, blurSigma: 5 },
  'slight-blur': { ...COOPERATIVE, blurSigma: 1.2 },
  motion: { ...COOPERATIVE, motionLength: 17 },
  glare: { ...COOPERATIVE, glareShare: 0.35 },
  dark: { ...COOPERATIVE, exposure: 0.06 },
  shadow: { ...COOPERATIVE, shadow: 0.55 },
  'partly-outside': { ...COOPERATIVE, outsideShare: 0.25 },
  small: { ...COOPERATIVE, coverage: 0.3 },
  'jpeg-noise': { ...COOPERATIVE, jpegQuality: 18 },
} as const satisfies Record<string, Distortion>

/** A name of the films above. */
export type DistortionName = keyof typeof DISTORTIONS
