import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import type { DoubtCase } from './doubt-case.ts'

/** A case as its first frame was read. */
export interface ReadCase {
  case: DoubtCase
  facts: DocumentSideFacts
  /** Null where no card was cut out. */
  card: Image | null
}

/** Any day does: the centuries of dates are not measured. */
export const TODAY = '2026-01-01'

/** Reads the first frame of each case as the side that it shows, once for all that asks. About 1.2 s each. */
export async function readCases(engine: Engine, cases: readonly DoubtCase[]): Promise<ReadCase[]> {
  const read: ReadCase[] = []
  for (const one of cases) {
    const frames = (await one.load()).slice(0, 1)
    const { facts, cardCrop } = await readDocumentSide(engine, {
      frames,
      side: one.side ?? 'front',
      today: TODAY,
    })
    read.push({ case: one, facts, card: cardCrop })
  }
  return read
}
