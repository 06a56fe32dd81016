import { LANGUAGE_NAMES, type Language } from './language.ts'

/** The first language of the applicant's that the app speaks (navigator.languages, BCP 47); else English. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const [primary] = wish.toLowerCase().split('-')
    if (Object.hasOwn(LANGUAGE_NAMES, primary)) return primary as Language
  }
  return 'en'
}
