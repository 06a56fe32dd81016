import type { z } from 'zod'
import { type Fault, Problem } from '../../../domain/problem.ts'

/** Levels of objects whose keys have two spellings: the attributes and the objects in them. */
const SPELLED_LEVELS = 2

/** A place in the attributes of a request. */
export type AttributePath = readonly PropertyKey[]

/** What the attributes of a request must be. */
export interface ExpectedAttributes<Schema extends z.ZodType> {
  /** The type of the resource in the body. */
  type: string
  /** Attributes as they are spelled with dashes. */
  schema: Schema
  /** What cannot be done with wrong attributes, as a sentence. */
  refusal: string
  /** Places that are missing beside what the schema finds. */
  findMissing?: (spelled: unknown) => AttributePath[]
}

/**
 * Reads the attributes in the body of a request: a JSON:API document of one resource, its attributes spelled
 * with dashes or underscores; nothing at all (`undefined`) has none. Throws `Problem('params_invalid')` with
 * every fault, `Problem('forbidden')` for an id chosen by the client.
 */
export function parseAttributes<Schema extends z.ZodType>(
  body: unknown,
  expected: ExpectedAttributes<Schema>,
): z.output<Schema> {
  const sent = attributesOf(body, expected.type)
  const spelled = dasherise(sent, SPELLED_LEVELS)
  const result = expected.schema.safeParse(spelled)
  const faults = (result.error?.issues ?? []).flatMap((issue) => faultsOf(issue, sent))
  for (const path of expected.findMissing?.(spelled) ?? []) {
    faults.push({ detail: `${String(path.at(-1))} is required`, pointer: pointerOf(sent, path) })
  }
  if (!result.success || faults.length > 0) {
    throw new Problem('params_invalid', expected.refusal, onePerPlace(faults))
  }
  return result.data
}

/** The value at a place of the spelled attributes; undefined where there is none. */
export function valueAt(value: unknown, path: AttributePath): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[String(key)] : undefined), value)
}

function attributesOf(body: unknown, type: string): unknown {
  if (body === undefined) return {}
  if (!isObject(body)) throw invalid('The body must be a JSON:API document', '')
  const { data } = body
  if (data === undefined || data === null) return {}
  if (!isObject(data)) throw invalid('data must be one resource', '/data')
  if (data.type !== type) throw invalid(`type must be ${type}`, '/data/type')
  if (data.id !== undefined && data.id !== null) {
    throw new Problem('forbidden', 'The id is chosen here', [
      { detail: `The id of ${type} is not chosen by clients`, pointer: '/data/id' },
    ])
  }
  return data.attributes ?? {}
}

function invalid(detail: string, pointer: string): Problem {
  return new Problem('params_invalid', detail, [{ detail, pointer }])
}

/** Respells the keys of an object, and of the objects in it, with dashes; where both are sent, dashes win. */
function dasherise(value: unknown, levels: number): unknown {
  if (levels === 0 || !isObject(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner: dasherise(inner, levels - 1) }))
  const { dashed = [], underscored = [] } = Object.groupBy(entries, ({ key }) =>
    key.includes('_') ? 'underscored' : 'dashed',
  )
  return Object.fromEntries(
    [...underscored, ...dashed].map(({ key, inner }) => [key.replaceAll('_', '-'), inner]),
  )
}

function faultsOf(issue: z.core.$ZodIssue, sent: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      detail: `${key} is not known here`,
      pointer: pointerOf(sent, [...issue.path, key]),
    }))
  }
  const name = String(issue.path.at(-1) ?? 'attributes')
  return [{ detail: `${name} ${issue.message}`, pointer: pointerOf(sent, issue.path) }]
}

/** The place of a fault as the client spelled it (RFC 6901); missing members are named with dashes. */
function pointerOf(sent: unknown, path: AttributePath): string {
  let inner = sent
  const segments = path.map((key) => {
    const dashed = String(key)
    const spelling = isObject(inner) ? spellingOf(inner, dashed) : dashed
    inner = isObject(inner) ? inner[spelling] : undefined
    return escapeSegment(spelling)
  })
  return ['/data/attributes', ...segments].join('/')
}

function spellingOf(sent: Record<string, unknown>, dashed: string): string {
  if (Object.hasOwn(sent, dashed)) return dashed
  return Object.keys(sent).find((key) => key.replaceAll('_', '-') === dashed) ?? dashed
}

function escapeSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function onePerPlace(faults: Fault[]): Fault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.pointer, fault])).values()].toReversed()
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
