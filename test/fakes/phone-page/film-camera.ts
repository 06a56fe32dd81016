import type { SceneName } from '../../../domain/scene.ts'
import { HeadMotion } from './head-motion.ts'
import { glowOf, shine } from './shine.ts'

/** A scene of the film, or the face of each angle in the light of a white screen. */
export type FilmPart = SceneName | 'glow'

/** What the page is told of the film: how many frames each scene has, and the angles of the face. */
export interface FilmPlan {
  counts: Record<FilmPart, number>
  yaws: number[]
  framesPerSecond: number
  camera: 'allowed' | 'denied' | 'missing'
}

/** What the phone gives the page, by window properties. */
interface PhoneWindow extends Window {
  /** A frame's JPEG in base64. */
  phoneFrame(part: FilmPart, index: number): Promise<string>
  phoneScreen(screen: string, scene: string): Promise<void>
}

/** A hand sways slowly: each frame of a document stays this long. */
const DOCUMENT_FRAME_MS = 250
const phone = window as unknown as PhoneWindow
const film: Map<FilmPart, Promise<ImageBitmap[]>> = new Map()

/** Puts the film in the place of the cameras and tells the phone which screens show. */
export function installFilmCamera(plan: FilmPlan): void {
  watchScreens()
  if (!navigator.mediaDevices) return
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (plan.camera === 'denied') throw new DOMException('Permission denied', 'NotAllowedError')
    if (plan.camera === 'missing') throw new DOMException('Requested device not found', 'NotFoundError')
    return openFilm(plan, constraints?.video as MediaTrackConstraints)
  }
}

function watchScreens(): void {
  let last = ''
  const tell = () => {
    const { screen = '', scene = '', connection = '' } = document.documentElement?.dataset ?? {}
    // The camera's picture shows a moment before the server sees it.
    const seen = connection === 'opening' ? 'connecting' : screen
    if (`${seen} ${scene}` === last || seen === '') return
    last = `${seen} ${scene}`
    void phone.phoneScreen(seen, scene)
  }
  const attributeFilter = ['data-screen', 'data-scene', 'data-connection']
  new MutationObserver(tell).observe(document, { subtree: true, attributes: true, attributeFilter })
}

async function openFilm(plan: FilmPlan, wish: MediaTrackConstraints): Promise<MediaStream> {
  const size = { width: idealOf(wish.width, 1280), height: idealOf(wish.height, 720) }
  const facing = (wish.facingMode as ConstrainDOMStringParameters)?.ideal === 'user' ? 'user' : 'environment'
  const usual: SceneName = facing === 'user' ? 'face' : 'document-front'
  // Decoded before the camera opens, as a camera's first picture is a whole one.
  await framesOf(plan, usual)
  const glow = facing === 'user' ? await loadGlow(plan, size) : new Map()
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d', { alpha: false })
  const player = createPlayer(plan, usual)
  const draw = () => {
    const frame = player()
    if (!frame || !context) return
    context.drawImage(frame, 0, 0, size.width, size.height)
    shine(context, glow.get(frame))
  }
  draw()
  const timer = setInterval(draw, 1000 / plan.framesPerSecond)
  const stream = canvas.captureStream(plan.framesPerSecond)
  dressTrack(stream.getVideoTracks()[0], { facingMode: facing, ...size }, () => clearInterval(timer))
  return stream
}

/** What a white screen adds to each frame of the face; nothing where the film has none. */
async function loadGlow(
  plan: FilmPlan,
  size: { width: number; height: number },
): Promise<Map<ImageBitmap, HTMLCanvasElement>> {
  const [dark, lit] = [await framesOf(plan, 'face'), await framesOf(plan, 'glow')]
  return new Map(lit.map((picture, i) => [dark[i], glowOf(picture, dark[i], size)]))
}

function idealOf(wish: ConstrainULong | undefined, usual: number): number {
  if (typeof wish === 'number') return wish
  return wish?.exact ?? wish?.ideal ?? usual
}

/** The frame to show now, of the scene that the page says it films. */
function createPlayer(plan: FilmPlan, usual: SceneName): () => ImageBitmap | null {
  const ready: Partial<Record<SceneName, ImageBitmap[]>> = {}
  const head = new HeadMotion()
  return () => {
    const { scene, turn } = document.documentElement.dataset
    const name = scene ? (scene as SceneName) : usual
    void framesOf(plan, name).then((frames) => {
      ready[name] = frames
    })
    const frames = ready[name]
    if (!frames || frames.length === 0) return null
    const now = performance.now()
    if (name !== 'face') return frames[Math.floor(now / DOCUMENT_FRAME_MS) % frames.length]
    const yaw = head.step(turn === 'left' || turn === 'right' ? turn : null, now)
    return frames[nearest(plan.yaws, yaw)]
  }
}

function nearest(yaws: number[], yaw: number): number {
  let best = 0
  for (const [index, other] of yaws.entries()) {
    if (Math.abs(other - yaw) < Math.abs(yaws[best] - yaw)) best = index
  }
  return best
}

/** Each scene's frames, decoded once for the page. */
function framesOf(plan: FilmPlan, part: FilmPart): Promise<ImageBitmap[]> {
  let frames = film.get(part)
  if (!frames) {
    const indexes = Array.from({ length: plan.counts[part] }, (_, index) => index)
    frames = Promise.all(indexes.map((index) => loadFrame(part, index)))
    film.set(part, frames)
  }
  return frames
}

async function loadFrame(part: FilmPart, index: number): Promise<ImageBitmap> {
  const text = atob(await phone.phoneFrame(part, index))
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  return createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
}

/** A canvas track does not say where it looks, and goes on drawing when stopped. */
function dressTrack(track: MediaStreamTrack, settings: MediaTrackSettings, onStop: () => void): void {
  const stop = track.stop.bind(track)
  const getSettings = track.getSettings.bind(track)
  track.stop = () => {
    onStop()
    stop()
  }
  track.getSettings = () => ({ ...getSettings(), ...settings })
}
