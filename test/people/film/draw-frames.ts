import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMainThread, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import type { Image } from '../../../domain/image.ts'
import { CAST, type CastMember, type CastName } from '../cast.ts'
import { drawDocument } from '../documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../documents/issue-document.ts'
import { screenValue } from '../person/paint/color.ts'
import { DISTORTIONS, type DistortionName } from './distortion.ts'
import { filmDocument } from './film-document.ts'
import { filmFace, filmGlowingFace, filmLitFace } from './film-face.ts'
import type { HandColor } from './paint-hand.ts'

/** Frames of one scene to draw and where to keep them. Plain data: it is sent to a thread. */
export interface FrameOrder {
  folder: string
  scene:
    | { kind: 'face'; person: CastName; yaws: number[] }
    | { kind: 'lit-face'; person: CastName }
    | { kind: 'glowing-face'; person: CastName; yaws: number[] }
    | {
        kind: 'document'
        person: CastName
        document: DocumentKind
        side: 'front' | 'back'
        distortion: DistortionName
        expiryDate: string | null
        frames: number
      }
}

/** As a camera's own stills; what the encoder of the stream does comes on top. */
const FILM_JPEG_QUALITY = 92

/** Draws the frames of a scene into a folder, `000.jpg` and on; the folder appears when all are there. */
export async function drawFrames({ folder, scene }: FrameOrder): Promise<void> {
  const images = await filmScene(scene)
  const draft = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}.new`
  await mkdir(draft, { recursive: true })
  for (const [index, image] of images.entries()) {
    await writeFile(join(draft, `${String(index).padStart(3, '0')}.jpg`), await encode(image))
  }
  // Two test files may draw the same film at once: the first to finish keeps it.
  await rename(draft, folder).catch(() => undefined)
}

async function filmScene(scene: FrameOrder['scene']): Promise<Image[]> {
  if (scene.kind === 'document') return filmSide(scene)
  const { person } = CAST[scene.person]
  if (scene.kind === 'lit-face') return filmLitFace(person)
  return scene.kind === 'face' ? filmFaceOf(scene) : filmGlowingFace(person, scene.yaws)
}

function filmFaceOf(scene: Extract<FrameOrder['scene'], { kind: 'face' }>): Image[] {
  return filmFace(CAST[scene.person].person, scene.yaws).map(({ image }) => image)
}

async function filmSide(scene: Extract<FrameOrder['scene'], { kind: 'document' }>): Promise<Image[]> {
  const holder = CAST[scene.person]
  const expiry = scene.expiryDate ? { expiryDate: scene.expiryDate } : {}
  const drawn = await drawDocument(issueDocument(holder, scene.document, expiry))
  const image = drawn[scene.side]
  if (!image) throw new Error(`A ${scene.document} has no ${scene.side}`)
  const frames = await filmDocument(
    { image, cornerShare: drawn.size.cornerRadiusMm / drawn.size.widthMm },
    {
      seed: holder.person.seed,
      frames: scene.frames,
      distortion: DISTORTIONS[scene.distortion],
      hand: handColor(holder),
    },
  )
  return frames.map((frame) => frame.image)
}

/** The skin of the holder as a camera shows it. */
function handColor({ person }: CastMember): HandColor {
  const [red, green, blue] = person.skin.color.map(screenValue)
  return [red, green, blue]
}

function encode({ data, width, height }: Image): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: FILM_JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

if (!isMainThread && workerData?.frameOrder) await drawFrames(workerData.frameOrder as FrameOrder)
