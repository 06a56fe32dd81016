import type { Image, Point } from '../../../domain/image.ts'
import { hill, rise } from '../curve.ts'
import { seededRandom } from '../random.ts'
import type { Distortion } from './distortion.ts'
import type { LightFrame } from './light-frame.ts'
import type { PlacedCard } from './place-card.ts'

/** Deviation of a phone's sensor noise, share of full white; it stays when the light goes. */
const SENSOR_NOISE = 0.0035
/** Length of the table of noise, a power of 2 so that a mask wraps it round. */
const NOISE_COUNT = 2 ** 14
/** Gaussian kernels are cut at this many deviations. */
const KERNEL_DEVIATIONS = 3

/** What is done to a frame, and where the card stands in it. */
export interface FrameShot {
  distortion: Distortion
  corners: PlacedCard
  /** How far the film has gone, 0-1. */
  moment?: number
  seed: number
}

/** Lets light, lens, movement and sensor do their work; gives the frame as pixels. */
export function distortFrame(frame: LightFrame, { distortion, corners, moment = 0, seed }: FrameShot): Image {
  if (distortion.shadow) castShadow(frame, distortion.shadow, corners)
  if (distortion.glareShare)
    reflectLight(frame, distortion.glareShare, { corners, at: glareAt(distortion, moment) })
  if (distortion.blurSigma) blur(frame, gaussianKernel(distortion.blurSigma), 'both')
  if (distortion.motionLength) blur(frame, boxKernel(distortion.motionLength), 'across')
  return expose(frame, distortion.exposure ?? 1, seed)
}

function castShadow(frame: LightFrame, darkness: number, corners: PlacedCard): void {
  const [{ x: left }, { x: right }] = corners
  const edge = (left + right) / 2
  const softness = (right - left) * 0.04
  eachPixel(frame, (at, x, y) => {
    const light = 1 - darkness * rise(edge + softness, edge - softness, x - y * 0.3 + frame.height * 0.15)
    for (let channel = 0; channel < 3; channel++) frame.data[at + channel] *= light
  })
}

/** Where light is reflected at a moment of the film, shares of the card. */
function glareAt({ glareWay }: Distortion, moment: number): Point {
  if (!glareWay) return { x: 0.6, y: 0.5 }
  const { from, to } = glareWay
  return { x: from.x + (to.x - from.x) * moment, y: from.y + (to.y - from.y) * moment }
}

function reflectLight(
  frame: LightFrame,
  share: number,
  { corners, at }: { corners: PlacedCard; at: Point },
): void {
  const [topLeft, topRight, bottomRight] = corners
  const width = topRight.x - topLeft.x
  const centre = { x: topLeft.x + width * at.x, y: topLeft.y + (bottomRight.y - topLeft.y) * at.y }
  const radius = (share * width) / 2
  eachPixel(frame, (pixel, x, y) => {
    const light = 1.6 * hill(Math.hypot(x - centre.x, (y - centre.y) * 1.3), radius)
    for (let channel = 0; channel < 3; channel++) frame.data[pixel + channel] += light
  })
}

function eachPixel(frame: LightFrame, change: (at: number, x: number, y: number) => void): void {
  for (let y = 0, at = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++, at += 3) change(at, x, y)
  }
}

function gaussianKernel(sigma: number): number[] {
  const reach = Math.ceil(sigma * KERNEL_DEVIATIONS)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-(((i - reach) / sigma) ** 2) / 2))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function boxKernel(length: number): number[] {
  const odd = Math.max(1, Math.round(length) | 1)
  return Array.from({ length: odd }, () => 1 / odd)
}

function blur(frame: LightFrame, kernel: number[], way: 'across' | 'both'): void {
  convolve(frame, kernel, { step: 3, count: frame.width, lineStep: frame.width * 3, lines: frame.height })
  if (way === 'across') return
  convolve(frame, kernel, { step: frame.width * 3, count: frame.height, lineStep: 3, lines: frame.width })
}

function convolve(
  frame: LightFrame,
  kernel: number[],
  { step, count, lineStep, lines }: { step: number; count: number; lineStep: number; lines: number },
): void {
  const reach = kernel.length >> 1
  const line = new Float32Array(count)
  for (let start = 0; start < lines; start++) {
    for (let channel = 0; channel < 3; channel++) {
      const first = start * lineStep + channel
      for (let i = 0; i < count; i++) line[i] = frame.data[first + i * step]
      for (let i = 0; i < count; i++) frame.data[first + i * step] = weigh(line, kernel, i - reach)
    }
  }
}

function weigh(line: Float32Array, kernel: number[], from: number): number {
  let sum = 0
  for (let k = 0; k < kernel.length; k++) {
    sum += kernel[k] * line[Math.min(line.length - 1, Math.max(0, from + k))]
  }
  return sum
}

function expose(frame: LightFrame, exposure: number, seed: number): Image {
  const random = seededRandom(seed, 'sensor')
  const noise = Float32Array.from({ length: NOISE_COUNT }, () => SENSOR_NOISE * random.normal())
  const start = Math.floor(random.between(0, NOISE_COUNT))
  const data = new Uint8Array(frame.data.length)
  for (let i = 0; i < data.length; i++) {
    // Two walks of different stride through the table, so that its repeat does not show as a pattern.
    const walk = noise[(start + i) & (NOISE_COUNT - 1)]
    const otherWalk = noise[(start + i * 13 + (i >> 4)) & (NOISE_COUNT - 1)]
    data[i] = Math.max(0, Math.min(255, Math.round(255 * (frame.data[i] * exposure + walk + otherWalk))))
  }
  return { data, width: frame.width, height: frame.height }
}
