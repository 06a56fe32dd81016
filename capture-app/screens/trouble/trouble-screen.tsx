import { ActionButton } from '../../elements/action-button.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'

/** The server refused what the page asked: nobody's fault but ours. */
export function TroubleScreen({ answer }: ScreenProps<'trouble'>) {
  const messages = useMessages()
  return (
    <ScreenLayout
      align="center"
      picture={<StatusMark tone="bad" icon="warning" />}
      title={messages.trouble.title}
      lead={messages.trouble.text}
      actions={
        <>
          <ActionButton onPress={() => answer('retry')}>{messages.tryAgain}</ActionButton>
          <ActionButton weight="quiet" onPress={() => answer('leave')}>
            {messages.leaveNow}
          </ActionButton>
        </>
      }
    />
  )
}
