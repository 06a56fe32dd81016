import { copyFile, stat, truncate } from 'node:fs/promises'

/** A log of the database is moved aside at this size; with the older one beside it, twice this is the most. */
const LARGEST_LOG_BYTES = 5_000_000

/** Moves a log aside when it grew large; its writer appends, so it goes on in the emptied file. */
export async function boundLog(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (found === null || found.size < LARGEST_LOG_BYTES) return
  await copyFile(file, `${file}.1`)
  await truncate(file)
}
