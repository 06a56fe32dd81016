import { type Fault, Problem } from '../../domain/problem.ts'
import { decodeBody } from './_decode-body.ts'
import { unreadableBody } from './_unreadable-body.ts'

/** Levels of objects and lists in a body; the deepest request of the API has four. */
const MAX_DEPTH = 32

/**
 * Reads JSON in UTF-8. Throws `Problem('params_invalid')` for other bytes, deeper nesting and texts with NUL,
 * which the database cannot keep; the pointer names the place as far as there is one.
 */
export function parseJson(body: Buffer): unknown {
  assertShallow(body)
  const text = decodeBody(body)
  const value = parse(text)
  if (text.includes('\\u0000')) {
    const faults = findNul(value, '')
    if (faults.length > 0) throw new Problem('params_invalid', 'The body holds NUL', faults)
  }
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadableBody('The body is not valid JSON')
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** What each byte does to the depth, outside strings. */
const DEPTH_STEPS: ReadonlyMap<number, number> = new Map([
  [0x7b, 1],
  [0x5b, 1],
  [0x7d, -1],
  [0x5d, -1],
])

/** Counts brackets outside strings, before anything that calls itself meets them. */
function assertShallow(body: Buffer): void {
  let depth = 0
  let isInString = false
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index]
    if (byte === QUOTE) isInString = !isInString
    else if (!isInString) depth += DEPTH_STEPS.get(byte) ?? 0
    else if (byte === BACKSLASH) index += 1
    if (depth > MAX_DEPTH) throw unreadableBody(`The body is nested deeper than ${MAX_DEPTH} levels`)
  }
}

function findNul(value: unknown, pointer: string): Fault[] {
  if (typeof value === 'string') return value.includes('\0') ? [nulAt(pointer)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    // A name with NUL cannot be pointed at; the object that has it can.
    key.includes('\0') ? [nulAt(pointer)] : findNul(inner, `${pointer}/${escapeKey(key)}`),
  )
}

function nulAt(pointer: string): Fault {
  return { detail: 'NUL is not taken', pointer }
}

/** A key as a step of a JSON pointer (RFC 6901 §3). */
function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
