/** The names of a person as a zone writes them: capitals A-Z, transliterated (ICAO 9303-3 §6). */
export interface MrzNames {
  lastName: string
  firstNames: string[]
}

/**
 * Splits a name field: two fillers between last and first names, one where a name has a space, hyphen or
 * apostrophe (ICAO 9303-3 §4.6). A field without two fillers is all last name.
 */
export function readMrzNames(field: string): MrzNames {
  const [last = '', ...first] = field.replace(/<+$/, '').split('<<')
  return { lastName: withSpaces(last), firstNames: readFirstNames(first.join('<<')) }
}

/** The names of a field that holds first names alone, apart by one or more fillers. */
export function readFirstNames(field: string): string[] {
  return field.split('<').filter((name) => name !== '')
}

/** A name with each run of fillers as one space. */
export function withSpaces(field: string): string {
  return field
    .split('<')
    .filter((word) => word !== '')
    .join(' ')
}
