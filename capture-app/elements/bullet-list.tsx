import { Icon, type IconName } from './icon.tsx'
import './bullet-list.css'

/** One line of a list: a drawing, a title and, where there is more to say, a sentence. */
export interface Bullet {
  icon: IconName
  title: string
  text?: string
}

/** Points told with drawings. `ordered` where the points follow each other in time. */
export function BulletList({ bullets, order = 'any' }: { bullets: Bullet[]; order?: 'any' | 'ordered' }) {
  const List = order === 'ordered' ? 'ol' : 'ul'
  return (
    // Safari drops the role of lists without markers, so it is named.
    <List class="bullets" role="list">
      {bullets.map(({ icon, title, text }) => (
        <li class="bullet" key={title}>
          <span class="bullet-icon">
            <Icon name={icon} />
          </span>
          <div>
            <p class={text ? 'bullet-title' : undefined}>{title}</p>
            {text && <p class="bullet-text">{text}</p>}
          </div>
        </li>
      ))}
    </List>
  )
}
