import { describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { CAST } from '../cast.ts'
import { drawDocument } from '../documents/draw-document.ts'
import { issueDocument } from '../documents/issue-document.ts'
import { DISTORTIONS, type DistortionName } from './distortion.ts'
import { type DocumentFrame, filmDocument } from './film-document.ts'

const drawn = await drawDocument(issueDocument(CAST.luca, 'id-card'))
const card = { image: drawn.back ?? drawn.front, cornerShare: 3.18 / 85.6 }

/** Half of a film's size, for speed: nothing asked here depends on it. */
const SIZE = { width: 640, height: 360 }

async function film(name: DistortionName, seed = 5, frames = 1): Promise<DocumentFrame[]> {
  const distortion = DISTORTIONS[name]
  return filmDocument(card, { seed, frames, distortion, size: SIZE, hand: [0.8, 0.6, 0.5] })
}

const kept = new Map<DistortionName, Promise<DocumentFrame[]>>()

async function frame(name: DistortionName): Promise<Image> {
  const filmed = kept.get(name) ?? film(name)
  kept.set(name, filmed)
  return (await filmed)[0].image
}

const lumaAt = ({ data, width }: Image, x: number, y: number) => data[(y * width + x) * 3 + 1]

/** Mean squared difference between neighbours: falls with every blur. */
function detail(image: Image, way: 'across' | 'down'): number {
  let sum = 0
  for (let y = 1; y < image.height; y += 2) {
    for (let x = 1; x < image.width; x += 2) {
      const before = way === 'across' ? lumaAt(image, x - 1, y) : lumaAt(image, x, y - 1)
      sum += (lumaAt(image, x, y) - before) ** 2
    }
  }
  return (sum * 4) / (image.width * image.height)
}

function meanLuma(image: Image): number {
  let sum = 0
  for (let i = 1; i < image.data.length; i += 3) sum += image.data[i]
  return (sum * 3) / image.data.length
}

function burntShare(image: Image): number {
  let burnt = 0
  for (let i = 0; i < image.data.length; i += 3) if (image.data[i] > 250 && image.data[i + 2] > 250) burnt++
  return (burnt * 3) / image.data.length
}

describe('filmDocument()', () => {
  it('gives the same frames for the same seed and others for another', async () => {
    const [one, again, other] = [await film('none', 5, 2), await film('none', 5, 2), await film('none', 6, 2)]
    expect(one).toEqual(again)
    expect(one[0].image.data).not.toEqual(other[0].image.data)
  })

  it('fills 70 to 75 % of the frame with the whole card', async () => {
    const [{ image, corners }] = await film('none')
    expect([image.width, image.height]).toEqual([SIZE.width, SIZE.height])
    const share = (corners[1].x - corners[0].x) / image.width
    expect(share).toBeGreaterThan(0.68)
    expect(share).toBeLessThan(0.77)
    for (const { x, y } of corners) {
      expect(x > 0 && x < image.width && y > 0 && y < image.height).toBe(true)
    }
  })

  it('moves the card a little from frame to frame', async () => {
    const frames = await film('none', 5, 4)
    for (let i = 1; i < frames.length; i++) {
      const moves = frames[i].corners.map(({ x, y }, corner) =>
        Math.hypot(x - frames[i - 1].corners[corner].x, y - frames[i - 1].corners[corner].y),
      )
      expect(Math.max(...moves)).toBeGreaterThan(0.3)
      expect(Math.max(...moves)).toBeLessThan(20)
    }
  })

  it('loses detail to defocus, and to movement only along it', async () => {
    const [sharp, slight, blurred, moved] = [
      await frame('none'),
      await frame('slight-blur'),
      await frame('blur'),
      await frame('motion'),
    ]
    expect(detail(slight, 'across')).toBeLessThan(detail(sharp, 'across') * 0.8)
    expect(detail(blurred, 'across')).toBeLessThan(detail(slight, 'across') * 0.5)
    expect(detail(moved, 'across')).toBeLessThan(detail(sharp, 'across') * 0.4)
    expect(detail(moved, 'down')).toBeGreaterThan(detail(moved, 'across') * 2)
  })

  it('burns out where light is reflected, darkens in the dark and in a shadow', async () => {
    const [clean, glare] = [await frame('none'), await frame('glare')]
    expect(burntShare(glare)).toBeGreaterThan(burntShare(clean) + 0.03)
    expect(meanLuma(await frame('dark'))).toBeLessThan(meanLuma(clean) * 0.12)
    expect(meanLuma(await frame('shadow'))).toBeLessThan(meanLuma(clean) * 0.85)
  })

  it('leaves part of the card outside, or shows it small', async () => {
    const [outside] = await film('partly-outside')
    const [small] = await film('small')
    expect(outside.corners[1].x).toBeGreaterThan(
      SIZE.width + 0.15 * (outside.corners[1].x - outside.corners[0].x),
    )
    expect(small.corners[1].x - small.corners[0].x).toBeLessThan(0.34 * SIZE.width)
  })

  it('shows the blocks of strong compression', async () => {
    const [clean, compressed] = [await frame('none'), await frame('jpeg-noise')]
    const jumps = (image: Image, phase: number) => {
      let sum = 0
      for (let y = 4; y < SIZE.height; y += 8) {
        for (let x = 8 + phase; x < SIZE.width; x += 8)
          sum += Math.abs(lumaAt(image, x, y) - lumaAt(image, x - 1, y))
      }
      return sum
    }
    expect(jumps(compressed, 0) / jumps(compressed, 4)).toBeGreaterThan(1.3)
    expect(jumps(clean, 0) / jumps(clean, 4)).toBeLessThan(1.2)
  })
})
