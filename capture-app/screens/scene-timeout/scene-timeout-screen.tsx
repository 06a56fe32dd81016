import { ActionButton } from '../../elements/action-button.tsx'
import { BulletList } from '../../elements/bullet-list.tsx'
import type { IconName } from '../../elements/icon.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'

const DOCUMENT_ICONS: readonly IconName[] = ['frame', 'still', 'light']
const FACE_ICONS: readonly IconName[] = ['camera', 'face', 'right']

/** The scene took too long: what helps, another try, or the way out that says so to who asked. */
export function SceneTimeoutScreen({ scene, seen, answer }: ScreenProps<'scene-timeout'>) {
  const messages = useMessages()
  const { timeout } = messages
  const isFace = scene === 'face'
  const tips = isFace ? timeout.faceTips : timeout.documentTips
  const icons = isFace ? FACE_ICONS : DOCUMENT_ICONS
  return (
    <ScreenLayout
      picture={<StatusMark tone="warn" icon={isFace ? 'face' : 'document'} />}
      title={timeout[isFace ? 'face' : 'document'][seen]}
      lead={timeout.lead}
      actions={
        <>
          <ActionButton onPress={() => answer('retry')}>{messages.tryAgain}</ActionButton>
          <ActionButton weight="quiet" onPress={() => answer('leave')}>
            {messages.leaveNow}
          </ActionButton>
        </>
      }
    >
      <BulletList bullets={tips.map((title, index) => ({ icon: icons[index] ?? 'check', title }))} />
    </ScreenLayout>
  )
}
