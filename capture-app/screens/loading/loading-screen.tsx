import { useMessages } from '../../language/use-messages.ts'
import './loading-screen.css'

/** Shown until the server has said what the link is about. */
export function LoadingScreen() {
  const messages = useMessages()
  return (
    <section class="loading">
      <span class="loading-ring" aria-hidden="true" />
      <h1 class="loading-text" tabIndex={-1}>
        {messages.loading}
      </h1>
    </section>
  )
}
