import type { Command } from 'commander'
import { systemClock } from '../../platform/clock/clock.ts'
import type { FilePair } from './compare-files.ts'

/** Ends when the reader of a pipe has enough, as `vidimus models | head -1` does, with the code that files have earned up to then. */
function endWithReader(): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === 'EPIPE' ? process.exitCode : 1),
  )
}

/** Adds the commands that read files without a service: `read`, `compare` and `models`. */
export function registerReadingCommands(program: Command): void {
  program
    .command('read')
    .description('read pictures (JPEG, PNG, WebP) or videos (WebM, VP8) of documents, each as one side')
    .argument('<files...>')
    .option('--json', 'a line of JSON for each file')
    .hook('preAction', endWithReader)
    .action(async (files: string[], options: { json?: boolean }) => {
      const today = systemClock.now().toISOString().slice(0, 10)
      await (await import('./read-files.ts')).readFiles(files, { json: options.json === true, today })
    })
  program
    .command('compare')
    .description('tell how alike the faces in two files are')
    .argument('[a]')
    .argument('[b]')
    .option('--pairs <file>', 'a list of pairs instead: a row "a,b" each')
    .option('--json', 'a line of JSON for each pair')
    .hook('preAction', endWithReader)
    .action(async (a: string | undefined, b: string | undefined, options: CompareOptions) => {
      const { compareFiles } = await import('./compare-files.ts')
      const pairs = await pairsOf({ a, b }, options)
      if (pairs !== null) await compareFiles(pairs, { json: options.json === true })
    })
  program
    .command('models')
    .description('list the models with their package, hash, licence and provenance')
    .option('--json', 'a line of JSON for each model')
    .hook('preAction', endWithReader)
    .action(async (options: { json?: boolean }) => {
      ;(await import('./list-models.ts')).listModels({ json: options.json === true })
    })
}

interface CompareOptions {
  pairs?: string
  json?: boolean
}

/** The pairs that were asked for, or null when the list is bad, which was told. */
async function pairsOf({ a, b }: Partial<FilePair>, { pairs }: CompareOptions): Promise<FilePair[] | null> {
  if (pairs !== undefined) {
    if (a !== undefined) throw new Error('Cannot compare two files and a list at once')
    const { readPairs } = await import('./read-pairs.ts')
    const { toldFile } = await import('./told-file.ts')
    return toldFile(pairs, () => readPairs(pairs))
  }
  if (a === undefined || b === undefined) throw new Error('Cannot compare without two files or a list')
  return [{ a, b }]
}
