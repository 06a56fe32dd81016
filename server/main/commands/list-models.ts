import { PINNED_MODELS } from '../../../analysis/models/pinned-models.ts'
import type { ChosenFaceModel } from '../../../domain/faces/face-model.ts'
import { readSettings } from '../../settings.ts'

/** A model as it is listed. */
interface ListedModel {
  name: string
  package: string
  /** The description of the network, or all there is. */
  file: string
  sha256: string
  /** Only where the weights lie in a file of their own. */
  weightsFile?: string
  weightsSha256?: string
  /** Only where a dictionary tells which classes are kept. */
  dictionaryFile?: string
  dictionarySha256?: string
  /** Of the bytes that the engine loads: what the build makes of the files, or the one file as it is. */
  builtSha256: string
  licence: string
  provenance: string
  /** Only where the operator chose another model in its place. */
  replacedBy?: string
}

/** Prints every model the analysis uses: where it is from, the hash of each file, its licence and who made it. */
export function listModels(options: { json: boolean }): void {
  const chosen = readSettings().faceModel
  for (const model of [...pinnedModels(chosen), ...(chosen ? [chosenModel(chosen)] : [])]) {
    const text = options.json
      ? JSON.stringify(model)
      : Object.entries(model)
          .map(([key, value]) => `${key}: ${value}`)
          .join('\n')
    process.stdout.write(`${text}\n${options.json ? '' : '\n'}`)
  }
}

function pinnedModels(chosen: ChosenFaceModel | null): ListedModel[] {
  return PINNED_MODELS.map(
    ({ name, package: from, version, files: [file, second], conversion, sha256, licence, provenance }) => ({
      name,
      package: `${from} ${version}`,
      file: file.path,
      sha256: file.sha256,
      ...(second &&
        (conversion === 'kept-classes'
          ? { dictionaryFile: second.path, dictionarySha256: second.sha256 }
          : { weightsFile: second.path, weightsSha256: second.sha256 })),
      builtSha256: sha256,
      licence,
      provenance,
      ...(chosen && name === 'face-embedding' ? { replacedBy: chosen.name } : {}),
    }),
  )
}

function chosenModel({ name, path, sha256, licence, provenance }: ChosenFaceModel): ListedModel {
  return {
    name,
    package: 'chosen by the operator',
    file: path,
    sha256,
    builtSha256: sha256,
    licence,
    provenance,
  }
}
