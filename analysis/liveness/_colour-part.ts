/**
 * A colour without its brightness is two numbers: how green it is, and how red rather than blue, both of length 1 beside the three
 * channels (a row has them one after the other, two a sample). Codecs and sensors leave two to three times the noise in the second.
 */
export const COLOUR_AXES = [
  [-1, 2, -1].map((share) => share / Math.sqrt(6)),
  [1, 0, -1].map((share) => share / Math.sqrt(2)),
] as const

/** What one colour looks like by how much of it was on in each sample: its own channel alone. */
export function colourPart(levels: readonly number[], channel: number): number[] {
  return levels.flatMap((level) => COLOUR_AXES.map((axis) => level * axis[channel]))
}
