/** Texts that are prepared at most: each takes memory in every session. Ours are fewer; lists of any length may not fill it. */
const MAX_NAMED = 500

const names = new Map<string, string>()

/**
 * The name under which a session keeps a statement prepared, the same for the same text, so that the server parses
 * and plans it once a session; undefined for those beyond what a session may keep.
 */
export function nameStatement(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MAX_NAMED) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}
