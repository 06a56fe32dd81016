import type { ConformanceRow } from '../conformance-row.ts'

const WHOLE = 'test/contracts/whole-answer.test.ts'
const RESOURCES = 'server/http/resources'

/** An attribute of an object: its line in the text, its name, the words that give it here, our choice about it. */
type Attribute = readonly [line: number, name: string, given: string, choice?: string]

interface Described {
  type: string
  file: string
  attributes: readonly Attribute[]
}

const HASHED = 'sha2-256:<hex>, not the bare digits of the example.'
const FORM_CHOICE = 'A form is stored, shown and compared; the app asks none yet.'
const PRINTED =
  'Printed: read where the layout of the document has it and a print of it was found, else null.'

const DESCRIBED: readonly Described[] = [
  {
    type: 'identities',
    file: `${RESOURCES}/_present-included.ts`,
    attributes: [
      [974, 'first-name', 'identity.firstName'],
      [975, 'last-name', 'identity.lastName'],
      [976, 'birth-date', 'identity.birthDate'],
    ],
  },
  {
    type: 'reference-data',
    file: `${RESOURCES}/_present-included.ts`,
    attributes: [
      [983, 'first-name', 'declared.firstName'],
      [984, 'last-name', 'declared.lastName'],
      [985, 'birth-date', 'declared.birthDate'],
    ],
  },
  {
    type: 'external-identity',
    file: `${RESOURCES}/_present-included.ts`,
    attributes: [
      [1001, 'user-id', 'external.userId'],
      [1002, 'phone-number', 'external.phoneNumber', 'In the international format, unlike the example.'],
      [1003, 'mail-address', 'external.mailAddress'],
    ],
  },
  {
    type: 'documents',
    file: `${RESOURCES}/_present-document.ts`,
    attributes: [
      [1043, 'image-back-hash', 'writeHash(document.backImage)', HASHED],
      [1045, 'image-front-hash', 'writeHash(document.frontImage)', HASHED],
      [1048, 'video-back-hash', 'writeHash(document.backVideo)', HASHED],
      [1049, 'video-front-hash', 'writeHash(document.frontVideo)', HASHED],
      [1067, 'all-first-names', 'document.allFirstNames'],
      [
        1068,
        'birth-date',
        'document.birthDate',
        'From the machine readable zone; of documents without one as printed.',
      ],
      [1069, 'birth-place', 'document.birthPlace ?? null', PRINTED],
      [1070, 'car-driving-license-expiry-date', 'document.carDrivingLicenseExpiryDate ?? null', PRINTED],
      [1071, 'document-number', 'document.documentNumber'],
      [
        1072,
        'document-type',
        'document.documentType',
        'Of zones ID, Passport, Residence Permit and Visa are told.',
      ],
      [1073, 'document-type-detailed', 'document.documentTypeDetailed ?? null', PRINTED],
      [1074, 'expiry-date', 'document.expiryDate'],
      [
        1075,
        'first-name',
        'document.firstName',
        'From the machine readable zone; as printed, with accents, where the zone spells it so.',
      ],
      [1076, 'gender', 'document.gender', 'JSON null for NULL.'],
      [1077, 'issue-date', 'document.issueDate'],
      [1078, 'issuing-state-code', 'document.issuingStateCode'],
      [
        1079,
        'last-name',
        'document.lastName',
        'From the machine readable zone; as printed, with accents, where the zone spells it so.',
      ],
      [1080, 'married-name', 'document.marriedName ?? null', PRINTED],
      [1081, 'mrz', 'document.mrz'],
      [1082, 'nationality', 'document.nationality'],
      [1083, 'obtaining-date', 'document.obtainingDate ?? null', PRINTED],
      [1084, 'personal-number', 'document.personalNumber'],
      [1085, 'remarks', 'document.remarks ?? null', PRINTED],
      [1086, 'residence-address', 'document.residenceAddress ?? null', PRINTED],
      [1087, 'signed-image-back-url', 'sign(document.backImage)'],
      [1088, 'signed-image-front-url', 'sign(document.frontImage)'],
      [
        1089,
        'signed-image-signature-url',
        'sign(document.signatureImage)',
        'Cut out of the front where the layout has a place for it and something is written there.',
      ],
    ],
  },
  {
    type: 'faces',
    file: `${RESOURCES}/_present-face.ts`,
    attributes: [
      [1102, 'image-hash', 'writeHash(face.image)', HASHED],
      [1103, 'video-hash', 'writeHash(face.video)', HASHED],
      [1122, 'signed-image-url', 'face.image && urls.signAssetUrl(face.image)'],
    ],
  },
  {
    type: 'forms',
    file: `${RESOURCES}/_present-form.ts`,
    attributes: [
      [1166, 'gender', 'form.gender', FORM_CHOICE],
      [1167, 'last-name', 'form.lastName', FORM_CHOICE],
      [1168, 'married-name', 'form.marriedName', FORM_CHOICE],
      [1169, 'first-name', 'form.firstName', FORM_CHOICE],
      [1171, 'birth-date', 'form.birthDate', FORM_CHOICE],
      [1172, 'nationality', 'form.nationality', FORM_CHOICE],
      [1173, 'birth-place-country', 'form.birthPlaceCountry', FORM_CHOICE],
      [1174, 'birth-place-city', 'form.birthPlaceCity', FORM_CHOICE],
      [1175, 'birth-place-city-code', 'form.birthPlaceCityCode', `JSON null for NULL. ${FORM_CHOICE}`],
      [1176, 'address-first-line', 'form.addressFirstLine', FORM_CHOICE],
      [1177, 'address-second-line', 'form.addressSecondLine', FORM_CHOICE],
      [1178, 'address-postcode', 'form.addressPostcode', FORM_CHOICE],
      [1179, 'address-city', 'form.addressCity', FORM_CHOICE],
      [1180, 'address-country', 'form.addressCountry', FORM_CHOICE],
      [1181, 'mail-address', 'form.mailAddress', FORM_CHOICE],
      [1182, 'phone-number', 'form.phoneNumber', FORM_CHOICE],
    ],
  },
]

