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
 * `face-embedding` (dlib ResNet, 128 numbers), measured on 164 photos of 38 people, 534 genuine and 12,832 impostor
 * pairs: at 0.93 93.6 % of genuine and 0.03 % of impostor pairs pass (4 pairs, 2 of them brother and sister); below
 * 0.90 lie none of the genuine and 97.9 % of the impostor pairs; equal error rate 0.75 %. With one photo printed on
 * a card 150 px high in grey: 87.2 % and 0.02 % pass, below 0.90 lie 0.5 % and 97.8 %. Drawn people of the tests
 * (bench/results/people.md): own card 0.98 and more, turned by 24° 0.95 and more, another's card at most 0.88.
 */
export const FACE_BANDS: Readonly<Record<string, FaceBands>> = {
  'face-embedding': { accept: 0.93, reject: 0.9 },
}
