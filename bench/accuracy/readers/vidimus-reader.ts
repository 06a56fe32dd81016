import { readDocumentSide } from '../../../analysis/document/read-document.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { ZoneReader } from './zone-reader.ts'

/** Any day does: the centuries of dates are not measured. */
const TODAY = '2026-01-01'

/** The reader of this project, as a scene of frames goes through it. */
export function vidimusReader(engine: Engine): ZoneReader {
  return {
    name: 'Vidimus',
    isOurs: true,
    read: async (frames) => {
      const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      return { lines: facts.mrz?.lines ?? null, checksValid: facts.mrz?.checksValid ?? false }
    },
  }
}

/** The same of backs of licences: their one line in the place of a zone. */
export function licenceLineReader(engine: Engine): ZoneReader {
  return {
    name: 'Vidimus',
    isOurs: true,
    read: async (frames) => {
      const { facts } = await readDocumentSide(engine, { frames, side: 'back', today: TODAY })
      const { licenceLine } = facts
      return {
        lines: licenceLine ? [licenceLine.line] : null,
        checksValid: licenceLine?.checksValid ?? false,
      }
    },
  }
}
