import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AbortRequest } from '../domain/capture-plan.ts'
import { AppHeader } from './elements/app-header.tsx'
import { LeaveContext } from './elements/leave-context.ts'
import type { ScreenName, ShownScreen } from './journey/screens.ts'
import { CATALOG } from './language/catalog.ts'
import type { Language } from './language/language.ts'
import { MessagesContext } from './language/use-messages.ts'
import { writeRootAttributes } from './root-attributes.ts'
import { LeaveDialog } from './screens/leave/leave-dialog.tsx'
import { ShownScreenView } from './screens/shown-screen-view.tsx'
import './style/tokens.css'
import './style/base.css'

/** Screens on which there is nothing left to leave. */
const WITHOUT_LEAVE: ReadonlySet<ScreenName> = new Set(['loading', 'sending', 'done', 'link-closed'])

/** What the page draws from and hands back to. */
export interface AppProps {
  shown: ShownScreen
  requesterName: string
  firstLanguage: Language
  onAnswer: (answer: unknown) => void
  onLeave: (request: AbortRequest) => Promise<void>
}

/** The whole page: header, the screen that shows, and the leave dialog over it. */
export function App({ shown, requesterName, firstLanguage, onAnswer, onLeave }: AppProps) {
  const [language, setLanguage] = useState(firstLanguage)
  const [isLeaving, setIsLeaving] = useState(false)
  const main = useRef<HTMLElement>(null)
  const canLeave = !WITHOUT_LEAVE.has(shown.name)
  const place = 'scene' in shown.props ? `${shown.name} ${shown.props.scene}` : shown.name
  useLayoutEffect(() => writeRootAttributes(document.documentElement, shown), [shown])
  useTitles(main, place, language)

  const askToLeave = () => setIsLeaving(true)
  return (
    <MessagesContext.Provider value={CATALOG[language]}>
      <LeaveContext.Provider value={askToLeave}>
        <div
          class="app"
          data-tone={shown.name === 'filming' ? 'dark' : 'light'}
          data-light={shown.name === 'filming' ? shown.props.light : null}
        >
          <AppHeader language={language} onLanguage={setLanguage} onLeave={canLeave ? askToLeave : null} />
          <main class="main" ref={main}>
            <ShownScreenView key={place} shown={shown} answer={onAnswer} />
          </main>
          {isLeaving && canLeave && (
            <LeaveDialog requesterName={requesterName} onLeave={onLeave} onStay={() => setIsLeaving(false)} />
          )}
        </div>
      </LeaveContext.Provider>
    </MessagesContext.Provider>
  )
}

/** A new screen takes the focus with its title, which also names the page; an open dialog keeps it. */
function useTitles(main: { readonly current: HTMLElement | null }, place: string, language: Language): void {
  useEffect(() => {
    const title = main.current?.querySelector('h1')
    if (!document.querySelector('dialog[open]')) title?.focus()
    window.scrollTo(0, 0)
  }, [place])
  useEffect(() => {
    document.documentElement.lang = language
    const title = main.current?.querySelector('h1')?.textContent ?? ''
    document.title = `${title} – ${CATALOG[language].appName}`
  }, [place, language])
}
