import type { ComponentChildren } from 'preact'
import './action-button.css'

/** How much a button stands out: the one thing to do, another way, or a quiet exit. */
type ButtonWeight = 'primary' | 'secondary' | 'quiet'

/** A button across the screen. While `state` is busy it keeps its place and focus, but does nothing. */
export function ActionButton(props: {
  weight?: ButtonWeight
  state?: 'ready' | 'busy'
  onPress: () => void
  children: ComponentChildren
}) {
  const isBusy = props.state === 'busy'
  return (
    <button
      type="button"
      class={`action action-${props.weight ?? 'primary'}`}
      aria-disabled={isBusy}
      onClick={() => isBusy || props.onPress()}
    >
      {isBusy && <span class="action-spinner" aria-hidden="true" />}
      <span>{props.children}</span>
    </button>
  )
}
