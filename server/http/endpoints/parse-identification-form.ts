import type { Configuration } from '../../../domain/configuration.ts'
import type { IdentificationForm } from '../../../domain/identification-form.ts'
import { type Fault, Problem } from '../../../domain/problem.ts'
import { FORM_ATTRIBUTES, type FormAttributes } from './_form-schema.ts'

/** What the certified product must be told (API text, "Step 1: Create an identification object"). */
const MANDATORY_WHEN_CERTIFIED = [
  ['identification-form', 'external-user-id'],
  ['reference-data', 'first-name'],
  ['reference-data', 'last-name'],
]

/** Levels of objects whose keys have two spellings: the attributes and the objects in them. */
const SPELLED_LEVELS = 2

/**
 * Reads the body of a create request: a JSON:API document of type `identifications`, its attributes spelled
 * with dashes or underscores, or nothing at all (`undefined`), which asks for the defaults.
 * Throws `Problem('params_invalid')` with every fault, `Problem('forbidden')` for an id chosen by the client.
 */
export function parseIdentificationForm(
  body: unknown,
  product: Configuration['product'],
): IdentificationForm {
  const sent = attributesOf(body)
  const spelled = dasherise(sent, SPELLED_LEVELS)
  const result = FORM_ATTRIBUTES.safeParse(spelled)
  const faults = (result.error?.issues ?? []).map((issue) => ({
    detail: `${String(issue.path.at(-1) ?? 'attributes')} ${issue.message}`,
    pointer: pointerOf(sent, issue.path),
  }))
  if (product === 'certified') faults.push(...missingFaults(sent, spelled))
  if (!result.success || faults.length > 0) {
    throw new Problem('params_invalid', 'The identification cannot be created', onePerPlace(faults))
  }
  return formOf(result.data)
}

function attributesOf(body: unknown): unknown {
  if (body === undefined) return {}
  if (!isObject(body)) throw invalid('The body must be a JSON:API document', '')
  const { data } = body
  if (data === undefined || data === null) return {}
  if (!isObject(data)) throw invalid('data must be one resource', '/data')
  if (data.type !== 'identifications') throw invalid('type must be identifications', '/data/type')
  if (data.id !== undefined && data.id !== null) {
    throw new Problem('forbidden', 'The id is chosen here', [
      { detail: 'The id of an identification is not chosen by clients', pointer: '/data/id' },
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

function missingFaults(sent: unknown, spelled: unknown): Fault[] {
  return MANDATORY_WHEN_CERTIFIED.filter((path) => isBlank(valueAt(spelled, path))).map((path) => ({
    detail: `${path.at(-1)} is required`,
    pointer: pointerOf(sent, path),
  }))
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[String(key)] : undefined), value)
}

/** The place of a fault as the client spelled it (RFC 6901); missing members are named with dashes. */
function pointerOf(sent: unknown, path: readonly PropertyKey[]): string {
  let inner = sent
  const segments = path.map((key) => {
    const dashed = String(key)
    const spelling = isObject(inner) ? spellingOf(inner, dashed) : dashed
    inner = isObject(inner) ? inner[spelling] : undefined
    return spelling
  })
  return ['/data/attributes', ...segments].join('/')
}

function spellingOf(sent: Record<string, unknown>, dashed: string): string {
  if (Object.hasOwn(sent, dashed)) return dashed
  return Object.keys(sent).find((key) => key.replaceAll('_', '-') === dashed) ?? dashed
}

function onePerPlace(faults: Fault[]): Fault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.pointer, fault])).values()].toReversed()
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function formOf(attributes: FormAttributes): IdentificationForm {
  const external = attributes['identification-form']
  const declared = attributes['reference-data']
  return {
    externalIdentity: external
      ? {
          userId: external['external-user-id'] ?? null,
          phoneNumber: external['phone-number'] ?? null,
          mailAddress: external['mail-address'] ?? null,
        }
      : null,
    referenceData: declared
      ? {
          firstName: declared['first-name'] ?? null,
          lastName: declared['last-name'] ?? null,
          birthDate: declared['birth-date'] ?? null,
        }
      : null,
    webhook: attributes.webhook ?? null,
    redirectUrl: attributes['redirect-url'] ?? null,
    faceRequired: attributes['face-required'] ?? null,
  }
}
