import type { TurnSide } from '../../domain/challenge.ts'
import type { LightColour } from '../../domain/faces/light.ts'
import type { Hint } from '../../domain/hint.ts'
import type { IdentificationStatus } from '../../domain/identification.ts'
import type { DocumentChoice, SceneName } from '../../domain/scene.ts'
import type { CameraProblem } from '../camera/camera-problem.ts'

/** Why the link leads nowhere any more. `unknown`: there is no such identification. */
export type ClosedReason = Exclude<IdentificationStatus, 'uninitiated' | 'initiated'> | 'replaced' | 'unknown'

/** Where the applicant stands: which scene of how many, for step marks and titles. */
export interface SceneStep {
  scene: SceneName
  document: DocumentChoice
  /** From 1. */
  step: number
  steps: number
}

/** What a filming screen shows; the server's words, steadied for the eye. */
export interface FilmingProps extends SceneStep {
  /** Null until the camera runs. */
  stream: MediaStream | null
  connection: 'opening' | 'open'
  /** Null until the server has judged a frame. */
  hint: Hint | null
  /** 0-1. */
  progress: number
  turn: TurnSide | null
  /** The colour in which the screen lights the face. */
  light: LightColour | null
  notice: 'none' | 'reconnected'
}

/** Every screen: what it is shown with and what the applicant can answer on it. */
export interface Screens {
  loading: { props: object; answer: never }
  welcome: { props: { requesterName: string; faceRequired: boolean }; answer: 'start' }
  consent: { props: { requesterName: string; faceRequired: boolean }; answer: 'agree' }
  'document-choice': {
    props: { documents: DocumentChoice[]; chosen: DocumentChoice | null }
    answer: DocumentChoice | 'back'
  }
  'camera-permission': {
    props: { document: DocumentChoice; visit: 'first' | 'resumed'; camera: 'untouched' | 'asked' }
    answer: 'allow'
  }
  'camera-problem': { props: { problem: CameraProblem }; answer: 'retry' | 'leave' }
  filming: { props: FilmingProps; answer: never }
  captured: { props: SceneStep & { next: SceneName | null }; answer: 'continue' }
  'scene-timeout': { props: SceneStep & { seen: 'nothing' | 'something' }; answer: 'retry' | 'leave' }
  'connection-lost': { props: { phase: 'reconnecting' | 'busy' | 'given-up' }; answer: 'retry' | 'leave' }
  trouble: { props: object; answer: 'retry' | 'leave' }
  sending: { props: { pace: 'usual' | 'slow' }; answer: never }
  done: { props: { outcome: 'finished' | 'left'; requesterName: string; redirectUrl: string }; answer: never }
  'link-closed': {
    props: { reason: ClosedReason; requesterName: string; redirectUrl: string | null }
    answer: never
  }
}

/** The name of a screen, as `data-screen` shows it. */
export type ScreenName = keyof Screens

/** What a screen's component is given: its own things and where its answer goes. */
export type ScreenProps<Name extends ScreenName> = Screens[Name]['props'] & {
  answer: (answer: Screens[Name]['answer']) => void
}

/** The screen that shows, with its things. */
export type ShownScreen = { [Name in ScreenName]: { name: Name; props: Screens[Name]['props'] } }[ScreenName]
