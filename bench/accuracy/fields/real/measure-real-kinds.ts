import { join } from 'node:path'
import type { Engine } from '../../../../analysis/engine.ts'
import type { DocumentType } from '../../../../domain/answer.ts'
import { kindOf } from '../../../../server/main/commands/reading/kind-of.ts'
import { readEitherSide } from '../../../../server/main/commands/reading/read-either-side.ts'
import { listSpecimens } from '../../specimens/list-specimens.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import type { Specimen, Split } from '../../specimens/specimen.ts'
import { TODAY } from '../judge-side.ts'

/** Whether the kind and the side of one picture of a real document were told right. */
export interface RealKind {
  split: Split
  format: Specimen['format']
  isTypeRight: boolean
  isSideRight: boolean
  /** Neither was told. */
  isUntold: boolean
}

/** Reads every picture of a real document, of which nothing is said, and holds its kind and side against its label. */
export async function measureRealKinds(
  engine: Engine,
  { folder, split: only }: { folder: string; split?: Split },
): Promise<RealKind[]> {
  const results: RealKind[] = []
  for (const specimen of await listSpecimens(join(folder, 'documents'))) {
    const { split, format, path } = specimen
    if (only !== undefined && split !== only) continue
    const { type, side } = kindOf(
      await readEitherSide(engine, { frames: [await loadPicture(path)], today: TODAY }),
    )
    results.push({
      split,
      format,
      isTypeRight: type === typeOf(specimen),
      isSideRight: side === (format === 'TD1' ? 'back' : 'front'),
      isUntold: type === null && side === null,
    })
  }
  return results
}

/** What the labelled zone says the document is (ICAO 9303-4 to -7; permits of the Union begin with two letters, the second R). */
function typeOf({ format, lines: [first] }: Specimen): DocumentType {
  if (format === 'TD3') return 'Passport'
  if (format.startsWith('MRV')) return 'Visa'
  return /^([IAC]R|RP)/.test(first) ? 'Residence Permit' : 'ID'
}
