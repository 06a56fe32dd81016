/** A language the app speaks. */
export type Language = 'en' | 'fr'

/** Every language, under its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' }
