import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLight } from '../../../analysis/liveness/read-light.ts'
import type { Image } from '../../../domain/image.ts'
import { drawPerson } from '../../../test/people/person/draw-person.ts'
import { makePerson } from '../../../test/people/person/person.ts'
import { buildModels } from '../../../tools/models/build-models.ts'
import type { Analysts } from './analysts.ts'
import { startAnalysts } from './threads.ts'

const silent = { error: () => {} }
const LOOK_STRAIGHT = { scene: 'face', turn: null } as const
const TODAY = '2026-01-31'

function emptyFrame(width = 320, height = 240): Image {
  return { data: new Uint8Array(width * height * 3).fill(120), width, height }
}

describe('startAnalysts()', () => {
  let analysts: Analysts
  beforeAll(async () => {
    await buildModels({ log: () => {} })
    analysts = startAnalysts({ threads: 1, log: silent })
  })
  afterAll(() => analysts.close())

  test('judges a frame off the event loop and leaves it to the caller', async () => {
    const frame = drawPerson(makePerson(3), { width: 320, height: 240, samplesPerSide: 1 })
    const guidance = await analysts.guide(frame, LOOK_STRAIGHT)
    expect(guidance.hint).toBe('good')
    expect(frame.data).toHaveLength(320 * 240 * 3)
  })

  test('reads the colours on a face as the function does', async () => {
    const asked = ['red', 'green'] as const
    const tint = (red: number): [number, number, number] => [red, 0.1 - red, 0]
    const signals = {
      shown: asked.map((colour, i) => ({ colour, fromMs: i * 600 })),
      samples: Array.from({ length: 6 * asked.length }, (_, i) => ({
        timeMs: 50 + i * 100,
        patches: Array.from({ length: 7 }, () => tint(asked[Math.floor(i / 6)] === 'red' ? 0.1 : 0)),
      })),
    }
    const light = await analysts.readLight(asked, signals)
    expect(light).toEqual(readLight(asked, signals))
    expect(light).not.toBeNull()
    expect(await analysts.readLight(asked, null)).toBeNull()
  })

  test('reads a scene and takes its frames over', async () => {
    const image = drawPerson(makePerson(3), { width: 320, height: 240, samplesPerSide: 1 })
    const analysis = await analysts.analyze({
      scene: 'face',
      frames: [{ image, timeMs: 0 }],
      challenge: null,
      today: TODAY,
    })
    expect(analysis.facts).toMatchObject({ kind: 'face', framesRead: 1, framesWithFace: 1 })
    expect(analysis.crop?.width).toBeGreaterThan(50)
    expect(image.data).toHaveLength(0)
  })

  test('judges frames before scenes that wait, and refuses more frames than it can judge in time', async () => {
    const done: string[] = []
    const scene = () => ({
      scene: 'face' as const,
      frames: [{ image: emptyFrame(), timeMs: 0 }],
      challenge: null,
      today: TODAY,
    })
    const scenes = [1, 2].map((number) => analysts.analyze(scene()).then(() => done.push(`scene ${number}`)))
    const frames = [1, 2, 3, 4].map((number) =>
      analysts.guide(emptyFrame(), LOOK_STRAIGHT).then(() => done.push(`frame ${number}`)),
    )
    await expect(analysts.guide(emptyFrame(), LOOK_STRAIGHT)).rejects.toMatchObject({ code: 'unavailable' })
    await Promise.all([...scenes, ...frames])
    expect(done).toEqual(['scene 1', 'frame 1', 'frame 2', 'frame 3', 'frame 4', 'scene 2'])
  })

  test('tells what went wrong in a thread and goes on', async () => {
    const broken = { data: new Uint8Array(0), width: 0, height: 0 }
    await expect(analysts.guide(broken, LOOK_STRAIGHT)).rejects.toThrow()
    expect((await analysts.guide(emptyFrame(), LOOK_STRAIGHT)).hint).toBe('no-face')
  })
})

describe('startAnalysts() with threads that break down', () => {
  const entry = new URL('_breaking-thread.ts', import.meta.url)

  test('refuses the request over which a thread ended and goes on with another thread', async () => {
    const analysts = startAnalysts({ threads: 1, log: silent, entry })
    const crash = analysts.guide(emptyFrame(13, 1), LOOK_STRAIGHT)
    const after = analysts.guide(emptyFrame(), LOOK_STRAIGHT)
    await expect(crash).rejects.toMatchObject({ code: 'unavailable' })
    expect((await after).hint).toBe('good')
    await analysts.close()
  })

  test('refuses what still waits when it closes', async () => {
    const analysts = startAnalysts({ threads: 1, log: silent, entry })
    await analysts.guide(emptyFrame(), LOOK_STRAIGHT)
    const running = analysts.guide(emptyFrame(), LOOK_STRAIGHT)
    const waiting = analysts.guide(emptyFrame(), LOOK_STRAIGHT)
    const refused = expect(waiting).rejects.toMatchObject({ code: 'unavailable' })
    await analysts.close()
    await refused
    expect((await running).hint).toBe('good')
  })

  test('closes while its threads are still starting', async () => {
    const analysts = startAnalysts({ threads: 1, log: silent, entry })
    const refused = expect(analysts.guide(emptyFrame(), LOOK_STRAIGHT)).rejects.toMatchObject({
      code: 'unavailable',
    })
    await analysts.close()
    await refused
  })
})
