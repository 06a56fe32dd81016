import type { ShownScreen } from './journey/screens.ts'

/**
 * Writes what shows on the root element: `data-screen`, `data-scene`, `data-hint`, `data-turn`,
 * `data-light` and `data-connection` (empty where there is none), for tests and whoever watches the page from outside.
 */
export function writeRootAttributes(root: HTMLElement, shown: ShownScreen): void {
  root.dataset.screen = shown.name
  root.dataset.scene = 'scene' in shown.props ? shown.props.scene : ''
  root.dataset.hint = shown.name === 'filming' ? (shown.props.hint ?? '') : ''
  root.dataset.connection = shown.name === 'filming' ? shown.props.connection : ''
  root.dataset.light = shown.name === 'filming' ? (shown.props.light ?? '') : ''
  root.dataset.turn = shown.name === 'filming' ? (shown.props.turn ?? '') : ''
}
