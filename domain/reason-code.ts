/** Why an identification was not validated: 1xxx quality, 2xxx refusal (API text, "Reason codes"). */
export const REASON_CODES = {
  insufficientConnection: 1201,
  documentTooBlurry: 1301,
  frontNotPresented: 1302,
  backNotPresented: 1303,
  documentHidden: 1304,
  noDynamicView: 1305,
  faceTooBlurry: 1310,
  faceNotPresented: 1311,
  faceNotFrontal: 1312,
  noLivenessMovement: 1313,
  poorLighting: 1320,
  internalError: 1901,
  videoUnplayable: 1911,
  documentExpired: 2101,
  documentNotAccepted: 2102,
  documentDamaged: 2103,
  photocopy: 2201,
  shownOnScreen: 2202,
  certifiedFraud: 2399,
  counterfeit: 2301,
  notTheOwner: 2304,
  identityMismatch: 2401,
  alteredDevice: 2402,
  againstWill: 2403,
} as const

/** One of the codes above. */
export type ReasonCode = (typeof REASON_CODES)[keyof typeof REASON_CODES]
