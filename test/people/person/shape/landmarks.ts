/** Point numbers of the right eye's rim (the person's right, image left), in order round it. */
export const EYE_RIM: readonly number[] = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246,
]

/** Upper edge of the right eyebrow, from the temple to the nose. */
export const BROW_UPPER: readonly number[] = [70, 63, 105, 66, 107]

/** Lower edge of the right eyebrow, matching `BROW_UPPER` point by point. */
export const BROW_LOWER: readonly number[] = [46, 53, 52, 65, 55]

/** Outer edge of the lips, in order round them. */
export const LIPS_OUTER: readonly number[] = [
  61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146,
]

/** Inner edge of the lips; the first half is the upper lip, point i faces point 20 - i. */
export const LIPS_INNER: readonly number[] = [
  78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
]

/** Points that place spectacles: the root of the nose and the lids of the person's left eye. */
export const SPECTACLE_POINTS = { noseRoot: 168, noseBridge: 6, upperLid: 386, lowerLid: 374 } as const
