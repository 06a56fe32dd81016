import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Split } from '../specimens/specimen.ts'

/** A photo of one person whose name is known. */
export interface FaceSpecimen {
  path: string
  /** The collection it is from. */
  source: string
  subject: string
  split: Split
}

/**
 * The collection that is held out: the only one of many photos a person. Everything else (families, strong expressions,
 * stock photos, stage and press) is for development. Whole collections, and no person is in both halves.
 */
const HELD_OUT_SOURCES = new Set(['lfw-krasserm'])

/** Every labelled photo of one person in the folders of `faces`, in the same order every time. */
export async function listFaceSpecimens(faces: string): Promise<FaceSpecimen[]> {
  const specimens: FaceSpecimen[] = []
  for (const source of (await readdir(faces)).sort()) {
    const table = await readFile(join(faces, source, 'labels.csv'), 'utf8').catch(() => '')
    const labels = readFaceLabels(table)
    specimens.push(
      ...labels.map(({ file, subject }) => ({
        path: join(faces, source, file),
        source,
        subject,
        split: splitOf(source),
      })),
    )
  }
  return specimens
}

/** Rows of a labels file that show one named person: file, subject and kind. */
export function readFaceLabels(table: string): { file: string; subject: string }[] {
  const [, ...rows] = table.split(/\r?\n/)
  return rows.flatMap((row) => {
    const [file, subject, kind] = row.split(',')
    return kind === 'face' && subject ? [{ file, subject }] : []
  })
}

function splitOf(source: string): Split {
  return HELD_OUT_SOURCES.has(source) ? 'held-out' : 'development'
}
