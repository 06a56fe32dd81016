/** Every character of a machine readable zone (ICAO 9303-3 §4.3); the place of 0-9 and A-Z is their value. */
export const MRZ_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'

/** The character that fills what is not used. */
export const FILLER = '<'
