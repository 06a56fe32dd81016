import type { Engine } from '../../../../analysis/engine.ts'
import { measureFaceDoubts } from '../../../../analysis/face/doubts/measure-face-doubts.ts'
import { findMainFace } from '../../../../analysis/face/find-main-face.ts'
import { type FaceMesh, meshBox } from '../../../../analysis/face/mesh/face-mesh.ts'
import { headPose } from '../../../../analysis/face/mesh/head-pose.ts'
import type { FaceDoubts } from '../../../../domain/faces/face-doubts.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkLiveness } from '../../../../server/checks/rules/check-liveness.ts'
import { checkFaceQuality } from '../../../../server/checks/rules/check-quality.ts'
import { makeFace } from '../../../../test/fakes/scene-facts.ts'
import { compressFrame } from '../../../../test/people/film/compress-frame.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import type { FaceSpecimen } from '../list-face-specimens.ts'
import { COVERS, coverFace } from './cover-face.ts'
import { filmScreen } from './film-screen.ts'
import { addGrain, swayPhoto } from './sway-photo.ts'

/** Frames of a cover, which the middle of three looks tells, and of a screen. */
const FRAMES = { cover: 3, screen: 8 }
/** Side of a frame and width of the face in it, px: a phone at arm's length at 640 by 480, and the middle of a face at 1080p. */
const COVER_VIEW = { side: 360, faceWidth: 180 }
const SCREEN_VIEW = { side: 144, faceWidth: 200 }
/** Pixels of a screen under one of the camera's: a television seen close by, a monitor, a laptop, a phone. */
const PITCHES = [0.5, 0.7, 0.85, 1.1, 1.6, 2.5]
/** How far screens are turned against the camera, degrees either way. */
const MOST_TURN = 6
/** Photos of each half that are covered, and that screens show, which are drawn in the finest parts. */
const MOST = { covered: 40, onScreen: 12 }
/** JPEG quality that leaves about what VP8 leaves at the bitrate of the capture app. */
const QUALITY = 55

/** What one photo shows in one way. */
export interface PassiveSight {
  split: FaceSpecimen['split']
  shown: string
  /** Null where fewer frames than a statistic needs show a face. */
  doubts: FaceDoubts | null
  /** 1 or -1 of the check that the way is for: of its quality, or of liveness. */
  score: number
}

/** The way that is none. */
export const OPEN_FACE = 'the face itself'

/** The one photo whose person wears sunglasses. */
const WORN = 'lfw_Arnold_Schwarzenegger__Arnold_Schwarzenegger_0008.jpg'
const WORN_GLASSES = 'sunglasses that are worn, not drawn'

function isWorn({ path }: FaceSpecimen): boolean {
  return path.endsWith(WORN)
}

/** Films so many photos of each half at most as they are and with each cover. Some 3 s a photo. */
export async function seeCovers(
  engine: Engine,
  specimens: readonly FaceSpecimen[],
  most: number,
): Promise<PassiveSight[]> {
  const open = specimens.filter((specimen) => !isWorn(specimen))
  const picked = [...pickPhotos(open, Math.min(most, MOST.covered)), ...specimens.filter(isWorn)]
  const sights: PassiveSight[] = []
  for (const [seed, specimen] of picked.entries()) {
    sights.push(...(await coverPhoto(engine, specimen, seed)))
  }
  return sights
}

async function coverPhoto(engine: Engine, specimen: FaceSpecimen, seed: number): Promise<PassiveSight[]> {
  const film = await filmPhoto(engine, specimen.path, seed)
  if (film === null) return []
  const [bare, covers] = isWorn(specimen) ? [WORN_GLASSES, []] : [OPEN_FACE, COVERS]
  const sights: PassiveSight[] = []
  for (const cover of [null, ...covers]) {
    const covered = film.map(({ frame, mesh }) => (cover ? coverFace(frame, mesh, cover) : frame))
    const doubts = await measure(engine, covered, seed)
    const { score } = checkFaceQuality(makeFace({ doubts }))
    const isMeasured = doubts?.plainness
    sights.push({ split: specimen.split, shown: cover ?? bare, doubts: isMeasured ? doubts : null, score })
  }
  return sights
}

