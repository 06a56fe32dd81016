import { FileFault } from './footage/file-fault.ts'
import { printableName } from './reading/printable-name.ts'

/** What a shell is told when a file could not be used. */
const BAD_FILE_CODE = 2

/**
 * Does something with a file; when the file is bad its name and the fault go to standard error, the command will end
 * with code 2, and null is given: the files after it still get their turn.
 */
export async function toldFile<T>(path: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    tellFault(path, error)
    return null
  }
}

/** Tells a fault in a file and that the command will end with code 2. */
export function tellFault(path: string, fault: FileFault): void {
  process.stderr.write(`${printableName(path)}: ${fault.message}\n`)
  process.exitCode = BAD_FILE_CODE
}
