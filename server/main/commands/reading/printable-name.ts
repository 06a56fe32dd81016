/** A file's name as a terminal may be shown it: control characters would move its cursor or change its colours. */
export function printableName(path: string): string {
  return path.replace(/\p{Cc}/gu, '\uFFFD')
}