/** Frames of a photo and the face in each; null where none is found. */
async function filmPhoto(
  engine: Engine,
  path: string,
  seed: number,
): Promise<{ frame: Image; mesh: FaceMesh }[] | null> {
  const photo = await loadPicture(path)
  const found = await findMainFace(engine, photo, 'exact')
  if (!found) return null
  const film: { frame: Image; mesh: FaceMesh }[] = []
  for (const frame of swayPhoto(photo, meshBox(found.mesh), { ...COVER_VIEW, frames: FRAMES.cover, seed })) {
    const face = await findMainFace(engine, frame, 'exact')
    if (face) film.push({ frame, mesh: face.mesh })
  }
  return film
}

/** Films so many photos of each half at most as they are and on screens. Some 5 s a photo. */
export async function seeScreens(
  engine: Engine,
  specimens: readonly FaceSpecimen[],
  most: number,
): Promise<PassiveSight[]> {
  const sights: PassiveSight[] = []
  const picked = pickPhotos(specimens, Math.min(most, MOST.onScreen))
  for (const [index, { path, split }] of picked.entries()) {
    const photo = await loadPicture(path)
    const face = await findMainFace(engine, photo, 'exact')
    if (!face) continue
    const frames = swayPhoto(photo, meshBox(face.mesh), {
      ...SCREEN_VIEW,
      frames: FRAMES.screen,
      seed: index,
    })
    for (const pitch of [null, ...PITCHES]) {
      const turnDegrees = ((index * 7) % (2 * MOST_TURN + 1)) - MOST_TURN
      const filmed = frames.map((frame, i) =>
        pitch === null
          ? frame
          : filmScreen(frame, { pitch: pitch * (1 + i / 200), turnDegrees: turnDegrees + i / 10 }),
      )
      const doubts = await measurePattern(filmed, { mesh: face.mesh, seed: index })
      const shown = pitch === null ? OPEN_FACE : `a screen of ${pitch} pixels to one of the camera`
      const { score } = checkLiveness(makeFace({ doubts }))
      sights.push({ split, shown, doubts: doubts?.pattern ? doubts : null, score })
    }
  }
  return sights
}

/** Spread over each half. */
function pickPhotos(specimens: readonly FaceSpecimen[], most: number): FaceSpecimen[] {
  return (['development', 'held-out'] as const).flatMap((split) => {
    const of = specimens.filter((specimen) => specimen.split === split)
    const every = Math.max(1, of.length / most)
    return of.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every))
  })
}

/** The middle of a face alone is drawn, where nothing finds a face: it is told where it is, and of it the pattern alone counts. */
async function measurePattern(
  frames: readonly Image[],
  { mesh, seed }: { mesh: FaceMesh; seed: number },
): Promise<FaceDoubts> {
  const { side, faceWidth } = SCREEN_VIEW
  const corner = (side - faceWidth) / 2
  const box = { x: corner, y: corner, width: faceWidth, height: faceWidth }
  const pose = { yaw: 90, pitch: 0, roll: 0 }
  const images = await Promise.all(
    frames.map((frame, i) => compressFrame(addGrain(frame, seed * 100 + i), QUALITY)),
  )
  return measureFaceDoubts(images.map((image) => ({ image, mesh, box, pose })))
}

async function measure(engine: Engine, frames: readonly Image[], seed: number): Promise<FaceDoubts | null> {
  const faces: Parameters<typeof measureFaceDoubts>[0][number][] = []
  for (const [i, frame] of frames.entries()) {
    const image = await compressFrame(addGrain(frame, seed * 100 + i), QUALITY)
    const face = await findMainFace(engine, image, 'exact')
    if (!face) continue
    faces.push({ image, mesh: face.mesh, box: meshBox(face.mesh), pose: headPose(face.mesh) })
  }
  return faces.length === 0 ? null : measureFaceDoubts(faces)
}
