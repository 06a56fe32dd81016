import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { ChosenFaceModel } from '../domain/faces/face-model.ts'

/** Largest description and model read, bytes. */
const MAX_DESCRIPTION_BYTES = 64 * 1024
const MAX_MODEL_BYTES = 512 * 1024 * 1024

const TEXT = z.string().trim().min(1).max(2000)
/** Likenesses are cosines. */
const LIKENESS = z.number().min(-1).max(1)

const DESCRIPTION = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,60}$/),
  file: TEXT,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  licence: TEXT,
  provenance: TEXT,
  layout: z.enum(['dlib-150', 'arcface-112']),
  channels: z.enum(['rgb', 'bgr']),
  mean: z.number().min(0).max(255),
  scale: z.number().positive().max(1),
  bands: z
    .strictObject({ accept: LIKENESS, reject: LIKENESS })
    .refine(({ accept, reject }) => reject <= accept, 'reject must not be above accept'),
})

/**
 * Reads the description (JSON) of an operator's face model and proves that its file, named from there, has the SHA-256 told.
 * Throws an Error that says what is wrong.
 */
export function readFaceModel(path: string): ChosenFaceModel {
  const { file, ...model } = parse(readBounded(path, MAX_DESCRIPTION_BYTES).toString('utf8'))
  if (model.name === 'face-embedding') throw new Error('its name is taken by the default model')
  const modelPath = resolve(dirname(path), file)
  const found = createHash('sha256').update(readBounded(modelPath, MAX_MODEL_BYTES)).digest('hex')
  if (found !== model.sha256) throw new Error(`its file has SHA-256 ${found}, not ${model.sha256}`)
  return { ...model, path: modelPath }
}

function parse(text: string): z.infer<typeof DESCRIPTION> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error('it is not JSON')
  }
  const parsed = DESCRIPTION.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
  throw new Error(faults.join('; '))
}

function readBounded(path: string, most: number): Buffer {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: -1 }
  if (size < 0) throw new Error(`there is no file ${path}`)
  if (size > most) throw new Error(`${path} has more than ${most} bytes`)
  return readFileSync(path)
}
