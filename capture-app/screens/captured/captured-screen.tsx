import { ActionButton } from '../../elements/action-button.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import { StepMarks } from '../../elements/step-marks.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import { NextPicture } from './next-picture.tsx'
import './captured-screen.css'

/** A scene is done; what comes next starts when the applicant is ready. */
export function CapturedScreen(props: ScreenProps<'captured'>) {
  const { captured } = useMessages()
  const next = props.next && captured.next[props.next]
  return (
    <ScreenLayout
      align="center"
      picture={<StatusMark tone="good" icon="check" />}
      title={captured.titles[props.scene](props.document)}
      actions={next && <ActionButton onPress={() => props.answer('continue')}>{next.button}</ActionButton>}
    >
      <StepMarks step={props.step} steps={props.steps} />
      {props.next && next && (
        <div class="captured-next">
          <NextPicture scene={props.next} />
          <h2 class="captured-next-title">{next.title}</h2>
          <p class="captured-next-text">{next.text}</p>
        </div>
      )}
    </ScreenLayout>
  )
}
