import { expect, test } from 'vitest'
import { guideBox } from './guide-box.ts'
import { previewBox } from './preview-box.ts'

test('a picture nearly of the shape of its room fills it', () => {
  const room = { width: 360, height: 560 }
  expect(previewBox(room, { width: 1080, height: 1920 })).toEqual({ left: 0, top: 0, ...room })
})

test('a short room cuts off top and bottom of an upright picture, never its sides', () => {
  const room = { width: 296, height: 330 }
  expect(previewBox(room, { width: 1080, height: 1920 })).toEqual({ left: 0, top: 0, ...room })
})

test('a picture of another shape shows whole and centred', () => {
  expect(previewBox({ width: 360, height: 560 }, { width: 1280, height: 720 })).toEqual({
    left: 0,
    top: 179,
    width: 360,
    height: 203,
  })
})

test('a document that fits the guide fills at least 71 % of the picture, whatever the device', () => {
  const rooms = [
    { room: { width: 360, height: 560 }, picture: { width: 1080, height: 1920 } },
    { room: { width: 360, height: 560 }, picture: { width: 1920, height: 1080 } },
    { room: { width: 960, height: 540 }, picture: { width: 1920, height: 1080 } },
    { room: { width: 280, height: 460 }, picture: { width: 720, height: 1280 } },
  ]
  for (const { room, picture } of rooms) {
    const box = previewBox(room, picture)
    const guide = guideBox(box, 'card')
    const pictureWidthShown = Math.max(box.width, (box.height * picture.width) / picture.height)
    expect(guide.width / pictureWidthShown).toBeGreaterThanOrEqual(0.71)
  }
})

test('the guide stays inside the preview and keeps its shape', () => {
  for (const shape of ['card', 'passport-page', 'face'] as const) {
    for (const preview of [
      { width: 320, height: 500 },
      { width: 960, height: 540 },
    ]) {
      const box = guideBox(preview, shape)
      expect(box.left).toBeGreaterThan(0)
      expect(box.top).toBeGreaterThan(0)
      expect(box.left + box.width).toBeLessThan(preview.width)
      expect(box.top + box.height).toBeLessThan(preview.height)
    }
  }
})
