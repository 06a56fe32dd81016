import { DOCUMENT_CHOICES } from '../../domain/scene.ts'
import type { ClosedReason, FilmingProps, SceneStep, ShownScreen } from '../journey/screens.ts'

/** What lies before the camera in a case of the gallery. */
export type Subject = 'card-upright' | 'card-wide' | 'face-upright' | 'face-wide' | 'nothing'

/** One state of one screen, with made-up data. */
export interface GalleryCase {
  shown: ShownScreen
  subject?: Subject
  /** Whether the leave dialog lies over the screen, and how far it is. */
  leaving?: 'open' | 'failed'
}

const requesterName = 'Example Bank'
const redirectUrl = 'https://client.test/back'
const front: SceneStep = { scene: 'document-front', document: 'id-card', step: 1, steps: 3 }
const back: SceneStep = { scene: 'document-back', document: 'id-card', step: 2, steps: 3 }
const face: SceneStep = { scene: 'face', document: 'id-card', step: 3, steps: 3 }
const passport: SceneStep = { scene: 'document-front', document: 'passport', step: 1, steps: 2 }

function filming(step: SceneStep, props: Partial<FilmingProps>, subject: Subject): GalleryCase {
  const usual = {
    stream: null,
    connection: 'open',
    hint: null,
    progress: 0,
    turn: null,
    light: null,
    notice: 'none',
  } as const
  return { shown: { name: 'filming', props: { ...usual, ...step, ...props } }, subject }
}

function closed(reason: ClosedReason): GalleryCase {
  const isKnown = reason !== 'unknown' && reason !== 'replaced'
  return {
    shown: {
      name: 'link-closed',
      props: {
        reason,
        requesterName: isKnown ? requesterName : '',
        redirectUrl: isKnown ? redirectUrl : null,
      },
    },
  }
}

const welcome: ShownScreen = { name: 'welcome', props: { requesterName, faceRequired: true } }

