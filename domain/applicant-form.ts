/** What the applicant declares of themself at the end of the journey (API text, "Forms"); null = left empty. */
export interface ApplicantForm {
  gender: 'M' | 'F' | null
  lastName: string | null
  marriedName: string | null
  firstName: string | null
  middleName: string | null
  /** ISO date YYYY-MM-DD. */
  birthDate: string | null
  /** ISO 3166-1 alpha-3, as the country below. */
  nationality: string | null
  birthPlaceCountry: string | null
  birthPlaceCity: string | null
  /** INSEE code of a city in France, null elsewhere. */
  birthPlaceCityCode: string | null
  addressFirstLine: string | null
  addressSecondLine: string | null
  addressPostcode: string | null
  addressCity: string | null
  addressCountry: string | null
  mailAddress: string | null
  phoneNumber: string | null
  /** Number of a French company, nine digits. */
  siren: number | null
}
