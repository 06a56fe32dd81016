import type { Engine } from '../../../../analysis/engine.ts'
import { LIGHT_ORDERS, type LightColour, type LightFacts } from '../../../../domain/faces/light.ts'
import { judgeReach } from '../../../../server/checks/light/judge-reach.ts'
import { checkLiveness } from '../../../../server/checks/rules/check-liveness.ts'
import type { Person } from '../../../../test/people/person/person.ts'
import { seededRandom } from '../../../../test/people/random.ts'
import type { LitStage } from './film-light.ts'
import { drawStages, PLAYED_ORDER, type Stages } from './light-stages.ts'
import { LIVE, type SeenAttack } from './measure-attacks.ts'
import { seeLight } from './see-light.ts'

/** Light of the room, lux: a lamp in the evening, living room, office, near a window, in the shade outdoors. */
const ROOMS_LUX = { live: [50, 100, 200, 500, 1000, 2000], attack: [50, 200, 1000] }
/** Orders that are asked for of each head, and of each attack. */
const ORDERS = { live: 3, attack: 1 }

/** Orders that may be asked for: not that which a played film shows by chance. */
const ASKED = LIGHT_ORDERS.filter((order) => order !== PLAYED_ORDER)

/** What came of one species in one light. */
export interface LitOutcome {
  species: string
  roomLux: number
  shown: number
  /** Live by turns and colours. */
  passed: number
  /** Left to a reviewer. */
  review: number
  unseen: number
  /** Told while filming that the room is too bright, and asked anew once. */
  told: number
  /** Middle values of what was measured, null where nothing was. */
  match: number | null
  strength: number | null
}

/** Light of each stage of a person, in each light. */
type LitFilms = Map<string, { light: LightFacts | null; order: LightColour[] }[]>

/** Judges what was seen turning with what the same stage shows in the colours of the screen. */
export async function measureLitAttacks(
  engine: Engine,
  { people, seen }: { people: readonly Person[]; seen: readonly SeenAttack[] },
): Promise<LitOutcome[]> {
  const films: LitFilms[] = []
  for (const person of people) films.push(await lightFilms(engine, person))
  return [...Map.groupBy(seen, ({ species }) => species)].flatMap(([species, of]) =>
    roomsOf(species).map((roomLux) => judge(of, { species, roomLux, films })),
  )
}

function judge(
  seen: readonly SeenAttack[],
  { species, roomLux, films }: { species: string; roomLux: number; films: readonly LitFilms[] },
): LitOutcome {
  const all = seen.flatMap(({ stage, litVictim, facts }) =>
    (films[litVictim].get(`${stage} ${roomLux}`) ?? []).map(({ light, order }) => {
      const challenge = facts.challenge && { ...facts.challenge, light: order }
      return {
        light,
        reach: judgeReach(order, light),
        isSeen: facts.best !== null,
        score: checkLiveness({ ...facts, challenge, light }).score,
      }
    }),
  )
  const middle = (of: 'match' | 'strength') => {
    const values = all.flatMap(({ light }) => (light ? [light[of]] : [])).toSorted((a, b) => a - b)
    return values[values.length >> 1] ?? null
  }
  return {
    species,
    roomLux,
    shown: all.length,
    passed: all.filter(({ score }) => score === 1).length,
    review: all.filter(({ score, isSeen }) => score === -1 && isSeen).length,
    unseen: all.filter(({ isSeen }) => !isSeen).length,
    told: all.filter(({ reach }) => reach === 'too-bright').length,
    match: middle('match'),
    strength: middle('strength'),
  }
}

async function lightFilms(engine: Engine, person: Person): Promise<LitFilms> {
  const byStage: LitFilms = new Map()
  for (const [name, stage] of Object.entries(drawStages(person)) as [keyof Stages, LitStage][]) {
    const kind = name === 'live' ? 'live' : 'attack'
    for (const roomLux of ROOMS_LUX[kind]) {
      const random = seededRandom(person.seed, `${name} ${roomLux}`)
      const films: { light: LightFacts | null; order: LightColour[] }[] = []
      for (let i = 0; i < ORDERS[kind]; i++) {
        const order = random.pick(ASKED)
        const seed = Math.floor(random.uniform() * 1e6)
        films.push({ order, light: await seeLight(engine, stage, { order, roomLux, seed }) })
      }
      byStage.set(`${name} ${roomLux}`, films)
    }
  }
  return byStage
}

function roomsOf(species: string): number[] {
  return species === LIVE ? ROOMS_LUX.live : ROOMS_LUX.attack
}
