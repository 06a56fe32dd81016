import { vi } from 'vitest'
import type { AbortRequest, CapturePlan, CaptureWelcome, LiveMessage } from '../../domain/capture-plan.ts'
import type { SceneName } from '../../domain/scene.ts'
import type { CaptureApi } from '../api/capture-api.ts'
import type { Loss } from '../publish/publisher.ts'
import { CaptureJourney } from './capture-journey.ts'
import type { ScreenName, ShownScreen } from './screens.ts'
import { Stage } from './stage.ts'

/** What the fake server says of the link. */
export const WELCOME: CaptureWelcome = {
  status: 'uninitiated',
  requesterName: 'Example Bank',
  documents: ['passport', 'id-card'],
  faceRequired: true,
  placeOfResidence: null,
  redirectUrl: null,
}

function planOf(nextScene: SceneName | null): CapturePlan {
  const size = { width: 1280, height: 720 }
  return {
    attemptToken: 'token-1',
    document: 'passport',
    scenes: [
      { name: 'document-front', facing: 'environment', ...size },
      { name: 'face', facing: 'user', ...size },
    ],
    nextScene,
  }
}

/** Lets the (faked) clock run until the visit has ended. */
export async function runToEnd(journey: CaptureJourney): Promise<void> {
  let isRunning = true
  const run = journey.run().finally(() => {
    isRunning = false
  })
  while (isRunning) await vi.advanceTimersByTimeAsync(250)
  await run
}

/** A visit without browser or server: screens answer themselves, the server does as told. */
export function fakeVisit() {
  const stage = new Stage()
  const screens: string[] = []
  const calls: string[] = []
  const went: string[] = []
  let kept: string | null = null
  let lose: (loss: Loss) => void = () => {}
  const answers: Partial<Record<ScreenName, unknown[]>> = {}
  const script: Partial<Record<SceneName, (LiveMessage | 'break')[][]>> = {}
  let scene: SceneName = 'document-front'

  const api: CaptureApi = {
    welcome: vi.fn(async () => WELCOME),
    begin: vi.fn(async () => planOf('document-front')),
    resume: vi.fn(async () => planOf('face')),
    publish: async () => ({ answerSdp: '', location: '' }),
    unpublish: async () => {},
    startScene: vi.fn(async (_token, name) => {
      calls.push(`start ${name}`)
    }),
    live: vi.fn(async (_token, signal) =>
      liveOf(script[scene]?.shift() ?? [{ type: 'captured', scene }], signal),
    ),
    finish: vi.fn(async () => ({ redirectUrl: 'https://example.test/done' })),
    abort: vi.fn(async (_token: string | null, request: AbortRequest) => ({
      redirectUrl: `https://example.test/left?${request.returnReason}-${request.errorType ?? ''}`,
    })),
  }
  const filmer = {
    useCamera: vi.fn(async (planned: { name: SceneName }) => {
      scene = planned.name
      return {} as MediaStream
    }),
    connect: vi.fn(async () => {}),
    onLoss: (listener: (loss: Loss) => void) => {
      lose = listener
    },
    disconnect: vi.fn(async () => {}),
    close: vi.fn(async () => {}),
  }
  const memory = {
    token: () => kept,
    keep: (token: string) => {
      kept = token
    },
    forget: () => {
      kept = null
    },
  }
  const journey = new CaptureJourney({
    stage,
    api,
    memory,
    createFilmer: () => filmer,
    go: (url) => went.push(url),
  })
  const usual: Partial<Record<ScreenName, unknown>> = {
    welcome: 'start',
    consent: 'agree',
    'document-choice': 'passport',
    'camera-permission': 'allow',
    captured: 'continue',
  }
  stage.subscribe(() => {
    const shown: ShownScreen = stage.current
    if (screens.at(-1) !== shown.name) screens.push(shown.name)
    const answer = answers[shown.name]?.shift() ?? usual[shown.name]
    if (answer !== undefined) queueMicrotask(() => stage.answer(answer))
  })
  return {
    stage,
    screens,
    calls,
    went,
    api,
    filmer,
    memory,
    journey,
    answers,
    script,
    lose: (loss: Loss) => lose(loss),
  }
}

/** Sends the messages and then stays open until the page leaves it, or breaks where told. */
function liveOf(messages: (LiveMessage | 'break')[], signal: AbortSignal): ReadableStream<Uint8Array> {
  const lines = messages.map((message) => (message === 'break' ? '' : `${JSON.stringify(message)}\n`))
  const stays = !messages.includes('break')
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(lines.join('')))
      if (stays) signal.addEventListener('abort', () => controller.error(new Error('Aborted')))
      else controller.close()
    },
  })
}
