import type { ComponentChildren } from 'preact'
import './pictures.css'
import './screen-layout.css'

/**
 * A screen on paper: picture, title, content, and the actions within reach of the thumb. The title
 * takes the focus when the screen comes.
 */
export function ScreenLayout(props: {
  picture?: ComponentChildren
  title: string
  lead?: string
  align?: 'start' | 'center'
  children?: ComponentChildren
  actions?: ComponentChildren
}) {
  return (
    <section class="screen" data-align={props.align ?? 'start'}>
      <div class="screen-content">
        {props.picture && <div class="screen-picture">{props.picture}</div>}
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.lead && <p class="screen-lead">{props.lead}</p>}
        {props.children}
      </div>
      {props.actions && <div class="screen-actions">{props.actions}</div>}
    </section>
  )
}
