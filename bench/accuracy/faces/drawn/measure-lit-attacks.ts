import type { Engine } from '../../../../analysis/engine.ts'
import type { TurnChallenge } from '../../../../domain/challenge.ts'
import {
  LIGHT_COLOURS,
  LIGHT_ORDERS,
  type LightColour,
  type LightFacts,
  type LightReach,
  TURN_LIGHT_LENGTH,
} from '../../../../domain/faces/light.ts'
import type { StreamSignals } from '../../../../domain/faces/stream-signals.ts'
import { judgeReach } from '../../../../server/checks/light/judge-reach.ts'
import { checkLiveness } from '../../../../server/checks/rules/check-liveness.ts'
import type { Person } from '../../../../test/people/person/person.ts'
import { seededRandom } from '../../../../test/people/random.ts'
import { type FilmedTurns, seeTurnLight } from './film-turns.ts'
import { drawStages, PLAYED_ORDER, type Stages } from './light-stages.ts'
import type { LitStage } from './lit-stage.ts'
import { LIVE, type SeenAttack } from './measure-attacks.ts'
import { seeLight } from './see-light.ts'
import { drawTurnStages, type TurnStages } from './turn-stages.ts'

/** Light of the room, lux: a lamp in the evening, living room, office, near a window, in the shade outdoors. */
const ROOMS_LUX = { live: [50, 100, 200, 500, 1000, 2000], attack: [50, 200, 1000] }
/** Orders that are asked for of each head, and of each attack. */
const ORDERS = { live: 3, attack: 1 }

/** Orders that may be asked for: not that which a played film shows by chance. */
const ASKED = LIGHT_ORDERS.filter((order) => order !== PLAYED_ORDER)

/** Of the stream nothing else is told. */
const UNMOVED: StreamSignals = {
  framesSeen: 0,
  framesRepeated: 0,
  sizeChanges: 0,
  intervalMs: null,
  intervalSpreadMs: null,
  turns: [],
}

/** What came of one species in one light. */
export interface LitOutcome {
  species: string
  roomLux: number
  shown: number
  /** Live by turns and colours. */
  passed: number
  /** Live by turns and by the colours before them. */
  passedStraight: number
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
type LitFilms = Map<string, LitFilm[]>

interface LitFilm {
  light: LightFacts | null
  order: LightColour[]
  seed: number
}

/** A person, what was seen of them in the colours, and how they look from each side. */
interface Filmed {
  films: LitFilms
  turns: TurnStages
  /** What was filmed of their turns, by stage, light and draw: several species show the same. */
  turned: Map<string, Promise<FilmedTurns>>
}

/**
 * Judges what was seen turning with what the same stage shows in the colours of the screen. The turns are filmed in colours
 * where all else passes: what fails before is left to a reviewer whatever they show.
 */
export async function measureLitAttacks(
  engine: Engine,
  { people, seen }: { people: readonly Person[]; seen: readonly SeenAttack[] },
): Promise<LitOutcome[]> {
  const filmed: Filmed[] = []
  for (const person of people) {
    const films = await lightFilms(engine, person)
    filmed.push({ films, turns: drawTurnStages(person), turned: new Map() })
  }
  const outcomes: LitOutcome[] = []
  for (const [species, of] of Map.groupBy(seen, (attack) => attack.species)) {
    for (const roomLux of roomsOf(species)) {
      outcomes.push(await judge(engine, of, { species, roomLux, filmed }))
    }
  }
  return outcomes
}

async function judge(
  engine: Engine,
  seen: readonly SeenAttack[],
  { species, roomLux, filmed }: { species: string; roomLux: number; filmed: readonly Filmed[] },
): Promise<LitOutcome> {
  const all: Judged[] = []
  for (const attack of seen) {
    const films = filmed[attack.litVictim].films.get(`${attack.stage} ${roomLux}`) ?? []
    for (const film of films) all.push(await judgeOne(engine, attack, { film, roomLux, filmed }))
  }
  const middle = (of: 'match' | 'strength') => {
    const values = all.flatMap(({ light }) => (light ? [light[of]] : [])).toSorted((a, b) => a - b)
    return values[values.length >> 1] ?? null
  }
  return {
    species,
    roomLux,
    shown: all.length,
    passed: all.filter(({ score }) => score === 1).length,
    passedStraight: all.filter(({ straightScore }) => straightScore === 1).length,
    review: all.filter(({ score, isSeen }) => score === -1 && isSeen).length,
    unseen: all.filter(({ isSeen }) => !isSeen).length,
    told: all.filter(({ reach }) => reach === 'too-bright').length,
    match: middle('match'),
    strength: middle('strength'),
  }
}

interface Judged {
  light: LightFacts | null
  reach: LightReach
  isSeen: boolean
  score: number
  straightScore: number
}

async function judgeOne(
  engine: Engine,
  { turnStage, stage, victim, facts }: SeenAttack,
  { film, roomLux, filmed }: { film: LitFilm; roomLux: number; filmed: readonly Filmed[] },
): Promise<Judged> {
  const { light, order, seed } = film
  const reach = judgeReach(order, light)
  const challenge: TurnChallenge | null = facts.challenge && { ...facts.challenge, light: order }
  const { score: straightScore } = checkLiveness({ ...facts, challenge, light })
  const judged = { light, reach, isSeen: facts.best !== null, straightScore }
  if (straightScore !== 1 || turnStage === null || challenge === null)
    return { ...judged, score: straightScore }
  const asked = { ...challenge, turnLight: drawOn(order, seed) }
  const { turns, turned } = filmed[victim]
  const key = `${stage} ${turnStage} ${roomLux} ${seed}`
  const filming = { challenge: asked, light, roomLux, seed }
  const seenTurning = turned.get(key) ?? seeTurnLight(engine, turns[turnStage], filming)
  turned.set(key, seenTurning)
  const { facts: turnLight, ways } = await seenTurning
  const signals = { ...UNMOVED, ...facts.signals, ways }
  const whole = { ...facts, challenge: asked, light, turnLight, signals }
  return { ...judged, score: checkLiveness(whole).score }
}

/** The colours of the turns: drawn as the server draws them, but the same each time. */
function drawOn(order: readonly LightColour[], seed: number): LightColour[] {
  const random = seededRandom(seed, 'turns')
  const next: LightColour[] = []
  for (let last = order.at(-1); next.length < TURN_LIGHT_LENGTH; last = next.at(-1)) {
    next.push(random.pick(LIGHT_COLOURS.filter((colour) => colour !== last)))
  }
  return next
}

async function lightFilms(engine: Engine, person: Person): Promise<LitFilms> {
  const byStage: LitFilms = new Map()
  for (const [name, stage] of Object.entries(drawStages(person)) as [keyof Stages, LitStage][]) {
    const kind = name === 'live' ? 'live' : 'attack'
    for (const roomLux of ROOMS_LUX[kind]) {
      const random = seededRandom(person.seed, `${name} ${roomLux}`)
      const films: LitFilm[] = []
      for (let i = 0; i < ORDERS[kind]; i++) {
        const order = random.pick(ASKED)
        const seed = Math.floor(random.uniform() * 1e6)
        films.push({ order, seed, light: await seeLight(engine, stage, { order, roomLux, seed }) })
      }
      byStage.set(`${name} ${roomLux}`, films)
    }
  }
  return byStage
}

function roomsOf(species: string): number[] {
  return species === LIVE ? ROOMS_LUX.live : ROOMS_LUX.attack
}
