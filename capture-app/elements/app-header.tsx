import { LANGUAGE_NAMES, type Language } from '../language/language.ts'
import { useMessages } from '../language/use-messages.ts'
import { Icon } from './icon.tsx'
import './app-header.css'

/** What stands above every screen: the name, the other language, and the way out while there is one. */
export function AppHeader(props: {
  language: Language
  onLanguage: (language: Language) => void
  /** Null when there is nothing left to leave. */
  onLeave: (() => void) | null
}) {
  const messages = useMessages()
  const others = (Object.keys(LANGUAGE_NAMES) as Language[]).filter((language) => language !== props.language)
  return (
    <header class="header">
      <span class="header-brand">
        <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
          <rect class="header-mark" width="32" height="32" rx="9" />
          <path class="header-check" d="M8.5 16.5l5 5 10-11" />
        </svg>
        <span class="header-name">{messages.appName}</span>
      </span>
      {others.map((language) => (
        <button
          type="button"
          class="header-button"
          key={language}
          lang={language}
          onClick={() => props.onLanguage(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
      {props.onLeave && (
        <button type="button" class="header-button header-leave" onClick={props.onLeave}>
          <Icon name="cross" size={18} />
          {messages.leave}
        </button>
      )}
    </header>
  )
}
