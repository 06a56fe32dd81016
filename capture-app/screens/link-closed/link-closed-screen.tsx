import type { IconName } from '../../elements/icon.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import type { ClosedReason, ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'

const MARKS: Readonly<Record<ClosedReason, { tone: 'good' | 'plain'; icon: IconName }>> = {
  processing: { tone: 'good', icon: 'check' },
  processed: { tone: 'good', icon: 'check' },
  aborted: { tone: 'plain', icon: 'leave' },
  expired: { tone: 'plain', icon: 'clock' },
  replaced: { tone: 'plain', icon: 'people' },
  unknown: { tone: 'plain', icon: 'link' },
}

/** The link leads nowhere any more: why, and the way back to who asked where it is known. */
export function LinkClosedScreen({ reason, requesterName, redirectUrl }: ScreenProps<'link-closed'>) {
  const messages = useMessages()
  const words = messages.closed[reason]
  return (
    <ScreenLayout
      align="center"
      picture={<StatusMark {...MARKS[reason]} />}
      title={words.title}
      lead={words.text}
      actions={
        redirectUrl && (
          <a class="action action-primary" href={redirectUrl}>
            {messages.backTo(requesterName || messages.someone)}
          </a>
        )
      }
    />
  )
}
