import type { LiveMessage } from '../../../domain/capture-plan.ts'
import type { DocumentChoice, SceneName } from '../../../domain/scene.ts'
import { readSegments, type SegmentName } from '../film/segment.ts'
import { FilmPlayer } from '../sender/film-player.ts'
import { openSender, type WebrtcSender } from '../sender/open-sender.ts'
import { type CaptureClient, createCaptureClient } from './capture-client.ts'

/** The capture app does not wait longer for the server to take leave, ms. */
const LONGEST_GOODBYE_MS = 1500

const FACE_SEGMENTS: SegmentName[] = [
  'face-straight',
  'face-lit-red',
  'face-lit-green',
  'face-lit-blue',
  'face-left-there',
  'face-left-held',
  'face-left-back',
  'face-right-there',
  'face-right-held',
  'face-right-back',
]

/** One applicant and what they film. */
export interface VerificationRequest {
  identificationUrl: string
  document: DocumentChoice
  /** Folder of the film's segments, as `encodeFilm` gives it. */
  segmentFolder: string
}

/** How long a verification took, as the applicant's side sees it. */
export interface VerificationTimes {
  /** From the start of each scene to the message that it is captured, ms. */
  sceneMs: Partial<Record<SceneName, number>>
  /** From the message that the last scene is captured to the answer of `finish`: the automatic answer, ms. */
  answerMs: number
  /** The same from the hint for the last frame that counted: also what keeping the scene took, ms. */
  answerFromLastFrameMs: number | null
  /** From the first request to the answer of `finish`, ms. */
  visitMs: number
  sender: ReturnType<WebrtcSender['stats']>
}

/** Visits as the capture app does, without a moment's rest between the scenes. Throws an Error where it fails. */
export async function verifyOnce(request: VerificationRequest): Promise<VerificationTimes> {
  const startedAtMs = performance.now()
  const client = createCaptureClient(request.identificationUrl)
  await client.welcome()
  const plan = await client.begin({ consent: true, document: request.document })
  const token = plan.attemptToken
  const scenes = plan.scenes.map(({ name }) => name)
  const player = new FilmPlayer(await readSegments(request.segmentFolder, segmentsOf(scenes)), scenes[0])
  let location = ''
  const sender = await openSender({
    player,
    postOffer: async (offer) => {
      const answer = await client.publish(token, offer)
      location = answer.location
      return answer.answerSdp
    },
  })
  try {
    const filmed = await filmScenes({ client, token, player }, scenes)
    const stats = sender.stats()
    await Promise.race([client.unpublish(token, location), pause(LONGEST_GOODBYE_MS)])
    await client.finish(token)
    const answeredAtMs = performance.now()
    return {
      sceneMs: filmed.sceneMs,
      answerMs: answeredAtMs - filmed.capturedAtMs,
      answerFromLastFrameMs: filmed.lastFrameAtMs && answeredAtMs - filmed.lastFrameAtMs,
      visitMs: answeredAtMs - startedAtMs,
      sender: stats,
    }
  } finally {
    await sender.close()
  }
}

function segmentsOf(scenes: SceneName[]): SegmentName[] {
  return scenes.flatMap((scene) => (scene === 'face' ? FACE_SEGMENTS : [scene]))
}

interface Visit {
  client: CaptureClient
  token: string
  player: FilmPlayer
}

/** Moments at which a scene was over, on the clock of `performance.now`, ms. */
interface SceneEnd {
  capturedAtMs: number
  lastFrameAtMs: number | null
}

async function filmScenes(visit: Visit, scenes: SceneName[]) {
  const sceneMs: Partial<Record<SceneName, number>> = {}
  let end: SceneEnd = { capturedAtMs: performance.now(), lastFrameAtMs: null }
  for (const scene of scenes) {
    const startedAtMs = performance.now()
    end = await filmScene(visit, scene)
    sceneMs[scene] = end.capturedAtMs - startedAtMs
  }
  return { sceneMs, ...end }
}

/** The live channel stands before the scene starts, as in the capture app. */
async function filmScene({ client, token, player }: Visit, scene: SceneName): Promise<SceneEnd> {
  const stop = new AbortController()
  let lastFrameAtMs: number | null = null
  player.show(scene)
  try {
    const messages = await client.live(token, stop.signal)
    await client.startScene(token, scene)
    for await (const message of messages) {
      if (message.type === 'closed') throw new Error(`The server closed the visit: ${message.reason}`)
      if (message.scene !== scene) continue
      if (message.type === 'captured') return { capturedAtMs: performance.now(), lastFrameAtMs }
      if (message.type === 'hint') lastFrameAtMs = performance.now()
      follow(player, message)
    }
    throw new Error(`The live channel ended during ${scene}`)
  } finally {
    stop.abort()
  }
}

function follow(player: FilmPlayer, message: LiveMessage): void {
  if (message.type === 'turn') player.ask(message.turn)
  if (message.type === 'light') player.light(message.colour)
  if (message.type === 'scene-timeout')
    throw new Error(`${message.scene} timed out, ${message.seen} was seen`)
}

function pause(waitMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, waitMs).unref())
}
