/** Types of the resources of an identification that have a number of their own (API text, "Objects"). */
export type ResourceType =
  | 'identifications'
  | 'identities'
  | 'reference-data'
  | 'external-identity'
  | 'forms'
  | 'documents'
  | 'faces'
  | 'document-checks'
  | 'face-checks'
  | 'doc-face-matches'
  | 'doc-doc-matches'
  | 'face-face-matches'
  | 'identity-form-matches'
  | 'reference-data-checks'

/** Names one of them; ids are the numbers that answers show as strings. */
export interface ResourceName {
  type: ResourceType
  id: number
}
