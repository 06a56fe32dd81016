/**
 * What the recogniser makes of one line: for each step along it the probability of each class.
 * Class 0 is the blank between characters, class n the n-th character kept of the dictionary, the last class a space.
 */
export interface TextPosteriors {
  /** Steps times classes, step by step; each step sums to 1, less what classes have that are not kept. */
  data: Float32Array
  steps: number
  classes: number
}
