import type { CheckName, CheckWords } from './report-catalog.ts'

/** Each check in English. */
export const ENGLISH_CHECKS: Record<CheckName, CheckWords> = {
  dataExtracted: {
    name: 'Data read',
    valid: 'The required data of the document were read alike several times.',
    invalid: 'The required data are not on the document.',
    unknown:
      'The required data of the document could not be read with certainty, or do not name a state that is known.',
  },
  expiryDate: {
    name: 'Expiry date',
    valid: 'The document was in its dates on the day of the answer.',
    invalid: 'The document had expired on the day of the answer.',
    unknown: 'It could not be told whether the document had expired.',
  },
  issueDate: {
    name: 'Issue date',
    valid: 'The issue date is possible.',
    invalid: 'The issue date is not possible.',
    unknown: 'It could not be told whether the issue date is possible.',
  },
  documentLiveCapture: {
    name: 'Live video of the document',
    valid: 'The document itself was in front of the camera.',
    invalid: 'What was in front of the camera was not the document itself.',
    unknown: 'It could not be told whether the document itself was in front of the camera.',
  },
  mrzValidity: {
    name: 'Machine readable zone',
    valid: 'Every check digit of the zone agrees with what it stands for.',
    invalid: 'A check digit of the zone does not agree with what it stands for.',
    unknown: 'No zone was read, or a check digit of it does not agree, as after one misread character.',
  },
  mrzViz: {
    name: 'Zone and print',
    valid: 'The printed fields that could be compared say what the machine readable zone says.',
    invalid: 'Several printed fields differ from the machine readable zone.',
    unknown:
      'The printed fields differ in part from the machine readable zone, or could not be compared with it.',
  },
  oveFront: {
    name: 'Changing elements, front',
    valid: 'The optically variable elements of the front change as they should.',
    invalid: 'The optically variable elements of the front do not change as they should.',
    unknown: 'The optically variable elements of the front could not be judged.',
  },
  oveBack: {
    name: 'Changing elements, back',
    valid: 'The optically variable elements of the back change as they should.',
    invalid: 'The optically variable elements of the back do not change as they should.',
    unknown: 'The optically variable elements of the back could not be judged.',
  },
  ove: {
    name: 'Changing elements, overall',
    valid: 'The optically variable elements change as they should.',
    invalid: 'Optically variable elements do not change as they should.',
    unknown: 'The optically variable elements could not be judged.',
  },
  documentQuality: {
    name: 'Quality of the video',
    valid: 'Every side that was asked for was shown clearly.',
    invalid: 'The document was not shown clearly.',
    unknown:
      'A side of the document is missing, was not shown whole, in movement and clearly enough, belongs to another document, or could not be recognised or analysed.',
  },
  supported: {
    name: 'Kind of document',
    valid: 'The document is of a kind that is accepted.',
    invalid: 'The document is of a kind that is not accepted.',
    unknown: 'It could not be told whether the document is one that is accepted.',
  },
  visualFront: {
    name: 'Appearance, front',
    valid: 'The front looks as documents of its kind do.',
    invalid: 'The front is a copy, is shown on a screen, or has a code with a false signature.',
    unknown:
      'The front looks doubtful: something is amiss with its colours, a corner or a line of its print, or a code on it names somebody else.',
  },
  visualBack: {
    name: 'Appearance, back',
    valid: 'The back looks as documents of its kind do.',
    invalid: 'The back is shown on a screen, or has a code with a false signature.',
    unknown:
      'The back looks doubtful: something is amiss with its colours, a corner or a line of its print, or a code on it names somebody else.',
  },
  documentTotal: {
    name: 'Document, overall',
    valid: 'Every required check of the document is valid.',
    invalid: 'At least one required check of the document is not valid.',
    unknown: 'At least one required check of the document cannot tell.',
  },
  activeLiveness: {
    name: 'Liveness',
    valid:
      'What was drawn at random for this identification was seen: the turns of the head and, where the screen lit the face, the order of its colours.',
    invalid: 'What was filmed is not a living person.',
    unknown:
      'Nothing proves that the person was there alive: the turns asked for were not made as a living head makes them, the face did not follow the colours of the screen, was not one face throughout or shows the pattern of a screen, too many attempts were made, or the video could not be analysed.',
  },
  faceLiveCapture: {
    name: 'Live video of the face',
    valid: 'The person themself was in front of the camera.',
    invalid: 'What was in front of the camera was not the person themself.',
    unknown: 'It could not be told whether the person themself was in front of the camera.',
  },
  faceQuality: {
    name: 'Quality of the video',
    valid: 'One face was shown clearly.',
    invalid: 'The face was not shown clearly.',
    unknown:
      'No face was shown alone, uncovered, from the front and clearly enough, or the video could not be analysed.',
  },
  faceTotal: {
    name: 'Face, overall',
    valid: 'Every required check of the face is valid.',
    invalid: 'At least one required check of the face is not valid.',
    unknown: 'At least one required check of the face cannot tell.',
  },
  docFaceMatch: {
    name: 'Face and document',
    valid: 'The face that was filmed is the face on the document.',
    invalid: 'The face that was filmed is not the face on the document.',
    unknown: 'The face that was filmed could not be compared surely with the face on the document.',
  },
  docDocMatch: {
    name: 'Sides of the document',
    valid: 'What is on the document belongs together.',
    invalid: 'What is on the document does not belong together.',
    unknown: 'It could not be told whether what is on the document belongs together.',
  },
  faceFaceMatch: {
    name: 'Face seen before',
    valid: 'The face is the one that was seen before.',
    invalid: 'The face is not the one that was seen before.',
    unknown: 'The face could not be compared surely with the one seen before.',
  },
  identityFormMatch: {
    name: 'Declaration of the person',
    valid: 'What the person declared agrees with the identity read from the document.',
    invalid: 'What the person declared differs from the identity read from the document.',
    unknown: 'What the person declared could not be compared with the identity.',
  },
  referenceDataCheck: {
    name: 'Declared identity',
    valid: 'The identity read from the document agrees with the one declared by the client.',
    invalid: 'The identity read from the document differs from the one declared by the client.',
    unknown:
      'The identity was not read surely enough to compare it with the one declared, or agrees with it in part only.',
  },
}
