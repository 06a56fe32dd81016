import { Icon } from '../../elements/icon.tsx'
import { SpokenText } from '../../elements/spoken-text.tsx'
import { StepMarks } from '../../elements/step-marks.tsx'
import type { FilmingProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import { CameraPreview } from './camera-preview.tsx'
import type { GuideShape } from './guide-box.ts'
import { hintWords } from './hint-words.ts'
import './filming-screen.css'

/** A scene being filmed: the picture, where to hold what, and what the server says of it. */
export function FilmingScreen(props: FilmingProps) {
  const messages = useMessages()
  const { filming } = messages
  const words = hintWords(messages, props)
  const notice = props.notice === 'reconnected' ? filming.reconnected : ''
  return (
    <section class="filming">
      <div class="filming-head">
        <StepMarks step={props.step} steps={props.steps} />
        <h1 class="filming-title" tabIndex={-1}>
          {filming.titles[props.scene](props.document)}
        </h1>
        {notice && (
          <p class="filming-notice">
            <Icon name="check" size={18} />
            {notice}
          </p>
        )}
      </div>
      <CameraPreview
        stream={props.stream}
        shape={shapeOf(props)}
        progress={props.progress}
        turn={props.connection === 'open' ? props.turn : null}
        tone={words.tone}
        ghost={ghostOf(props)}
      />
      {/* Said by the hidden text at a pace that can be followed; this one is for the eye. */}
      <div class="filming-hint" data-tone={words.tone} aria-hidden="true">
        <Icon name={words.icon} size={28} />
        <p>{words.text}</p>
      </div>
      <SpokenText text={notice && props.hint === null ? `${notice}. ${words.text}` : words.text} />
    </section>
  )
}

function shapeOf({ scene, document }: FilmingProps): GuideShape {
  if (scene === 'face') return 'face'
  return document === 'passport' ? 'passport-page' : 'card'
}

/** The outline of what belongs in the frame shows until something is seen in it. */
function ghostOf({ scene, hint }: FilmingProps): 'front' | 'back' | 'none' {
  if (scene === 'face' || (hint !== null && hint !== 'no-document')) return 'none'
  return scene === 'document-back' ? 'back' : 'front'
}
