import type { TurnChallenge } from '../../domain/challenge.ts'
import type { LightSignals } from '../../domain/faces/light.ts'
import type { FaceFacts, FrameQuality } from '../../domain/facts.ts'
import type { Box, Image } from '../../domain/image.ts'
import { similarity } from '../../domain/similarity.ts'
import type { Engine } from '../engine.ts'
import { cropImage } from '../image/crop-image.ts'
import type { FaceSight } from '../liveness/face-sight.ts'
import { readLight } from '../liveness/read-light.ts'
import { readTurnLight } from '../liveness/read-turn-light.ts'
import { readTurns } from '../liveness/read-turns.ts'
import { measureFaceDoubts } from './doubts/measure-face-doubts.ts'
import { faceQuality } from './face-quality.ts'
import { faceWorth } from './face-worth.ts'
import { findMainFace } from './find-main-face.ts'
import { meshBox } from './mesh/face-mesh.ts'
import { headPose } from './mesh/head-pose.ts'
import { alignFace } from './template/align-face.ts'
import { embedFace } from './template/embed-face.ts'
import { meanTemplate } from './template/mean-template.ts'

/** Most frames read of a scene; more are thinned out evenly. Each costs about 30 ms. */
const MAX_FRAMES = 60

/** Frames that make the template: the mean of several is steadier than one. */
const TEMPLATE_FRAMES = 5

/** A frame below this share of the best one's worth, or turned further from it, stays out of the template. */
const TEMPLATE_WORTH_SHARE = 0.6
const TEMPLATE_YAW_DEGREES = 12

/** Faces compared along each turn. */
const COMPARED_A_TURN = 4

/** Faces compared in the light of the screen. */
const COMPARED_LIT = 4

/** Room round the face in the picture kept of it, in its widths and heights. */
const CROP_ROOM = 0.35

/** What this reading does not look at. */
const NOT_CHECKED = ['replayed-video', 'mask', 'deepfake', 'injection']

/** A frame of a face scene and when it was filmed, milliseconds since the scene began. */
export interface FaceFrame {
  image: Image
  timeMs: number
}

/** The frames kept of a face scene, what was asked in it, and how the light on the face changed meanwhile. */
export interface FaceScene {
  frames: readonly FaceFrame[]
  challenge: TurnChallenge | null
  light?: LightSignals | null
  turnLight?: LightSignals | null
}

/** A frame that shows a face. */
interface SeenFace extends FaceSight {
  image: Image
  box: Box
  confidence: number
  facesAtOnce: number
  quality: FrameQuality
  worth: number
}

/** Reads the live face out of the frames of a scene, and the turns if some were asked. */
export async function readFace(
  engine: Engine,
  scene: FaceScene,
): Promise<{ facts: FaceFacts; faceCrop: Image | null }> {
  const isLit = ({ timeMs }: FaceFrame) => wasLitAt(timeMs, scene.light)
  const frames = thinOut(
    scene.frames.filter((frame) => !isLit(frame)),
    MAX_FRAMES,
  )
  const litFrames = thinOut(scene.frames.filter(isLit), COMPARED_LIT)
  const faces = await seeFaces(engine, frames)
  const litFaces = await seeFaces(engine, litFrames)
  const plain = faces.filter(({ timeMs }) => timeMs <= (scene.turnLight?.shown[0]?.fromMs ?? timeMs))
  // Colours go on through the turns: those faces are compared, but make no template as long as there are others.
  const uncoloured = plain.length > 0 ? plain : faces
  const best = uncoloured.reduce<SeenFace | null>((a, b) => (a === null || b.worth > a.worth ? b : a), null)
  const turns = scene.challenge === null ? [] : readTurns(scene.challenge, faces)
  const along = turns.flatMap((turn) => thinOut(turn.path, COMPARED_A_TURN))
  const picked = pickFaces(uncoloured)
  const templates = await embedAll(engine, new Set([...picked, ...litFaces, ...along]))
  const template = picked.length === 0 ? null : meanTemplate(picked.map((face) => templates.get(face) ?? []))
  const light = readLight(scene.challenge?.light, scene.light)
  const asksLight = (scene.challenge?.light ?? []).length > 0
  const isFollowed = picked.length > 0 && along.length > 0 && (litFaces.length > 0 || !asksLight)
  const facts: FaceFacts = {
    kind: 'face',
    framesRead: frames.length + litFrames.length,
    framesWithFace: faces.length + litFaces.length,
    facesAtOnce: Math.max(0, ...[...faces, ...litFaces].map((face) => face.facesAtOnce)),
    best: best && { box: best.box, pose: best.pose, confidence: best.confidence, quality: best.quality },
    challenge: scene.challenge,
    turns: turns.map((turn) => turn.facts),
    light,
    turnLight: readTurnLight(scene.challenge, { light, signals: scene.turnLight }),
    doubts: measureFaceDoubts([...faces, ...litFaces]),
    identityContinuity: isFollowed ? lowestSimilarity(picked[0], templates) : null,
    template,
    templateModel: template && engine.faceModel.name,
    templateBands: template && engine.faceModel.bands,
    templateFrames: picked.map(({ timeMs, worth }) => ({ timeMs, worth })),
    models: engine.uses(['face-detection', 'face-mesh', 'face-embedding']),
    notChecked: NOT_CHECKED,
  }
  return { facts, faceCrop: best && cropFace(best) }
}

