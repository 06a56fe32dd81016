/** What a process of Vidimus serves. */
export type Role = 'api' | 'web' | 'media' | 'worker'

/** Every role, in the order they start. */
export const ALL_ROLES: readonly Role[] = ['api', 'web', 'media', 'worker']

/** Reads a list such as `api,web`. Throws an Error that names the words it does not know. */
export function parseRoles(list: string): Role[] {
  const words = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const unknown = words.filter((word) => !ALL_ROLES.includes(word as Role))
  if (unknown.length > 0 || words.length === 0) {
    throw new Error(`Roles are ${ALL_ROLES.join(', ')}; cannot start "${unknown.join(', ') || list}"`)
  }
  return ALL_ROLES.filter((role) => words.includes(role))
}
