/** Cosine similarities at which two templates of a model are the same person, or are not. */
export interface FaceBands {
  /** At or above: the same person. */
  accept: number
  /** Below: another person; between the two nobody can tell. */
  reject: number
}

/**
 * Bands by the name of the model that made the templates.
 *
 * `face-embedding` (dlib ResNet, 128 numbers), set on the development half of the bench alone: 84 genuine and 1,932 impostor
 * pairs of photos, and the same photos against each other printed on cards. From 0.933 at most 0.1 % of the impostor pairs
 * are in each kind, 88-90 % of the genuine pairs of photos and of colour portraits of 240 and 150 px; below 0.897 lie no genuine pairs of
 * these, 1 % of grey portraits under a hologram, and 91-93 % of the impostor pairs. How the held-out half goes:
 * bench/results/accuracy.md (decision 50).
 */
export const FACE_BANDS: Readonly<Record<string, FaceBands>> = {
  'face-embedding': { accept: 0.933, reject: 0.897 },
}
