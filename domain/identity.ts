/** The identity concluded for, or declared of, an applicant; null where unknown. */
export interface Identity {
  firstName: string | null
  lastName: string | null
  /** ISO date YYYY-MM-DD. */
  birthDate: string | null
}
