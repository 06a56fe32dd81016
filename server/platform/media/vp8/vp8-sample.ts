/** VP8 frames of one colour, made with libvpx, for tests: 64 x 48 of RGB 200, 50, 20. */
export const RED_KEY_FRAME = Buffer.from(
  'UAMAnQEqQAAwAABHCIWFiIWEiAICAnWqA/gCBwjcwgpjZ4WA/vrEP/9/qvf1Xv6r/dp//CzP4WZ/CzP/hOAA',
  'base64',
)
/** The frame after it: nothing changes. */
export const RED_DELTA_FRAME = Buffer.from('0QEAARAQABgAGFgv9AAIjAAA', 'base64')
