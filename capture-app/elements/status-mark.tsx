import { Icon, type IconName } from './icon.tsx'
import './status-mark.css'

/** The large sign at the head of a screen that tells how things stand. */
export function StatusMark({ tone, icon }: { tone: 'good' | 'warn' | 'bad' | 'plain'; icon: IconName }) {
  return (
    <div class="status-mark" data-tone={tone}>
      <Icon name={icon} size={44} />
    </div>
  )
}
