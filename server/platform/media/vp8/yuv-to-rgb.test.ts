import { describe, expect, it } from 'vitest'
import { VP8_COLOR_SPACE } from '../rtp/read-color-space.ts'
import { yuvToRgb } from './yuv-to-rgb.ts'

function flat(y: number, u: number, v: number): Parameters<typeof yuvToRgb>[0] {
  return {
    y: { bytes: new Uint8Array(8 * 4).fill(y), stride: 8 },
    u: { bytes: new Uint8Array(4 * 2).fill(u), stride: 4 },
    v: { bytes: new Uint8Array(4 * 2).fill(v), stride: 4 },
    left: 0,
    top: 0,
    width: 5,
    height: 3,
    colorSpace: VP8_COLOR_SPACE,
  }
}

describe('yuvToRgb', () => {
  it('maps studio black and white to black and white', () => {
    expect([...yuvToRgb(flat(16, 128, 128)).data.subarray(0, 3)]).toEqual([0, 0, 0])
    expect([...yuvToRgb(flat(235, 128, 128)).data.subarray(0, 3)]).toEqual([255, 255, 255])
  })

  it('converts a colour of BT.601 in studio range', () => {
    const image = yuvToRgb(flat(95, 93, 196))
    expect(image).toMatchObject({ width: 5, height: 3 })
    expect(image.data).toHaveLength(45)
    for (const [index, value] of [200, 50, 20].entries())
      expect(Math.abs(image.data[42 + index] - value)).toBeLessThan(3)
  })

  it('converts a colour of BT.709 in full range', () => {
    const image = yuvToRgb({ ...flat(143, 51, 37), colorSpace: { matrix: 'bt709', range: 'full' } })
    for (const [index, value] of [0, 200, 0].entries())
      expect(Math.abs(image.data[index] - value)).toBeLessThan(3)
  })

  it('cuts out the visible part, chroma included', () => {
    const picture = flat(16, 128, 128)
    picture.y.bytes[2 * 8 + 3] = 235
    const image = yuvToRgb({ ...picture, left: 3, top: 2, width: 2, height: 1 })
    expect([...image.data]).toEqual([255, 255, 255, 0, 0, 0])
  })
})
