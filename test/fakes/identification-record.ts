import type { DocumentChecks, DocumentReading } from '../../domain/answer.ts'
import type { AssetRef, IdentificationRecord } from '../../domain/identification-record.ts'

const CREATED_AT = new Date('2026-03-01T09:20:15.185Z')

const READING: DocumentReading = {
  documentType: 'Passport',
  documentTypeDetailed: null,
  firstName: 'ANNA',
  lastName: 'ERIKSSON',
  allFirstNames: ['ANNA', 'MARIA'],
  birthDate: '1974-08-12',
  documentNumber: 'L898902C3',
  expiryDate: '2032-04-15',
  issueDate: null,
  gender: 'F',
  issuingStateCode: 'UTO',
  nationality: 'UTO',
  personalNumber: 'ZE184226B',
  mrz: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3204159ZE184226B<<<<<10',
  birthPlace: 'ZENITH',
  issuePlace: null,
  marriedName: null,
  obtainingDate: null,
  carDrivingLicenseExpiryDate: null,
  remarks: null,
  residenceAddress: null,
  taxIdentificationNumber: null,
}

const DOCUMENT_CHECKS: DocumentChecks = {
  dataExtracted: 1,
  expiryDate: 1,
  issueDate: null,
  liveVideoCapture: null,
  mrzValidity: 1,
  mrzViz: null,
  oveBack: null,
  oveFront: null,
  ove: null,
  quality: -1,
  supported: 1,
  visualBack: null,
  visualFront: null,
  score: -1,
}

/** An uninitiated identification as its rooms give it, with whatever a test wants otherwise. */
export function makeRecord(changes: Partial<IdentificationRecord> = {}): IdentificationRecord {
  return {
    id: 801,
    identificationId: '70f01f19-6ec5-4b14-9b30-2c493e49df15',
    accountId: 1,
    configurationId: 5,
    environment: 'test',
    status: 'uninitiated',
    createdAt: CREATED_AT,
    startedAt: null,
    endedAt: null,
    updatedAt: CREATED_AT,
    statusUpdatedAt: CREATED_AT,
    anonymizedAt: null,
    numberOfAttempts: 0,
    redirectUrl: 'https://client.example/return',
    webhook: null,
    faceRequired: true,
    userAgent: null,
    userIpAddress: null,
    comment: null,
    score: null,
    reasonCodes: [],
    identity: { id: 661, firstName: null, lastName: null, birthDate: null },
    referenceData: { id: 67, firstName: 'Anna', lastName: 'Eriksson', birthDate: null },
    referenceDataCheck: null,
    externalIdentity: null,
    document: null,
    documentChecks: null,
    face: null,
    faceChecks: null,
    docFaceMatch: null,
    docDocMatches: [],
    faceFaceMatches: [],
    form: null,
    identityFormMatch: null,
    ...changes,
  }
}

/** An identification with its automatic answer, waiting for nothing but a review. */
export function makeProcessingRecord(changes: Partial<IdentificationRecord> = {}): IdentificationRecord {
  return makeRecord({
    status: 'processing',
    startedAt: new Date('2026-03-01T09:41:00.868Z'),
    numberOfAttempts: 1,
    userAgent: 'Mozilla/5.0 (iPhone)',
    userIpAddress: '192.0.2.7',
    identity: { id: 661, firstName: 'ANNA', lastName: 'ERIKSSON', birthDate: '1974-08-12' },
    document: {
      id: 632,
      ...READING,
      frontImage: makeAsset('front.png', 'image/png'),
      backImage: null,
      signatureImage: null,
      frontVideo: makeAsset('front.webm', 'video/webm'),
      backVideo: null,
    },
    face: {
      id: 629,
      actions: 'turn left',
      image: makeAsset('face.png', 'image/png'),
      video: makeAsset('face.webm', 'video/webm'),
    },
    ...changes,
  })
}

/** An identification with its final answer and every object there is. */
export function makeProcessedRecord(changes: Partial<IdentificationRecord> = {}): IdentificationRecord {
  return makeProcessingRecord({
    status: 'processed',
    endedAt: new Date('2026-03-01T09:45:02.504Z'),
    score: 1,
    documentChecks: { id: 546, ...DOCUMENT_CHECKS },
    faceChecks: { id: 547, activeLiveness: 1, liveVideoCapture: null, quality: 0, score: 0 },
    docFaceMatch: { id: 548, score: 1 },
    referenceDataCheck: { id: 549, score: 1 },
    ...changes,
  })
}

function makeAsset(name: string, contentType: string): AssetRef {
  return { key: `801/${name}`, contentType, sha256: 'ab'.repeat(32) }
}
