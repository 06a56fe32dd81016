import type { Engine } from '../../../../analysis/engine.ts'
import { readFace } from '../../../../analysis/face/read-face.ts'
import type { TurnChallenge } from '../../../../domain/challenge.ts'
import type { LightSignals } from '../../../../domain/faces/light.ts'
import type { FaceFacts } from '../../../../domain/facts.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkLiveness } from '../../../../server/checks/rules/check-liveness.ts'
import { drawFlatPrint } from '../../../../test/people/person/draw-flat-print.ts'
import { bendPrint } from './bend-print.ts'
import { cutOut } from './cut-out.ts'
import type { Stages } from './light-stages.ts'
import type { TurnStages } from './turn-stages.ts'

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
/** When colours are shown in spliced films, and their frames that are kept. */
const LIT_TIMES_MS = [61_000, 62_000]
const LIT_PART: LightSignals = { shown: [{ colour: 'red', fromMs: 60_000 }], untilMs: 63_000, samples: [] }

/** Somebody to attack: how they look at a yaw; photos only know the straight one. */
export interface Victim {
  straight: Image
  turned: ((yaw: number) => Image) | null
}

/** One way to show a face; `stage` is how it stands in the light of the screen. */
interface Species {
  name: string
  stage: keyof Stages
  frames(victim: Victim, accomplice: Victim): Image[] | null
  /** Who is seen while the colours are shown, where that is somebody else than whoever turns, and what is. */
  /** What is before the camera while the head turns, where it is filmed in colours there too. */
  turnStage: keyof TurnStages | null
  spliced?: { stageOf: 'victim' | 'accomplice'; lit(victim: Victim, accomplice: Victim): Image }
}

/** What was read of one species of one victim. */
export interface SeenAttack {
  species: string
  stage: keyof Stages
  /** Which of the victims. */
  victim: number
  /** Whose stage the colours are shown to. */
  litVictim: number
  /** Whether the colours are shown to something else than what turns. */
  isSpliced: boolean
  turnStage: keyof TurnStages | null
  facts: FaceFacts
}

/** The species that is none. */
export const LIVE = 'a head that turns as asked (no attack)'

/** What may be shown for the turns once a face on paper has answered the first colours. */
const TURNED_AFTER_PAPER: readonly (readonly [keyof TurnStages, string])[] = [
  ['screen', 'a screen that plays the very turns'],
  ['phone', 'a phone that plays them, mirroring the phone over the face'],
  ['paperThenScreen', 'the same, and a screen for the large angles alone'],
  ['screenThenPaper', 'a screen for the ways, and turned faces on paper where it is held'],
  ['papers', 'one of seven faces on paper after the other, each from another side'],
]

const SPECIES: readonly Species[] = [
  { name: LIVE, stage: 'live', turnStage: 'live', frames: ({ turned }) => played(turned, 1) },
  {
    name: 'photo held still',
    stage: 'print',
    turnStage: null,
    frames: ({ straight }) => TURNS.map(() => straight),
  },
  ...[40, 60].map((degrees) => ({
    name: `print turned by ${degrees}°`,
    stage: 'print' as const,
    turnStage: null,
    frames: ({ straight }: Victim) => turns(degrees, (yaw) => drawFlatPrint(straight, { yaw })),
  })),
  { name: 'cut-out face turned by 50°', stage: 'cutOut', turnStage: null, frames: turnCutOut },
  ...[30, 50].map((degrees) => ({
    name: `print bent round a cylinder, turned by ${degrees}°`,
    stage: 'print' as const,
    turnStage: null,
    frames: ({ straight }: Victim) => turns(degrees, (yaw) => bendPrint(straight, yaw)),
  })),
  {
    name: 'screen that plays the opposite turns',
    stage: 'screen',
    turnStage: 'screen',
    frames: ({ turned }) => played(turned, -1),
  },
  {
    name: 'screen that plays the very turns',
    stage: 'screen',
    turnStage: 'screen',
    frames: ({ turned }) => played(turned, 1),
  },
  {
    name: 'phone that plays the very turns, mirroring the phone over the face',
    stage: 'phone',
    turnStage: 'phone',
    frames: ({ turned }) => played(turned, 1),
  },
  {
    name: 'screen that plays the very turns and other colours',
    stage: 'litScreen',
    turnStage: 'screen',
    frames: ({ turned }) => played(turned, 1),
  },
  {
    name: 'accomplice before the colours, then a screen that plays the very turns',
    stage: 'live',
    turnStage: 'screen',
    frames: ({ turned }) => played(turned, 1),
    spliced: { stageOf: 'accomplice', lit: (_, { straight }) => straight },
  },
  {
    name: 'screen before the colours, then an accomplice who turns',
    stage: 'screen',
    turnStage: 'live',
    frames: (_, { turned }) => played(turned, 1),
    spliced: { stageOf: 'victim', lit: ({ straight }) => straight },
  },
  ...TURNED_AFTER_PAPER.map(([turnStage, then]) => ({
    name: `cut-out face before the colours, then ${then}`,
    stage: 'cutOut' as const,
    turnStage,
    frames: ({ turned }: Victim) => played(turned, 1),
    spliced: { stageOf: 'victim' as const, lit: ({ straight }: Victim) => cutOut(straight) },
  })),
]

/** Shows each species of each victim once, and reads it. */
export async function seeAttacks(engine: Engine, victims: readonly Victim[]): Promise<SeenAttack[]> {
  const seen: SeenAttack[] = []
  for (const species of SPECIES) {
    for (const victim of victims.keys()) {
      const attack = await seeAttack(engine, species, { victims, victim })
      if (attack) seen.push(attack)
    }
  }
  return seen
}

async function seeAttack(
  engine: Engine,
  { name, stage, turnStage, frames, spliced }: Species,
  { victims, victim }: { victims: readonly Victim[]; victim: number },
): Promise<SeenAttack | null> {
  const other = (victim + 1) % victims.length
  const [shown, accomplice] = [victims[victim], victims[other]]
  const images = frames(shown, accomplice)
  if (images === null) return null
  const film = images.map((image, i) => ({ image, timeMs: i * FRAME_MS }))
  const litFilm = spliced ? litFrames(spliced.lit(shown, accomplice)) : []
  const light = spliced ? LIT_PART : null
  const scene = { frames: [...film, ...litFilm], challenge: CHALLENGE, light }
  const { facts } = await readFace(engine, scene)
  const litVictim = spliced?.stageOf === 'accomplice' ? other : victim
  return { species: name, stage, turnStage, victim, litVictim, isSpliced: spliced !== undefined, facts }
}

/** What is kept of the colours: an early frame and a late one. Times are told by themselves: when they come makes no difference. */
function litFrames(image: Image): { image: Image; timeMs: number }[] {
  return LIT_TIMES_MS.map((timeMs) => ({ image, timeMs }))
}

/** What came of the turns alone: splicing answers colours, and is no other attack without them. */
export function countAttacks(seen: readonly SeenAttack[]): AttackOutcome[] {
  const whole = seen.filter(({ isSpliced }) => !isSpliced)
  return [...Map.groupBy(whole, ({ species }) => species)].map(([species, of]) => ({
    species,
    shown: of.length,
    passed: of.filter(({ facts }) => checkLiveness(facts).score === 1).length,
    unseen: of.filter(({ facts }) => facts.best === null).length,
  }))
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
