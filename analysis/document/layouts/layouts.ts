import { EUROPEAN_DRIVING_LICENCE } from './european-driving-licence.ts'
import { FRENCH_DRIVING_LICENCE } from './french-driving-licence.ts'
import { FRENCH_ID_CARD_1988 } from './french-id-card-1988.ts'
import { FRENCH_ID_CARD_2021 } from './french-id-card-2021.ts'
import { FRENCH_PASSPORT } from './french-passport.ts'
import { FRENCH_RESIDENCE_PERMIT } from './french-residence-permit.ts'
import { ICAO_CARD_TD1 } from './icao-card-td1.ts'
import { ICAO_CARD_TD2 } from './icao-card-td2.ts'
import { ICAO_PASSPORT } from './icao-passport.ts'
import { ICAO_PERMIT_TD1 } from './icao-permit-td1.ts'
import type { DocumentLayout } from './layout.ts'

/** Every layout known. Of two that fit a document alike the first is taken: states' own come before those of any state. */
export const LAYOUTS: readonly DocumentLayout[] = [
  FRENCH_PASSPORT,
  FRENCH_ID_CARD_1988,
  FRENCH_ID_CARD_2021,
  FRENCH_RESIDENCE_PERMIT,
  // Before the French one: the backs are alike but for the line that begins with the state.
  EUROPEAN_DRIVING_LICENCE,
  FRENCH_DRIVING_LICENCE,
  ICAO_PASSPORT,
  // Before the cards: its codes are among theirs.
  ICAO_PERMIT_TD1,
  ICAO_CARD_TD1,
  ICAO_CARD_TD2,
]
