import { join } from 'node:path'
import type { Engine } from '../../../../analysis/engine.ts'
import { kindOf } from '../../../../server/main/commands/reading/kind-of.ts'
import { readEitherSide } from '../../../../server/main/commands/reading/read-either-side.ts'
import { listFacePictures } from '../../measure/measure-false-reads.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import { TODAY } from '../judge-side.ts'

/** What was read of a picture that shows no document. */
export interface NothingShown {
  isCardFound: boolean
  isTypeTold: boolean
  isLayoutTold: boolean
  isZoneRead: boolean
  isCodeRead: boolean
  /** Printed fields that were read there. */
  fields: number
}

/** Reads the photos of faces on which false zones are counted too, as pictures of which nothing is said. Some 2 s each. */
export async function measureNothingShown(engine: Engine, folder: string): Promise<NothingShown[]> {
  const results: NothingShown[] = []
  for (const path of await listFacePictures(join(folder, 'faces'))) {
    const facts = await readEitherSide(engine, { frames: [await loadPicture(path)], today: TODAY })
    const { type, template } = kindOf(facts)
    results.push({
      isCardFound: facts.card !== null,
      isTypeTold: type !== null,
      isLayoutTold: template !== null,
      isZoneRead: facts.mrz !== null || Boolean(facts.licenceLine),
      isCodeRead: (facts.barcodes ?? []).length > 0,
      fields: Object.keys(facts.print?.fields ?? {}).length,
    })
  }
  return results
}
