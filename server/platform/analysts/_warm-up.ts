import type { Engine } from '../../../analysis/engine.ts'
import { guideFrame } from '../../../analysis/guide-frame.ts'
import type { Image } from '../../../domain/image.ts'

/** Judgements of each kind: by the fourth a thread is about as fast as it gets, 35 ms instead of 170 ms. */
const ROUNDS = 4
const FRAME = { width: 1280, height: 720 }
const TABLE_GREY = 60
const CARD_GREY = 200
/** Every so many rows a line of "print", so that there is something to read. */
const PRINT_SPACING_ROWS = 24
const PRINT_ROWS = 8

/** Judges an invented frame a few times: the first applicant after a start gets hints as fast as the next one. */
export async function warmUp(engine: Engine): Promise<void> {
  const frame = drawCard()
  for (let round = 0; round < ROUNDS; round++) {
    await guideFrame(engine, frame, { scene: 'document-front', turn: null })
    await guideFrame(engine, frame, { scene: 'face', turn: null })
  }
}

/** A light card with stripes on a dark table. */
function drawCard(): Image {
  const { width, height } = FRAME
  const data = new Uint8Array(width * height * 3).fill(TABLE_GREY)
  for (let y = Math.round(height * 0.2); y < height * 0.8; y++) {
    const isPrint = y % PRINT_SPACING_ROWS < PRINT_ROWS
    for (let x = Math.round(width * 0.2); x < width * 0.8; x++) {
      const grey = isPrint && x % PRINT_SPACING_ROWS < PRINT_ROWS ? TABLE_GREY : CARD_GREY
      data.fill(grey, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { data, width, height }
}
