import { english, type Messages } from './english.ts'
import { french } from './french.ts'
import type { Language } from './language.ts'

/** What the app says, by language. */
export const CATALOG: Readonly<Record<Language, Messages>> = { en: english, fr: french }
