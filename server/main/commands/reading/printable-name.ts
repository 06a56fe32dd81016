/** A file's name as a terminal may be shown it: control characters move its cursor or change its colours, others turn text round. */
export function printableName(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
}
