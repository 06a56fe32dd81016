import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MrzFormat } from '../../../domain/facts.ts'
import { assignSplits, type LabelledPicture } from './assign-splits.ts'
import type { Specimen } from './specimen.ts'

/** The formats as the labels call them; what is not here has no zone of a known format. */
const FORMATS: Readonly<Record<string, MrzFormat>> = {
  TD1: 'TD1',
  TD2: 'TD2',
  TD3: 'TD3',
  MRVA: 'MRV-A',
  MRVB: 'MRV-B',
  IDFRA: 'FR-2x36',
}

/** Every labelled picture in the folders of `documents`, in the same order every time. */
export async function listSpecimens(documents: string): Promise<Specimen[]> {
  const pictures: LabelledPicture[] = []
  for (const source of (await readdir(documents)).sort()) {
    const table = await readFile(join(documents, source, 'labels.csv'), 'utf8').catch(() => '')
    const labels = readLabels(table)
    pictures.push(...labels.map((label) => ({ ...label, source, path: join(documents, source, label.file) })))
  }
  return assignSplits(pictures)
}

/** Rows of a labels file whose format is known: file, format and two or three lines. */
export function readLabels(table: string): { file: string; format: MrzFormat; lines: string[] }[] {
  const [, ...rows] = table.split(/\r?\n/)
  return rows.flatMap((row) => {
    const [file, name, ...rest] = row.split(',')
    const format = FORMATS[name]
    const lines = rest.slice(0, 3).filter((line) => line !== '')
    return format === undefined || lines.length < 2 ? [] : [{ file, format, lines }]
  })
}
