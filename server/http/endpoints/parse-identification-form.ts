import type { Configuration } from '../../../domain/configuration.ts'
import type { IdentificationForm } from '../../../domain/identification-form.ts'
import { FORM_ATTRIBUTES, type FormAttributes } from './_form-schema.ts'
import { parseAttributes, valueAt } from './_parse-attributes.ts'

/** What the certified product must be told (API text, "Step 1: Create an identification object"). */
const MANDATORY_WHEN_CERTIFIED = [
  ['identification-form', 'external-user-id'],
  ['reference-data', 'first-name'],
  ['reference-data', 'last-name'],
]

/**
 * Reads the body of a create request: a JSON:API document of type `identifications`, its attributes spelled
 * with dashes or underscores, or nothing at all (`undefined`), which asks for the defaults.
 * Throws `Problem('params_invalid')` with every fault, `Problem('forbidden')` for an id chosen by the client.
 */
export function parseIdentificationForm(
  body: unknown,
  product: Configuration['product'],
): IdentificationForm {
  const mandatory = product === 'certified' ? MANDATORY_WHEN_CERTIFIED : []
  const attributes = parseAttributes(body, {
    type: 'identifications',
    schema: FORM_ATTRIBUTES,
    refusal: 'The identification cannot be created',
    findMissing: (spelled) => mandatory.filter((path) => isBlank(valueAt(spelled, path))),
  })
  return formOf(attributes)
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
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
    placeOfResidence: placeOf(attributes['pre-selected-place-of-residence']),
    webhook: attributes.webhook ?? null,
    redirectUrl: attributes['redirect-url'] ?? null,
    faceRequired: attributes['face-required'] ?? null,
  }
}

function placeOf(
  sent: FormAttributes['pre-selected-place-of-residence'],
): IdentificationForm['placeOfResidence'] {
  return sent ? { country: sent.country, subdivision: sent.subdivision ?? null } : null
}