const OF_THE_IDENTIFICATION: readonly Attribute[] = [
  [899, 'created-at', 'writeTime(record.createdAt)'],
  [900, 'ended-at', 'isProcessed ? writeTime(record.endedAt) : null'],
  [901, 'identification-id', 'record.identificationId'],
  [903, 'number-of-attempts', 'record.numberOfAttempts', 'A visit that begins the scenes anew is another.'],
  [904, 'redirect-url', 'record.redirectUrl'],
  [909, 'started-at', 'writeTime(record.startedAt)'],
  [910, 'status', 'record.status', 'And expired, which the table of the lifecycle has.'],
  [911, 'updated-at', 'writeTime(record.updatedAt)'],
  [912, 'status-updated-at', 'writeTime(record.statusUpdatedAt)'],
  [914, 'user-ip-address', 'isFilming ? null : record.userIpAddress', 'From processing on, as recorded.'],
  [915, 'webhook', 'record.webhook'],
]

const SCORES_AND_COMMENT: readonly ConformanceRow[] = [
  {
    line: 898,
    rule: 'An identification tells comment',
    test: { file: WHOLE, name: 'The comment of an incomplete identification is told' },
    switchOff: {
      file: `${RESOURCES}/present-identification.ts`,
      find: "comment: isProcessed ? (record.comment ?? '')",
      replace: "comment: isProcessed ? ''",
    },
  },
  {
    line: 905,
    rule: 'An identification tells score',
    test: { file: WHOLE, name: 'In a whole answer the attribute score of the identification is told' },
    switchOff: {
      file: `${RESOURCES}/present-identification.ts`,
      find: 'score: writeScore(record.score)',
      replace: 'score: null',
    },
  },
  {
    line: 1221,
    rule: 'An object of identity-form-matches tells score',
    test: { file: WHOLE, name: 'In a whole answer the identity-form-matches tell score' },
    switchOff: {
      file: `${RESOURCES}/_present-form.ts`,
      find: 'score: writeScore(match.score)',
      replace: 'score: null',
    },
  },
]

/** Every attribute of the objects' tables, and the hashes that the examples alone have. */
export const ATTRIBUTE_ROWS: readonly ConformanceRow[] = [
  ...SCORES_AND_COMMENT,
  ...OF_THE_IDENTIFICATION.map((attribute) =>
    rowOf(attribute, {
      owner: 'An identification',
      file: `${RESOURCES}/present-identification.ts`,
      test: `In a whole answer the attribute ${attribute[1]} of the identification is told`,
    }),
  ),
  ...DESCRIBED.flatMap(({ type, file, attributes }) =>
    attributes.map((attribute) =>
      rowOf(attribute, {
        owner: `An object of ${type}`,
        file,
        test: `In a whole answer the ${type} tell ${attribute[1]}`,
      }),
    ),
  ),
]

function rowOf(
  [line, name, given, choice]: Attribute,
  { owner, file, test }: { owner: string; file: string; test: string },
): ConformanceRow {
  const key = name.includes('-') ? `'${name}'` : name
  return {
    line,
    rule: `${owner} tells ${name}`,
    ...(choice ? { choice } : {}),
    test: { file: WHOLE, name: test },
    switchOff: { file, find: `${key}: ${given},`, replace: `${key}: null,` },
  }
}
