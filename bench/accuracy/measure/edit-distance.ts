/** Characters to put in, take out or replace until one text is the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const now = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      now.push(Math.min(replaced, before[j] + 1, now[j - 1] + 1))
    }
    before = now
  }
  return before[b.length]
}
