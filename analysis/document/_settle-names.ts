import { isSameName } from '../../domain/document/names/reconcile-name.ts'
import type { PrintFacts } from '../../domain/document/print-facts.ts'
import type { MrzFacts, MrzFields } from '../../domain/facts.ts'
import type { Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { nameSpan } from '../mrz/decoding/name-span.ts'
import { voteZones } from '../mrz/decoding/vote-zones.ts'
import type { ZoneReading } from '../mrz/decoding/zone-reading.ts'
import { askOfNames } from '../mrz/read-zone.ts'
import type { PlacedReading } from './read-frame-zone.ts'

/** A zone that frames tell together, what each of them shows, and the print of its side. */
export interface NamedZone {
  zone: MrzFacts | null
  zones: readonly { frame: Image; read: PlacedReading }[]
  print: PrintFacts | null
  today: string
}

/**
 * A zone whose names, which no check digit covers, something else tells as well: the print of its side, or the general recogniser in
 * one of the frames that spell them so. Where that reads them otherwise in every frame they are left undecided.
 */
export async function settleNames(
  engine: Engine,
  { zone, zones, print, today }: NamedZone,
): Promise<MrzFacts | null> {
  if (zone === null || (zone.checksValid && print !== null && spellsNames(print.fields, zone.fields)))
    return zone
  const readings: ZoneReading[] = []
  for (const one of zones) {
    const opinion = await opinionOf(engine, one, zone)
    if (opinion === 'same') return zone
    readings.push({ ...one.read.reading, opinion })
  }
  return readings.length === 0 ? zone : voteZones(readings, today)
}

/** What another reader thinks of a zone's names in one frame; two readers who agree on others there have read these otherwise. */
async function opinionOf(
  engine: Engine,
  { frame, read }: NamedZone['zones'][number],
  zone: MrzFacts,
): Promise<ZoneReading['opinion']> {
  const { reading } = read
  const isToAsk = reading.opinion === 'unasked' && reading.format === zone.format
  const opinion = isToAsk ? await askOfNames(engine, frame, read) : reading.opinion
  return opinion === 'same' && namesOf(reading) !== namesOf(zone) ? 'other' : opinion
}

/** The names of a zone as it spells them, with what stands before them. */
function namesOf({ format, lines }: Pick<ZoneReading, 'format' | 'lines'>): string {
  const { line, from, to } = nameSpan(format)
  return lines[line].slice(from, to)
}

/** Whether print has both names of a zone to the letter, in words of their own. */
function spellsNames({ lastName, firstNames }: PrintFacts['fields'], zone: MrzFields): boolean {
  if (!lastName || !firstNames || zone.firstNames.length === 0) return false
  const given = [firstNames.value].flat()
  return (
    isSameName(String(lastName.value), zone.lastName) &&
    given.length === zone.firstNames.length &&
    given.every((name, i) => isSameName(name, zone.firstNames[i]))
  )
}
