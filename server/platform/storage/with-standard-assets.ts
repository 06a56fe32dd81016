import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../../domain/problem.ts'
import type { Storage } from './storage.ts'

/** Keys of the standard answers: `standard/<identification-id>/<folder>/<file>`. */
const STANDARD_KEY = /^standard\/[\da-f-]+\/[a-z_]+\/(?<file>[a-z-]+\.[a-z]+)$/

/**
 * A storage that also has the pictures and recordings of the standard answers, which come with the program and
 * belong to nobody; everything else is the storage's own. They cannot be written or deleted.
 */
export function withStandardAssets(storage: Storage, folder: string): Storage {
  return {
    ...storage,
    async get(key) {
      const file = STANDARD_KEY.exec(key)?.groups?.file
      if (file === undefined) return storage.get(key)
      try {
        return await readFile(join(folder, file))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        throw new Problem('gone', 'There is no such asset')
      }
    },
  }
}
