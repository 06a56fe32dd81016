import { ActionButton } from '../../elements/action-button.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import { WorkingBar } from '../../elements/working-bar.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'

/** The server is not reached, or has no room: it is tried again without the applicant's doing. */
export function ConnectionLostScreen({ phase, answer }: ScreenProps<'connection-lost'>) {
  const messages = useMessages()
  const words = messages.connection[phase]
  const hasGivenUp = phase === 'given-up'
  return (
    <ScreenLayout
      align="center"
      picture={<StatusMark tone="warn" icon={phase === 'busy' ? 'people' : 'network'} />}
      title={words.title}
      lead={words.text}
      actions={
        hasGivenUp && (
          <>
            <ActionButton onPress={() => answer('retry')}>{messages.tryAgain}</ActionButton>
            <ActionButton weight="quiet" onPress={() => answer('leave')}>
              {messages.leaveNow}
            </ActionButton>
          </>
        )
      }
    >
      {!hasGivenUp && <WorkingBar />}
    </ScreenLayout>
  )
}
