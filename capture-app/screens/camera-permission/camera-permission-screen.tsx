import { ActionButton } from '../../elements/action-button.tsx'
import { BulletList } from '../../elements/bullet-list.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import { PermissionPicture } from './permission-picture.tsx'
import './camera-permission-screen.css'

/** Explains the browser's question before it is asked; also the way back in after a reload. */
export function CameraPermissionScreen(props: ScreenProps<'camera-permission'>) {
  const messages = useMessages()
  const { camera } = messages
  const isResumed = props.visit === 'resumed'
  const isAsked = props.camera === 'asked'
  return (
    <ScreenLayout
      picture={<PermissionPicture />}
      title={isResumed ? camera.resumedTitle : camera.title}
      lead={isResumed ? camera.resumedLead : camera.lead}
      actions={
        <ActionButton state={isAsked ? 'busy' : 'ready'} onPress={() => props.answer('allow')}>
          {isAsked ? camera.asked : camera.allow}
        </ActionButton>
      }
    >
      <BulletList
        bullets={[
          { icon: 'document', title: camera.ready(messages.documents[props.document].yours) },
          { icon: 'light', title: camera.light },
          { icon: 'silent', title: camera.silent },
        ]}
      />
    </ScreenLayout>
  )
}
