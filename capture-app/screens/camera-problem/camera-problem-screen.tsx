import { useState } from 'preact/hooks'
import { ActionButton } from '../../elements/action-button.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import { StatusMark } from '../../elements/status-mark.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import './camera-problem-screen.css'

/** Why the camera does not work and what helps, with the way out that says so to who asked. */
export function CameraProblemScreen({ problem, answer }: ScreenProps<'camera-problem'>) {
  const messages = useMessages()
  const words = messages.camera.problems[problem]
  return (
    <ScreenLayout
      picture={<StatusMark tone="warn" icon="camera" />}
      title={words.title}
      lead={words.text}
      actions={
        <>
          {problem === 'not-supported' ? (
            <CopyLinkButton />
          ) : (
            <ActionButton onPress={() => answer('retry')}>{messages.tryAgain}</ActionButton>
          )}
          <ActionButton weight="quiet" onPress={() => answer('leave')}>
            {messages.leaveNow}
          </ActionButton>
        </>
      }
    >
      <ol class="remedies">
        {words.steps.map((step) => (
          <li class="remedy" key={step}>
            {step}
          </li>
        ))}
      </ol>
      {problem === 'not-supported' && <p class="remedy-link">{location.href}</p>}
    </ScreenLayout>
  )
}

function CopyLinkButton() {
  const { camera } = useMessages()
  const [isCopied, setIsCopied] = useState(false)
  // Where the clipboard is closed too, the link can be selected by hand: it stands above.
  const copy = () =>
    void navigator.clipboard?.writeText(location.href).then(
      () => setIsCopied(true),
      () => {},
    )
  return (
    <>
      <ActionButton onPress={copy}>{isCopied ? camera.copied : camera.copyLink}</ActionButton>
      <p class="visually-hidden" role="status">
        {isCopied && camera.copied}
      </p>
    </>
  )
}
