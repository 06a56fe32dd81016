import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { DetectionRow } from './measure-detection.ts'
import type { Likeness } from './measure-likeness.ts'
import type { PrintTurns } from './measure-prints.ts'
import { quantile } from './statistics.ts'

/** Everything the bench measured. */
export interface PeopleMeasures {
  detection: DetectionRow[]
  cast: Likeness
  lot: Likeness
  prints: PrintTurns
}

/** Writes the figures as a page; `circumstances` says when and on what they were measured. */
export function reportPeople(measures: PeopleMeasures, circumstances: string): string {
  return [
    '# Drawn people before the detectors',
    '',
    circumstances,
    '',
    'Repeat with `npx node bench/people/run.ts`. The people are drawn by `test/people`; no photo goes in.',
    '',
    '## Found, and where they look',
    '',
    '| drawn yaw, degrees | faces found | lowest confidence | mean measured yaw, degrees |',
    '|---|---|---|---|',
    ...measures.detection.map(
      (row) =>
        `| ${row.yawDegrees} | ${row.found} of ${row.drawn} | ${row.lowestConfidence.toFixed(2)} | ` +
        `${row.measuredYawDegrees.toFixed(1)} |`,
    ),
    '',
    '## Live face against the portrait of an identity card',
    '',
    `Cosine similarity; the bands of the embedder are ${bandsText()}.`,
    '',
    '| pairs | count | lowest | 5 % | median | 95 % | highest |',
    '|---|---|---|---|---|---|---|',
    ...likenessRows('cast', measures.cast),
    ...likenessRows('drawn by lot', measures.lot),
    '',
    `Pairs without a face or a portrait: ${measures.cast.missed + measures.lot.missed}.`,
    '',
    '## A flat print turned by 40 degrees, a head turned by 24',
    '',
    '| shown | count | least change of yaw, degrees | median | most |',
    '|---|---|---|---|---|',
    turnRow('flat print', measures.prints.flatPrint),
    turnRow('head', measures.prints.head),
    '',
  ].join('\n')
}

function bandsText(): string {
  const { accept, reject } = FACE_BANDS['face-embedding']
  return `${accept} and above the same person, below ${reject} another`
}

function likenessRows(group: string, likeness: Likeness): string[] {
  return [
    likenessRow(`${group}: own card, straight`, likeness.genuine),
    likenessRow(`${group}: own card, turned by 24 degrees`, likeness.genuineTurned),
    likenessRow(`${group}: card of another`, likeness.impostor),
  ]
}

function likenessRow(pairs: string, values: readonly number[]): string {
  const shares = [0, 0.05, 0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(3))
  return `| ${pairs} | ${values.length} | ${shares.join(' | ')} |`
}

function turnRow(shown: string, values: readonly number[]): string {
  const shares = [0, 0.5, 1].map((share) => quantile(values, share).toFixed(1))
  return `| ${shown} | ${values.length} | ${shares.join(' | ')} |`
}
