import type { Hint } from '../../../domain/hint.ts'
import type { IconName } from '../../elements/icon.tsx'
import type { FilmingProps } from '../../journey/screens.ts'
import type { Messages } from '../../language/english.ts'

/** What the applicant is told while filming: words, drawing, and how it stands. */
export interface HintWords {
  text: string
  icon: IconName
  tone: 'plain' | 'good' | 'turn'
}

const ICONS: Readonly<Record<Hint, IconName>> = {
  'no-document': 'document',
  'too-far': 'frame',
  'partly-out-of-frame': 'frame',
  'too-dark': 'light',
  'too-bright': 'light',
  glare: 'light',
  blurry: 'still',
  'hold-still': 'still',
  'no-face': 'face',
  'several-faces': 'people',
  'move-closer': 'frame',
  'face-covered': 'face',
  'look-straight': 'face',
  'turn-left': 'left',
  'turn-right': 'right',
  'too-fast': 'clock',
  good: 'check',
}

/** Hints that a turn or a light goes before: they only say that nothing else is wrong. */
const GIVES_WAY: ReadonlySet<Hint | null> = new Set([
  null,
  'good',
  'look-straight',
  'hold-still',
  'turn-left',
  'turn-right',
])

/** Words for the hint, the light and the turn that show; faults of the picture come before what is asked for. */
export function hintWords(messages: Messages, props: FilmingProps): HintWords {
  const { filming } = messages
  const kind = props.scene === 'face' ? 'face' : 'document'
  if (props.connection === 'opening') return { text: filming.opening, icon: 'network', tone: 'plain' }
  if (props.turn && props.hint === 'hold-still') {
    return { text: filming.heldTurned, icon: 'still', tone: 'turn' }
  }
  if (props.turn && GIVES_WAY.has(props.hint)) {
    return { text: filming.faceHints[`turn-${props.turn}`], icon: props.turn, tone: 'turn' }
  }
  // On the way back from a turn the colours go on: there it is said where to look.
  if (props.light && props.hint !== 'look-straight' && GIVES_WAY.has(props.hint)) {
    return { text: filming.lit, icon: 'light', tone: 'plain' }
  }
  if (props.hint === null) return { text: filming.starting[kind], icon: kind, tone: 'plain' }
  const hints = kind === 'face' ? filming.faceHints : filming.documentHints
  return { text: hints[props.hint], icon: ICONS[props.hint], tone: props.hint === 'good' ? 'good' : 'plain' }
}
