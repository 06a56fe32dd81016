import type { Engine } from '../../../../analysis/engine.ts'
import { findMainFace } from '../../../../analysis/face/find-main-face.ts'
import { meshBox } from '../../../../analysis/face/mesh/face-mesh.ts'
import type { Box, Image } from '../../../../domain/image.ts'
import type { LightField } from '../../../../test/people/person/render/backdrop.ts'
import { litPrint, litScreen, type Stages } from './light-stages.ts'
import type { LitStage } from './lit-stage.ts'

/** Size of the frames that photos are cut to, and how high the face stands in them. */
const FRAME = { width: 480, height: 360 }
const FACE_SHARE = 0.45
/** A head as an ellipsoid: half its width and height over those of the face. */
const HEAD = { across: 0.62, along: 0.75 }
/** What is behind it gets this much of the screen's light. */
const WALL_SHARE = 0.05

/**
 * A photo of a real face as if the person stood before the camera, and as a print and a screen of it: the light of the screen
 * is computed, matt and by the angle at which an ellipsoid meets it. Null where no face is found.
 */
export async function photoStages(
  engine: Engine,
  photo: Image,
): Promise<Pick<Stages, 'live' | 'print' | 'screen'> | null> {
  const face = await findMainFace(engine, photo, 'exact')
  if (face === null) return null
  const box = meshBox(face.mesh)
  const room = cut(photo, box)
  const live: LitStage = { room, screen: litHead(room, box), litBy: 'room' }
  return { live, print: litPrint(room), screen: litScreen(room) }
}

/** The photo in linear light, the face in the middle; its edges go on. */
function cut({ data, width, height }: Image, box: Box): LightField {
  const scale = box.height / (FRAME.height * FACE_SHARE)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const field = { ...FRAME, data: new Float32Array(FRAME.width * FRAME.height * 3) }
  for (let row = 0, at = 0; row < FRAME.height; row++) {
    const y = clampTo(middle.y + (row - FRAME.height / 2) * scale, height)
    for (let column = 0; column < FRAME.width; column++, at += 3) {
      const x = clampTo(middle.x + (column - FRAME.width / 2) * scale, width)
      for (let c = 0; c < 3; c++) field.data[at + c] = linear(data[(y * width + x) * 3 + c])
    }
  }
  return field
}

function clampTo(value: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.round(value)))
}

function litHead(room: LightField, box: Box): LightField {
  const faceHeight = FRAME.height * FACE_SHARE
  const faceWidth = (faceHeight * box.width) / box.height
  return {
    ...room,
    data: room.data.map((light, i) => {
      const pixel = Math.floor(i / 3)
      const across = ((pixel % FRAME.width) - FRAME.width / 2) / (faceWidth * HEAD.across)
      const along = (Math.floor(pixel / FRAME.width) - FRAME.height / 2) / (faceHeight * HEAD.along)
      return light * Math.max(WALL_SHARE, Math.sqrt(Math.max(0, 1 - across ** 2 - along ** 2)))
    }),
  }
}

/** Light of a level 0-255 (IEC 61966-2-1 §5.2). */
function linear(level: number): number {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
