import type { Engine } from '../../../../analysis/engine.ts'
import { LIGHT_ORDERS, type LightFacts, type LightReach } from '../../../../domain/faces/light.ts'
import type { Image } from '../../../../domain/image.ts'
import { judgeReach } from '../../../../server/checks/light/judge-reach.ts'
import { checkLiveness } from '../../../../server/checks/rules/check-liveness.ts'
import { makeFace } from '../../../../test/fakes/scene-facts.ts'
import { seededRandom } from '../../../../test/people/random.ts'
import type { LitOutcome } from './measure-lit-attacks.ts'
import { photoStages } from './photo-stages.ts'
import { seeLight } from './see-light.ts'

/** What is shown in which light of the room, lux. */
const SHOWN = {
  live: { name: 'a real face, light computed (no attack)', roomsLux: [50, 100, 200, 500, 1000] },
  print: { name: 'print of a real face', roomsLux: [100] },
  screen: { name: 'screen that plays a real face', roomsLux: [100] },
} as const

type Kind = keyof typeof SHOWN
type PhotoStages = Awaited<ReturnType<typeof photoStages>>

/** Judges real photos by the colours alone, as if the turns had been made. */
export async function measureLitPhotos(engine: Engine, photos: readonly Image[]): Promise<LitOutcome[]> {
  const stages: PhotoStages[] = []
  for (const photo of photos) stages.push(await photoStages(engine, photo))
  const outcomes: LitOutcome[] = []
  for (const kind of Object.keys(SHOWN) as Kind[]) {
    for (const roomLux of SHOWN[kind].roomsLux) {
      outcomes.push(await judgePhotos(engine, stages, { kind, roomLux }))
    }
  }
  return outcomes
}

async function judgePhotos(
  engine: Engine,
  stages: readonly PhotoStages[],
  { kind, roomLux }: { kind: Kind; roomLux: number },
): Promise<LitOutcome> {
  const seen: { light: LightFacts | null; reach: LightReach; score: number }[] = []
  for (const [i, stage] of stages.entries()) {
    if (stage === null) continue
    const random = seededRandom(i, `${kind} ${roomLux}`)
    const order = random.pick(LIGHT_ORDERS)
    const seed = Math.floor(random.uniform() * 1e6)
    const light = await seeLight(engine, stage[kind], { order, roomLux, seed })
    const { challenge } = makeFace()
    const facts = makeFace({ challenge: challenge && { ...challenge, light: order, turnLight: [] }, light })
    seen.push({ light, reach: judgeReach(order, light), score: checkLiveness(facts).score })
  }
  const lights = seen.flatMap(({ light }) => (light ? [light] : []))
  return {
    species: SHOWN[kind].name,
    roomLux,
    shown: stages.length,
    passedStraight: seen.filter(({ score }) => score === 1).length,
    passed: seen.filter(({ score }) => score === 1).length,
    review: seen.filter(({ score }) => score === -1).length,
    unseen: stages.length - seen.length,
    told: seen.filter(({ reach }) => reach === 'too-bright').length,
    match: middleOf(lights.map(({ match }) => match)),
    strength: middleOf(lights.map(({ strength }) => strength)),
  }
}

function middleOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null
}
