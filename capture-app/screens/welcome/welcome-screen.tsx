import { ActionButton } from '../../elements/action-button.tsx'
import { type Bullet, BulletList } from '../../elements/bullet-list.tsx'
import { Icon } from '../../elements/icon.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import { WelcomePicture } from './welcome-picture.tsx'
import './welcome-screen.css'

/** Who asks, what will happen and how long it takes. */
export function WelcomeScreen({ requesterName, faceRequired, answer }: ScreenProps<'welcome'>) {
  const messages = useMessages()
  const { welcome } = messages
  const steps: Bullet[] = [
    { icon: 'document', ...welcome.document },
    ...(faceRequired ? [{ icon: 'face', ...welcome.face } as const] : []),
    { icon: 'check', ...welcome.end },
  ]
  return (
    <ScreenLayout
      picture={<WelcomePicture />}
      title={welcome.title}
      lead={welcome.lead(requesterName || messages.someone)}
      actions={<ActionButton onPress={() => answer('start')}>{welcome.start}</ActionButton>}
    >
      <p class="welcome-duration">
        <Icon name="clock" size={20} />
        {welcome.duration}
      </p>
      <BulletList bullets={steps} order="ordered" />
      <p class="welcome-tip">
        <Icon name="light" size={22} />
        {welcome.tip}
      </p>
    </ScreenLayout>
  )
}
