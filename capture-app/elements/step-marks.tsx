import { useMessages } from '../language/use-messages.ts'
import './step-marks.css'

/** Which scene of how many: bars for the eye, words for the ear. */
export function StepMarks({ step, steps }: { step: number; steps: number }) {
  const messages = useMessages()
  const marks = Array.from({ length: steps }, (_, index) => index + 1)
  return (
    <div class="step-marks">
      <span class="visually-hidden">{messages.stepOf(step, steps)}</span>
      {marks.map((mark) => (
        <span class="step-mark" key={mark} data-reached={mark <= step} aria-hidden="true" />
      ))}
    </div>
  )
}
