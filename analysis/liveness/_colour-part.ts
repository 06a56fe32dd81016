/** What one colour looks like by how much of it was on in each sample: more of its own channel, less of the others, no brightness. */
export function colourPart(levels: readonly number[], channel: number): number[] {
  const part = levels.flatMap((level) => [-level / 3, -level / 3, -level / 3])
  for (const [i, level] of levels.entries()) part[i * 3 + channel] = (level * 2) / 3
  return part
}
