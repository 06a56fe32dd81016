import { createContext } from 'preact'

/** Opens the leave dialog, for screens that offer it besides the header. */
export const LeaveContext = createContext<() => void>(() => {})
