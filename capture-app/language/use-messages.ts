import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { english, type Messages } from './english.ts'

/** The catalog in use; the app provides it. */
export const MessagesContext = createContext<Messages>(english)

/** What the app says in the applicant's language. */
export function useMessages(): Messages {
  return useContext(MessagesContext)
}
