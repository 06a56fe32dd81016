import type { MrzFields } from '../../facts.ts'
import { isToldAtLength } from '../is-told-at-length.ts'
import { cleanName } from './clean-name.ts'
import { isSameName, reconcileName } from './reconcile-name.ts'

/** Both names of a line, as printed but for the letters that the zone tells of, and where in it each stands. */
export interface NamesInLine {
  lastName: string
  firstNames: string[]
  /** Index after the last name. */
  lastNameTo: number
  /** Index of the first names, which go on to the end. */
  firstNamesFrom: number
}

/** The last name in a line that is the zone's; null where it is not, or so short that it stands in other print by chance. */
export function lastNameIn(text: string, { lastName }: MrzFields): string | null {
  return isToldAtLength(lastName) ? sameName(text, lastName) : null
}

/** The first names in a line that are the zone's, as many and in the same order; null where they are not, or are as short. */
export function firstNamesIn(text: string, { firstNames }: MrzFields): string[] | null {
  if (!isToldAtLength(firstNames)) return null
  const parts = cleanName(text).split(text.includes(',') ? /,\s*/ : /\s+/)
  return firstNamesAs(
    parts.filter((part) => part !== ''),
    firstNames,
  )
}

/**
 * Printed first names that are those of a zone, as many and in the same order, as printed but for the letters that the zone tells of; null
 * where they are not. Zones part a name at its hyphen (ICAO 9303-3 §4.6): MARI-LIIS are two of them.
 */
export function firstNamesAs(printed: readonly string[], zone: readonly string[]): string[] | null {
  const words = printed.map((name) => (printed.length === zone.length ? 1 : name.split('-').length))
  const told = words.map((count, i) => {
    const from = words.slice(0, i).reduce((sum, before) => sum + before, 0)
    return zone.slice(from, from + count).join('')
  })
  if (words.reduce((sum, count) => sum + count, 0) !== zone.length) return null
  const names = printed.map((name, i) => reconcileName(name, told[i]))
  return names.every((name, i) => isSameName(name, told[i])) ? names : null
}

/**
 * Both names in one line, the last name first, parted by a comma or not (ICAO 9303-3 §4.6 writes them so, too), where they are the
 * zone's. The spaces between first names may be lost.
 */
export function bothNamesIn(text: string, zone: MrzFields): NamesInLine | null {
  if (!isToldAtLength(zone.firstNames)) return null
  for (const { 0: gap, index } of text.matchAll(/[ ,]+/g)) {
    const lastName = sameName(text.slice(0, index), zone.lastName)
    if (lastName === null) continue
    const from = index + gap.length
    const firstNames = firstNamesIn(text.slice(from), zone) ?? joinedFirstNamesIn(text.slice(from), zone)
    if (firstNames !== null) return { lastName, firstNames, lastNameTo: index, firstNamesFrom: from }
  }
  return null
}

function joinedFirstNamesIn(text: string, { firstNames }: MrzFields): string[] | null {
  const joined = sameName(text, firstNames.join(''))
  return joined === null ? null : [joined]
}

function sameName(text: string, zone: string): string | null {
  const name = reconcileName(cleanName(text), zone)
  return isSameName(name, zone) ? name : null
}
