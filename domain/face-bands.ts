/** Cosine similarities at which two templates of a model are the same person, or are not. */
export interface FaceBands {
  /** At or above: the same person. */
  accept: number
  /** Below: another person; between the two nobody can tell. */
  reject: number
}

/** Bands by the name of the model that made the templates. */
export const FACE_BANDS: Readonly<Record<string, FaceBands>> = {
  'face-embedding': { accept: 0.92, reject: 0.86 },
}
