/** Attributes of an identification in the order clients see them; the score only once processed. */
export const ATTRIBUTES = [
  'anonymized-at',
  'comment',
  'created-at',
  'ended-at',
  'identification-id',
  'identification-url',
  'is-live',
  'number-of-attempts',
  'redirect-url',
  'started-at',
  'status-updated-at',
  'status',
  'updated-at',
  'user-agent',
  'user-ip-address',
  'webhook',
]

/** The same once processed: the score is among them. */
export const PROCESSED_ATTRIBUTES = ATTRIBUTES.toSpliced(9, 0, 'score')

/** Relationships of a processed identification, in order. */
export const PROCESSED_RELATIONSHIPS = [
  'doc-doc-matches',
  'doc-face-matches',
  'face-face-matches',
  'document-checks',
  'face-checks',
  'identity',
  'reason-codes',
  'reference-data',
  'reference-data-check',
]

/** Types of the resources beside a processed identification, in order. */
export const PROCESSED_INCLUDED = [
  'doc-face-matches',
  'document-checks',
  'documents',
  'face-checks',
  'faces',
  'identities',
  'reference-data',
  'reference-data-checks',
]

/** Attributes of each included resource, in order. */
export const INCLUDED_ATTRIBUTES: Record<string, string[]> = {
  'doc-face-matches': ['score'],
  'document-checks': [
    'data-extracted-score',
    'expiry-date-score',
    'issue-date-score',
    'live-video-capture-score',
    'mrz-validity-score',
    'mrz-viz-score',
    'ove-back-score',
    'ove-front-score',
    'ove-score',
    'quality-score',
    'score',
    'supported',
    'visual-back-score',
    'visual-front-score',
  ],
  documents: [
    'all-first-names',
    'birth-date',
    'birth-place',
    'car-driving-license-expiry-date',
    'document-number',
    'document-type',
    'document-type-detailed',
    'expiry-date',
    'first-name',
    'gender',
    'image-back-hash',
    'image-front-hash',
    'issue-date',
    'issue-place',
    'issuing-state-code',
    'last-name',
    'married-name',
    'media-type',
    'mrz',
    'nationality',
    'obtaining-date',
    'personal-number',
    'remarks',
    'residence-address',
    'signature-image-hash',
    'signed-image-back-url',
    'signed-image-front-url',
    'signed-image-signature-url',
    'signed-video-back-url',
    'signed-video-front-url',
    'tax-identification-number',
    'video-back-hash',
    'video-front-hash',
  ],
  'face-checks': ['active-liveness-score', 'live-video-capture-score', 'quality-score', 'score'],
  faces: ['actions', 'image-hash', 'signed-image-url', 'signed-video-url', 'video-hash'],
  identities: ['birth-date', 'first-name', 'last-name'],
  'reference-data': ['last-name', 'first-name', 'birth-date'],
  'reference-data-checks': ['score'],
}

/** Relationships of each included resource once processed. */
export const INCLUDED_RELATIONSHIPS: Record<string, string[] | undefined> = {
  'doc-face-matches': ['document', 'face'],
  'document-checks': ['document'],
  documents: ['identity'],
  'face-checks': ['face'],
  faces: ['identity'],
  identities: ['document', 'documents', 'face'],
  'reference-data-checks': ['reference-data'],
}
