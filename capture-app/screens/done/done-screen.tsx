import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'

/** The visit is over; the page goes back by itself, or by the link where a browser prevents that. */
export function DoneScreen({ outcome, requesterName, redirectUrl }: ScreenProps<'done'>) {
  const messages = useMessages()
  const name = requesterName || messages.someone
  const words = messages.done[outcome]
  const mark = outcome === 'finished' ? ({ tone: 'good', icon: 'check' } as const) : LEFT_MARK
  return (
    <ScreenLayout
      align="center"
      picture={<StatusMark {...mark} />}
      title={words.title}
      lead={words.text(name)}
      actions={
        <a class="action action-secondary" href={redirectUrl}>
          {messages.continue}
        </a>
      }
    />
  )
}

const LEFT_MARK = { tone: 'plain', icon: 'leave' } as const
