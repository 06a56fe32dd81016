/**
 * What the recogniser makes of one line: for each step along it the probability of each class.
 * Class 0 is the blank between characters, class n the n-th character of the dictionary, the last class a space.
 */
export interface TextPosteriors {
  /** Steps times classes, step by step; each step sums to 1. */
  data: Float32Array
  steps: number
  classes: number
}
