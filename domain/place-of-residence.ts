/** Where the applicant lives, as the client says at creation (API text, "Create identification"). */
export interface PlaceOfResidence {
  /** ISO 3166-1 alpha-3. */
  country: string
  /** ISO 3166-2, of the same country. */
  subdivision: string | null
}
