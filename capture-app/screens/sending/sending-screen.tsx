import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { SpokenText } from '../../elements/spoken-text.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import { WorkingBar } from '../../elements/working-bar.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'

/** Everything is filmed; the server finishes its answer. */
export function SendingScreen({ pace }: ScreenProps<'sending'>) {
  const { sending } = useMessages()
  return (
    <ScreenLayout
      align="center"
      picture={<StatusMark tone="plain" icon="search" />}
      title={sending.title}
      lead={sending[pace]}
    >
      <WorkingBar />
      <SpokenText text={sending[pace]} />
    </ScreenLayout>
  )
}
