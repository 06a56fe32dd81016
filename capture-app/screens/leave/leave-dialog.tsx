import { useEffect, useRef, useState } from 'preact/hooks'
import type { AbortRequest } from '../../../domain/capture-plan.ts'
import { ActionButton } from '../../elements/action-button.tsx'
import { Icon, type IconName } from '../../elements/icon.tsx'
import type { LeaveReason } from '../../language/english.ts'
import { useMessages } from '../../language/use-messages.ts'
import './leave-dialog.css'

const REASONS: readonly { reason: LeaveReason; icon: IconName }[] = [
  { reason: 'verify_later', icon: 'clock' },
  { reason: 'no_document', icon: 'document' },
  { reason: 'connection_issue', icon: 'network' },
  { reason: 'refusal', icon: 'cross' },
]

/** How far the leaving is: which reason is being sent, or that sending it failed. */
type Progress = { step: 'asking' | 'failed' } | { step: 'sending'; reason: LeaveReason }

/** Asks why the applicant leaves; one press leaves. Escape and "Stay" close it. */
export function LeaveDialog(props: {
  requesterName: string
  onLeave: (request: AbortRequest) => Promise<void>
  onStay: () => void
}) {
  const messages = useMessages()
  const { leaving } = messages
  const dialog = useRef<HTMLDialogElement>(null)
  const [progress, setProgress] = useState<Progress>({ step: 'asking' })
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // The question is read first; no reason is one press away by accident.
    title.current?.focus()
  }, [])

  const leave = (reason: LeaveReason) => {
    if (progress.step === 'sending') return
    setProgress({ step: 'sending', reason })
    props.onLeave({ returnReason: reason }).catch(() => setProgress({ step: 'failed' }))
  }
  return (
    <dialog ref={dialog} class="leave" aria-labelledby="leave-title" onClose={props.onStay}>
      <h2 ref={title} class="leave-title" id="leave-title" tabIndex={-1}>
        {leaving.title}
      </h2>
      <p class="leave-lead">{leaving.lead(props.requesterName || messages.someone)}</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without markers. */}
      <ul class="leave-reasons" role="list">
        {REASONS.map(({ reason, icon }) => (
          <li key={reason}>
            <ReasonButton
              words={leaving.reasons[reason]}
              icon={icon}
              state={
                progress.step === 'sending' ? (progress.reason === reason ? 'sending' : 'waiting') : 'ready'
              }
              onPress={() => leave(reason)}
            />
          </li>
        ))}
      </ul>
      <p class="leave-fault" role="alert">
        {progress.step === 'failed' && leaving.failed}
      </p>
      <ActionButton weight="secondary" onPress={() => dialog.current?.close()}>
        {leaving.stay}
      </ActionButton>
    </dialog>
  )
}

function ReasonButton(props: {
  words: { title: string; text: string }
  icon: IconName
  state: 'ready' | 'sending' | 'waiting'
  onPress: () => void
}) {
  return (
    <button
      type="button"
      class="leave-reason"
      aria-disabled={props.state !== 'ready'}
      onClick={props.onPress}
    >
      {props.state === 'sending' ? (
        <span class="action-spinner" aria-hidden="true" />
      ) : (
        <Icon name={props.icon} size={22} />
      )}
      <span>
        <span class="leave-reason-title">{props.words.title}</span>
        <span class="leave-reason-text">{props.words.text}</span>
      </span>
    </button>
  )
}
