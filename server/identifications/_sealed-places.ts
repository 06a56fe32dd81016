/** Where the personal data of this room lies sealed: a value opens only at its own place. */
export const PLACES = {
  visit: 'identifications.visit_sealed',
  residence: 'identifications.residence_sealed',
  identity: 'identities.sealed',
  referenceData: 'reference_data.sealed',
  externalIdentity: 'external_identities.sealed',
} as const