function thinOut<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))])
}

/** Whether a frame was filmed while colours were shown: such a face is compared, but makes no template. */
function wasLitAt(timeMs: number, light: LightSignals | null | undefined): boolean {
  const fromMs = light?.shown[0]?.fromMs
  // The colour was asked for once the frame of that time was judged.
  return fromMs !== undefined && timeMs > fromMs && timeMs <= (light?.untilMs ?? fromMs)
}

async function seeFaces(engine: Engine, frames: readonly FaceFrame[]): Promise<SeenFace[]> {
  const faces: SeenFace[] = []
  for (const frame of frames) {
    const face = await seeFace(engine, frame)
    if (face !== null) faces.push(face)
  }
  return faces
}

async function seeFace(engine: Engine, frame: FaceFrame): Promise<SeenFace | null> {
  const face = await findMainFace(engine, frame.image, 'exact')
  if (face === null) return null
  const pose = headPose(face.mesh)
  const quality = faceQuality(alignFace(frame.image, face.mesh))
  const box = meshBox(face.mesh)
  return {
    ...frame,
    mesh: face.mesh,
    pose,
    box,
    quality,
    confidence: face.detection.confidence,
    facesAtOnce: face.facesAtOnce,
    worth: faceWorth({ pose, quality, widthPx: box.width }, 'frontal'),
  }
}

/** The most worthy faces, the best first, for the template; those much worse or more turned stay out. */
function pickFaces(faces: readonly SeenFace[]): SeenFace[] {
  const sorted = faces.filter((face) => face.worth > 0).toSorted((a, b) => b.worth - a.worth)
  const [best] = sorted
  const isAsGood = (face: SeenFace) =>
    face.worth >= best.worth * TEMPLATE_WORTH_SHARE &&
    Math.abs(face.pose.yaw - best.pose.yaw) <= TEMPLATE_YAW_DEGREES
  return sorted.filter(isAsGood).slice(0, TEMPLATE_FRAMES)
}

async function embedAll(engine: Engine, faces: Iterable<SeenFace>): Promise<Map<SeenFace, number[]>> {
  const templates = new Map<SeenFace, number[]>()
  for (const face of faces) templates.set(face, await embedFace(engine, face.image, face.mesh))
  return templates
}

/** The lowest similarity between the best face and any other: a mean would hide a second person in it. */
function lowestSimilarity(best: SeenFace, templates: Map<SeenFace, number[]>): number {
  const reference = templates.get(best) ?? []
  return Math.min(...[...templates.values()].map((template) => similarity(reference, template)))
}

function cropFace(face: SeenFace): Image {
  const { x, y, width, height } = face.box
  return cropImage(face.image, {
    x: x - width * CROP_ROOM,
    y: y - height * CROP_ROOM,
    width: width * (1 + 2 * CROP_ROOM),
    height: height * (1 + 2 * CROP_ROOM),
  })
}
