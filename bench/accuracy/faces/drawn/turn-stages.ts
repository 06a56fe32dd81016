import { lightPerson } from '../../../../test/people/person/draw-person.ts'
import type { Person } from '../../../../test/people/person/person.ts'
import type { LightField } from '../../../../test/people/person/render/backdrop.ts'
import { FRAME, litCutOut, litScreen } from './light-stages.ts'
import type { LitStage } from './lit-stage.ts'

/** What stands before the camera when the head that is shown points somewhere, degrees. */
export type TurnStage = (yaw: number) => LitStage

/** What may be shown while turns are asked for: the person, or what somebody else plays or holds up of them. */
export interface TurnStages {
  live: TurnStage
  /** A screen that plays the very turns. */
  screen: TurnStage
  /** A phone that does, held to cover the face with its mirror image. */
  phone: TurnStage
  /** The face on paper as long as it is nearly straight, a screen for each angle that paper cannot show. */
  paperThenScreen: TurnStage
  /** A screen for the way, and the turned face cut out of paper where it is held. */
  screenThenPaper: TurnStage
  /** The face cut out of paper as it looks from several sides, one held up after the other. */
  papers: TurnStage
}

/** The head is drawn in steps of so many degrees. */
const STEP_DEGREES = 2
/** A print turned by 40° is taken for a head at no more. */
const PAPER_DEGREES = 10
/** A head that is held turned. */
const HELD_DEGREES = 23
/** Sides from which somebody has cut out the face. */
const CUT_DEGREES = [-26, -18, -10, 0, 10, 18, 26]

/** Draws a person from each side, once for all lights and stages. */
export function drawTurnStages(person: Person): TurnStages {
  const drawn = new Map<number, { room: LightField; screen: LightField }>()
  const look = (yaw: number) => {
    const step = Math.round(yaw / STEP_DEGREES) * STEP_DEGREES
    const lit = drawn.get(step) ?? lightPerson(person, { ...FRAME, yaw: step, backdrop: person.seed })
    drawn.set(step, lit)
    return lit
  }
  const made = new Map<string, LitStage>()
  const once = (name: string, make: TurnStage): TurnStage => {
    return (yaw) => {
      const key = `${name} ${Math.round(yaw / STEP_DEGREES)}`
      const stage = made.get(key) ?? make(yaw)
      made.set(key, stage)
      return stage
    }
  }
  const screen = once('screen', (yaw) => litScreen(look(yaw).room))
  const paper = once('paper', (yaw) => litCutOut(look(yaw).room))
  return {
    live: once('live', (yaw) => ({ ...look(yaw), litBy: 'room' })),
    screen,
    phone: once('phone', (yaw) => litScreen(look(yaw).room, 'phone')),
    paperThenScreen: (yaw) => (Math.abs(yaw) <= PAPER_DEGREES ? paper(yaw) : screen(yaw)),
    screenThenPaper: (yaw) => (Math.abs(yaw) >= HELD_DEGREES ? paper(yaw) : screen(yaw)),
    papers: (yaw) => paper(CUT_DEGREES.reduce((a, b) => (Math.abs(b - yaw) < Math.abs(a - yaw) ? b : a))),
  }
}
