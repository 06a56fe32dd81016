import { useContext, useRef, useState } from 'preact/hooks'
import { ActionButton } from '../../elements/action-button.tsx'
import { BulletList } from '../../elements/bullet-list.tsx'
import { Icon } from '../../elements/icon.tsx'
import { LeaveContext } from '../../elements/leave-context.ts'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import './consent-screen.css'

/** What is recorded, how it is checked and who receives it; goes on only with an explicit agreement. */
export function ConsentScreen({ requesterName, faceRequired, answer }: ScreenProps<'consent'>) {
  const messages = useMessages()
  const { consent } = messages
  const box = useRef<HTMLInputElement>(null)
  const [isMissing, setIsMissing] = useState(false)
  const leave = useContext(LeaveContext)
  const scope = faceRequired ? 'face' : 'document'

  const goOn = () => {
    if (box.current?.checked) return answer('agree')
    setIsMissing(true)
    box.current?.focus()
  }
  return (
    <ScreenLayout
      title={consent.title}
      actions={
        <>
          <ActionButton onPress={goOn}>{messages.continue}</ActionButton>
          <ActionButton weight="quiet" onPress={leave}>
            {consent.refuse}
          </ActionButton>
        </>
      }
    >
      <BulletList
        bullets={[
          { icon: 'camera', title: consent.recorded.title, text: consent.recorded[scope] },
          { icon: 'search', title: consent.checked.title, text: consent.checked[scope] },
          {
            icon: 'building',
            title: consent.receives.title,
            text: consent.receives.text(requesterName || messages.someone),
          },
        ]}
      />
      <div class="consent-agreement" data-missing={isMissing}>
        <label class="consent-label">
          <input
            ref={box}
            class="consent-box"
            type="checkbox"
            aria-invalid={isMissing}
            aria-describedby={isMissing ? 'consent-missing' : undefined}
            onChange={() => setIsMissing(false)}
          />
          <span>{consent[scope]}</span>
        </label>
        <p class="consent-missing" id="consent-missing" role="alert">
          {isMissing && (
            <>
              <Icon name="warning" size={20} />
              {consent.missing}
            </>
          )}
        </p>
      </div>
    </ScreenLayout>
  )
}
