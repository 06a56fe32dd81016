import { existsSync } from 'node:fs'

/** Builders of what tests run on: each brings its part up to date, or does nothing. */
const BUILDERS = [
  { file: new URL('../models/build-models.ts', import.meta.url), name: 'buildModels' },
  { file: new URL('../build-capture-app.ts', import.meta.url), name: 'buildCaptureApp' },
]

/** Builds what is stale: converted models, the capture app. */
export async function buildForTests(options: { log: (line: string) => void }): Promise<void> {
  for (const { file, name } of BUILDERS) {
    if (!existsSync(file)) throw new Error(`Cannot build for the tests: no ${file.pathname}`)
    const builder: Record<string, (options: { log: (line: string) => void }) => Promise<void>> = await import(
      file.href
    )
    await builder[name](options)
  }
}
