/** What French documents print for the nationality of their holders. */
export const FRENCH_NATIONALITIES: Readonly<Record<string, string>> = { FRANÇAISE: 'FRA', FRENCH: 'FRA' }
