import type { Engine } from '../../../../analysis/engine.ts'
import { guideFace } from '../../../../analysis/face/guide-face.ts'
import { readTurnLight } from '../../../../analysis/liveness/read-turn-light.ts'
import type { TurnChallenge, TurnSide } from '../../../../domain/challenge.ts'
import type { LightFacts } from '../../../../domain/faces/light.ts'
import type { TurnWay } from '../../../../domain/faces/stream-signals.ts'
import type { TurnLightFacts } from '../../../../domain/faces/turn-light.ts'
import {
  beginScene,
  directScene,
  guidanceRequest,
  holdLonger,
} from '../../../../server/capture/direction/direct-scene.ts'
import { SignalWatch } from '../../../../server/capture/signals/watch-signals.ts'
import { judgeReach } from '../../../../server/checks/light/judge-reach.ts'
import { drawDelay, type LightFilm, screenAt } from './film-light.ts'
import { FRAME_MS, openLitCamera } from './lit-camera.ts'
import type { TurnStage } from './turn-stages.ts'

/** How a head is turned: how far, how fast, and how long after something is asked. */
const MOTION = { degrees: 26, degreesPerSecond: 45, reactionMs: 400 }
/** A head that is held still strays by this much, degrees. */
const SWAY_DEGREES = 0.8
/** Longest film: 20 s. */
const MOST_FRAMES = 143

/** How turns are filmed: in what light, by what draw, and what the face showed in the colours before them. */
export interface TurnFilming {
  challenge: TurnChallenge
  light: LightFacts | null
  roomLux: number
  seed: number
}

/** What was seen of the turns. */
export interface FilmedTurns {
  facts: TurnLightFacts | null
  ways: readonly TurnWay[]
  lastedMs: number
}

/**
 * Films somebody who turns as the server asks, in the colours that it asks of the screen meanwhile, and reads how the face
 * followed them. Null where the scene came to no end. Some 50 frames.
 */
export async function seeTurnLight(
  engine: Engine,
  stage: TurnStage,
  { challenge, light, roomLux, seed }: TurnFilming,
): Promise<FilmedTurns> {
  const asked: TurnChallenge = { ...challenge, light: [] }
  const camera = openLitCamera({ roomLux, seed: seed + 1 })
  const watch = new SignalWatch()
  const head = makeHead(seed)
  const delayMs = drawDelay(seed)
  const shown: LightFilm['shown'] = []
  const isWeak = judgeReach(challenge.light ?? [], light) === 'weak'
  let direction = beginScene('face', asked)
  if (isWeak) direction = holdLonger(direction)
  let timeMs = 0
  for (let i = 0; i < MOST_FRAMES && direction.outcome === 'filming'; i++) {
    timeMs = (i + 1) * FRAME_MS
    const levels = screenAt(shown, { timeMs: timeMs - delayMs, endMs: Number.POSITIVE_INFINITY })
    const image = await camera.shoot(stage(head(direction.turn, timeMs)), {
      screen: levels,
      played: [0, 0, 0],
    })
    const guidance = await guideFace(engine, image, guidanceRequest(direction, timeMs))
    direction = directScene(direction, { guidance, frame: i, timeMs })
    const { turn, light: colour } = direction
    if (colour && colour !== shown.at(-1)?.colour) shown.push({ colour, fromMs: timeMs })
    const { pose, tints = null } = guidance
    const frame = { image, mediaTimeMs: timeMs, receivedAtMs: timeMs }
    watch.see({ frame, timeMs, pose, tints, turn, light: colour })
  }
  const facts = readTurnLight(asked, { light, signals: watch.signals().turnLight })
  const ways = direction.filmed.kind === 'face' ? direction.filmed.ways : []
  return { facts, ways, lastedMs: timeMs }
}

/** A head that goes where it is asked to, some time after it was asked. */
function makeHead(seed: number): (turn: TurnSide | null, timeMs: number) => number {
  const heard: { turn: TurnSide | null; timeMs: number }[] = [{ turn: null, timeMs: 0 }]
  let yaw = 0
  return (turn, timeMs) => {
    if (turn !== heard[heard.length - 1].turn) heard.push({ turn, timeMs })
    const goal = heard.findLast((one) => one.timeMs + MOTION.reactionMs <= timeMs)?.turn ?? null
    const aim = goal === null ? 0 : goal === 'left' ? MOTION.degrees : -MOTION.degrees
    const step = (MOTION.degreesPerSecond * FRAME_MS) / 1000
    yaw = Math.abs(aim - yaw) <= step ? aim : yaw + Math.sign(aim - yaw) * step
    return yaw + SWAY_DEGREES * Math.sin(timeMs / 700 + seed)
  }
}
