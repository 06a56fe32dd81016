import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import { SPECIMEN_STATE } from '../../../domain/document/zone-states.ts'
import type { Environment } from '../../../domain/environment.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../domain/facts.ts'
import { nameWords } from '../../../domain/name-words.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { AttemptFacts, SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/** Words for specimens that are no surname and no place, as Muster, Minta and Örnek are. */
const NOBODYS_NAMES: ReadonlySet<string> = new Set(['SPECIMEN', 'ESPECIMEN', 'ESPECIME', 'FACSIMILE'])

/** What was read of both sides. */
interface Read {
  mrz: MrzFacts | null
  print: PrintFacts | null
}

/**
 * Whether the document is of Utopia, the state of specimens, or has a line that says it is one: nobody lives there, so in the live
 * environment it is -1; not 0, for no check digit covers the code, and print may be misread. Null for other documents, and in the
 * test environment, where people are drawn.
 */
export function checkSpecimen(
  read: Read,
  { front, back, environment }: Pick<AttemptFacts, 'front' | 'back'> & { environment: Environment },
): Finding | null {
  const { mrz, print } = read
  const zone = mrz?.checksValid ? [mrz.fields.issuingState, mrz.fields.nationality] : []
  const isOfUtopia = [...zone, print?.template.country].includes(SPECIMEN_STATE)
  const isSpecimen = isOfUtopia || [front, back].some((side) => saysSpecimen(side, read))
  return isSpecimen && environment === 'live'
    ? cannotTell({ reasonCode: REASON_CODES.documentNotAccepted })
    : null
}

/** Whether a line says so that is no name or place of the holder's: people are called Muster. */
function saysSpecimen(side: SceneOutcome<DocumentSideFacts>, read: Read): boolean {
  const lines = (typeof side === 'string' ? null : side.specimenLines) ?? []
  return lines
    .filter(({ confidence }) => confidence >= THRESHOLDS.contradictingConfidenceMinimum)
    .some(({ text }) => {
      const [word] = nameWords(text.replaceAll('-', ''), 'plain')
      return NOBODYS_NAMES.has(word) || !wordsOfHolder(read).has(word)
    })
}

/** What is read of the holder; where a zone tells the names, what passes for one in print may be this line. */
function wordsOfHolder({ mrz, print }: Read): Set<string> {
  const { lastName, firstNames, ...others } = print?.fields ?? {}
  const names = mrz?.checksValid
    ? [mrz.fields.lastName, ...mrz.fields.firstNames]
    : [lastName?.value, firstNames?.value].flat()
  const values = [...names, ...Object.values(others).flatMap(({ value }) => value)]
  return new Set(values.flatMap((value) => nameWords(value ?? '', 'plain')))
}