/** Every screen in every state, by name. */
export const CASES: Readonly<Record<string, GalleryCase>> = {
  loading: { shown: { name: 'loading', props: {} } },
  welcome: { shown: welcome },
  'welcome-long-name': {
    shown: {
      name: 'welcome',
      props: { requesterName: 'Caisse Régionale de Crédit Maritime et de Prévoyance', faceRequired: false },
    },
  },
  consent: { shown: { name: 'consent', props: { requesterName, faceRequired: true } } },
  'consent-document-only': { shown: { name: 'consent', props: { requesterName, faceRequired: false } } },
  'document-choice': {
    shown: { name: 'document-choice', props: { documents: [...DOCUMENT_CHOICES], chosen: null } },
  },
  'document-choice-chosen': {
    shown: { name: 'document-choice', props: { documents: [...DOCUMENT_CHOICES], chosen: 'id-card' } },
  },
  'camera-permission': {
    shown: { name: 'camera-permission', props: { document: 'id-card', visit: 'first', camera: 'untouched' } },
  },
  'camera-permission-asked': {
    shown: { name: 'camera-permission', props: { document: 'passport', visit: 'first', camera: 'asked' } },
  },
  'camera-permission-resumed': {
    shown: {
      name: 'camera-permission',
      props: { document: 'id-card', visit: 'resumed', camera: 'untouched' },
    },
  },
  'camera-problem-not-allowed': { shown: { name: 'camera-problem', props: { problem: 'not-allowed' } } },
  'camera-problem-not-found': { shown: { name: 'camera-problem', props: { problem: 'not-found' } } },
  'camera-problem-in-use': { shown: { name: 'camera-problem', props: { problem: 'in-use' } } },
  'camera-problem-not-supported': { shown: { name: 'camera-problem', props: { problem: 'not-supported' } } },
  'filming-opening': filming(front, { connection: 'opening' }, 'nothing'),
  'filming-front': filming(front, {}, 'nothing'),
  'filming-front-too-far': filming(front, { hint: 'too-far', progress: 0.1 }, 'card-upright'),
  'filming-front-dark': filming(front, { hint: 'too-dark', progress: 0.2 }, 'card-upright'),
  'filming-front-glare': filming(front, { hint: 'glare', progress: 0.3 }, 'card-wide'),
  'filming-front-good': filming(front, { hint: 'good', progress: 0.62 }, 'card-upright'),
  'filming-front-good-wide': filming(front, { hint: 'good', progress: 0.62 }, 'card-wide'),
  'filming-passport': filming(passport, { hint: 'no-document' }, 'nothing'),
  'filming-back': filming(back, { hint: 'no-document' }, 'nothing'),
  'filming-reconnected': filming(back, { notice: 'reconnected' }, 'card-upright'),
  'filming-face': filming(face, {}, 'face-upright'),
  'filming-face-straight': filming(face, { hint: 'look-straight', progress: 0.2 }, 'face-upright'),
  'filming-face-red': filming(face, { hint: 'good', light: 'red', progress: 0.2 }, 'face-upright'),
  'filming-face-green': filming(face, { hint: 'good', light: 'green', progress: 0.3 }, 'face-upright'),
  'filming-face-blue-wide': filming(face, { hint: 'good', light: 'blue', progress: 0.4 }, 'face-wide'),
  'filming-face-left': filming(face, { hint: 'turn-left', turn: 'left', progress: 0.5 }, 'face-upright'),
  'filming-face-left-lit': filming(
    face,
    { hint: 'turn-left', turn: 'left', light: 'blue', progress: 0.5 },
    'face-upright',
  ),
  'filming-face-held-lit': filming(
    face,
    { hint: 'hold-still', turn: 'left', light: 'green', progress: 0.5 },
    'face-upright',
  ),
  'filming-face-right-lit': filming(face, { turn: 'right', light: 'red', progress: 0.7 }, 'face-upright'),
  'filming-face-right-lit-wide': filming(face, { turn: 'right', light: 'green', progress: 0.7 }, 'face-wide'),
  'filming-face-back-lit': filming(
    face,
    { hint: 'look-straight', light: 'green', progress: 0.6 },
    'face-upright',
  ),
  'filming-face-right-wide': filming(face, { turn: 'right', progress: 0.5 }, 'face-wide'),
  'filming-face-several': filming(
    face,
    { hint: 'several-faces', turn: 'left', progress: 0.4 },
    'face-upright',
  ),
  'filming-face-covered': filming(face, { hint: 'face-covered' }, 'face-upright'),
  'filming-face-bright': filming(face, { hint: 'too-bright', progress: 0.4 }, 'face-upright'),
  'filming-face-good': filming(face, { hint: 'good', progress: 0.9 }, 'face-upright'),
  'captured-front': { shown: { name: 'captured', props: { ...front, next: 'document-back' } } },
  'captured-back': { shown: { name: 'captured', props: { ...back, next: 'face' } } },
  'captured-face': { shown: { name: 'captured', props: { ...face, next: null } } },
  'scene-timeout-document': { shown: { name: 'scene-timeout', props: { ...front, seen: 'nothing' } } },
  'scene-timeout-face': { shown: { name: 'scene-timeout', props: { ...face, seen: 'something' } } },
  'connection-lost': { shown: { name: 'connection-lost', props: { phase: 'reconnecting' } } },
  'connection-busy': { shown: { name: 'connection-lost', props: { phase: 'busy' } } },
  'connection-given-up': { shown: { name: 'connection-lost', props: { phase: 'given-up' } } },
  trouble: { shown: { name: 'trouble', props: {} } },
  sending: { shown: { name: 'sending', props: { pace: 'usual' } } },
  'sending-slow': { shown: { name: 'sending', props: { pace: 'slow' } } },
  done: { shown: { name: 'done', props: { outcome: 'finished', requesterName, redirectUrl } } },
  'done-left': { shown: { name: 'done', props: { outcome: 'left', requesterName, redirectUrl } } },
  'closed-processing': closed('processing'),
  'closed-processed': closed('processed'),
  'closed-aborted': closed('aborted'),
  'closed-expired': closed('expired'),
  'closed-replaced': closed('replaced'),
  'closed-unknown': closed('unknown'),
  leaving: { shown: welcome, leaving: 'open' },
  'leaving-filming': { ...filming(front, { hint: 'too-far' }, 'card-upright'), leaving: 'open' },
  'leaving-failed': { shown: welcome, leaving: 'failed' },
}
