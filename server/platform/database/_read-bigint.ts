/** Reads PostgreSQL's bigint as a number. Throws beyond 2^53, where a number no longer is exact. */
export function readBigint(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Read the bigint ${text}: it is no safe integer`)
  return number
}
