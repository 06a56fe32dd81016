/** The mean direction of templates, as a unit vector. Throws when there is none. */
export function meanTemplate(templates: readonly ArrayLike<number>[]): number[] {
  if (templates.length === 0) throw new Error('Cannot average no templates')
  const sum = new Array<number>(templates[0].length).fill(0)
  for (const template of templates) {
    const length = lengthOf(template)
    for (let i = 0; i < sum.length; i++) sum[i] += template[i] / length
  }
  const length = lengthOf(sum)
  return sum.map((value) => value / length)
}

function lengthOf(vector: ArrayLike<number>): number {
  let squares = 0
  for (let i = 0; i < vector.length; i++) squares += vector[i] * vector[i]
  return Math.sqrt(squares) || 1
}
