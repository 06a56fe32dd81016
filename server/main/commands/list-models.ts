import { PINNED_MODELS } from '../../../analysis/models/pinned-models.ts'

/** Prints every model the analysis uses: where it is from, its hash, its licence and who made it. */
export function listModels(options: { json: boolean }): void {
  for (const { name, package: from, version, files, sha256, licence, provenance } of PINNED_MODELS) {
    const model = { name, package: `${from} ${version}`, file: files[0].path, sha256, licence, provenance }
    const text = options.json
      ? JSON.stringify(model)
      : Object.entries(model)
          .map(([key, value]) => `${key}: ${value}`)
          .join('\n')
    process.stdout.write(`${text}\n${options.json ? '' : '\n'}`)
  }
}
