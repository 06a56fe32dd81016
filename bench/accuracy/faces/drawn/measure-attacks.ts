import type { Engine } from '../../../../analysis/engine.ts'
import { readFace } from '../../../../analysis/face/read-face.ts'
import type { TurnChallenge } from '../../../../domain/challenge.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkLiveness } from '../../../../server/checks/rules/check-liveness.ts'
import { drawFlatPrint } from '../../../../test/people/person/draw-flat-print.ts'
import { bendPrint } from './bend-print.ts'
import { cutOut } from './cut-out.ts'

/** What came of showing something to the face scene, many times. */
export interface AttackOutcome {
  species: string
  shown: number
  /** Taken for a live head that made the turns. */
  passed: number
  /** Not seen as a face at all. */
  unseen: number
}

/** What is asked of all of them. */
const CHALLENGE: TurnChallenge = { nonce: 'bench', turns: ['left', 'right'], minimumYawDegrees: 14 }
/** The turns asked for, as a share of the furthest angle. */
const TURNS = [0, 0, 0.25, 0.5, 0.75, 1, 0.6, 0.2, 0, -0.25, -0.5, -0.75, -1, -0.6, 0]
/** Furthest angle of a head that does as asked, degrees. */
const HEAD_DEGREES = 26
const FRAME_MS = 150

/** Somebody to attack: how they look at a yaw; photos only know the straight one. */
export interface Victim {
  straight: Image
  turned: ((yaw: number) => Image) | null
}

type Species = { name: string; frames(victim: Victim): Image[] | null }

const SPECIES: readonly Species[] = [
  { name: 'a head that turns as asked (no attack)', frames: ({ turned }) => played(turned, 1) },
  { name: 'photo held still', frames: ({ straight }) => TURNS.map(() => straight) },
  ...[40, 60].map((degrees) => ({
    name: `print turned by ${degrees}°`,
    frames: ({ straight }: Victim) => turns(degrees, (yaw) => drawFlatPrint(straight, { yaw })),
  })),
  { name: 'cut-out face turned by 50°', frames: turnCutOut },
  ...[30, 50].map((degrees) => ({
    name: `print bent round a cylinder, turned by ${degrees}°`,
    frames: ({ straight }: Victim) => turns(degrees, (yaw) => bendPrint(straight, yaw)),
  })),
  { name: 'screen that plays the opposite turns', frames: ({ turned }) => played(turned, -1) },
  { name: 'screen that plays the very turns', frames: ({ turned }) => played(turned, 1) },
]

/** Shows each species of each victim once. */
export async function measureAttacks(engine: Engine, victims: readonly Victim[]): Promise<AttackOutcome[]> {
  const outcomes: AttackOutcome[] = []
  for (const species of SPECIES) outcomes.push(await attack(engine, species, victims))
  return outcomes.filter(({ shown }) => shown > 0)
}

async function attack(engine: Engine, species: Species, victims: readonly Victim[]): Promise<AttackOutcome> {
  const outcome = { species: species.name, shown: 0, passed: 0, unseen: 0 }
  for (const victim of victims) {
    const images = species.frames(victim)
    if (images === null) continue
    const frames = images.map((image, i) => ({ image, timeMs: i * FRAME_MS }))
    const { facts } = await readFace(engine, { frames, challenge: CHALLENGE })
    outcome.shown++
    outcome.unseen += facts.best === null ? 1 : 0
    outcome.passed += checkLiveness(facts).score === 1 ? 1 : 0
  }
  return outcome
}

function turns(degrees: number, look: (yaw: number) => Image): Image[] {
  return TURNS.map((share) => look(share * degrees))
}

function played(turned: Victim['turned'], side: 1 | -1): Image[] | null {
  return turned && turns(HEAD_DEGREES * side, turned)
}

function turnCutOut({ straight }: Victim): Image[] {
  const mask = cutOut(straight)
  return turns(50, (yaw) => drawFlatPrint(mask, { yaw }))
}
