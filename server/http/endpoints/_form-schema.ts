import { z } from 'zod'
import { parseReceiverUrl } from '../../webhooks/receiver/parse-receiver-url.ts'
import { placeOfResidence } from './_place-schema.ts'

/** Characters of a name, an id or a country subdivision at most: the width of such columns everywhere. */
const MAX_TEXT_LENGTH = 255

/** Characters of a mail address at most (RFC 5321 §4.5.3.1.3, without the angle brackets). */
const MAX_MAIL_ADDRESS_LENGTH = 254

/** Characters of a URL at most; browsers and proxies carry this much (RFC 9110 §4.1 asks for 8000). */
const MAX_URL_LENGTH = 2048

/** The oldest birth date taken: nobody alive was born before. */
const EARLIEST_BIRTH_DATE = '1850-01-01'

/** International phone number (ITU-T E.164 §6.2.1), after its separators are gone. */
const E164 = /^\+[1-9]\d{1,14}$/

/** What people put between the digits of a phone number. */
const PHONE_SEPARATORS = /[ .()-]/g

/** A name, an id or the like, as people and machines write them. */
export const text = z
  .string('must be a string')
  .max(MAX_TEXT_LENGTH, `must have at most ${MAX_TEXT_LENGTH} characters`)
  .refine(isPrintable, 'must hold no control characters')

/** Numbers are taken as the digits they are written with, so only those that JSON carries exactly. */
const userNumber = z.number().refine(Number.isSafeInteger).transform(String)

const userId = z.union([text, userNumber], 'must be a string or a whole number below 2^53')

const phoneNumber = text
  .transform((value) => value.replaceAll(PHONE_SEPARATORS, ''))
  .refine((value) => E164.test(value), 'must be an international phone number, as +33666666666')

const mailAddress = text
  .max(MAX_MAIL_ADDRESS_LENGTH, `must have at most ${MAX_MAIL_ADDRESS_LENGTH} characters`)
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be a mail address')

/** A birth date of somebody who may be alive. */
export const birthDate = z.iso
  .date('must be a real date, as 1978-11-25')
  .refine((value) => value >= EARLIEST_BIRTH_DATE, `must not be before ${EARLIEST_BIRTH_DATE}`)

const webUrl = z
  .string('must be a string')
  .max(MAX_URL_LENGTH, `must have at most ${MAX_URL_LENGTH} characters`)
  .refine(isWebUrl, 'must be an http or https URL')

/** Refused here rather than at each delivery, which goes by the same rule. */
const webhookUrl = webUrl.refine(
  isReceiverUrl,
  'must be a URL on port 80, 443 or a web port from 1024 on, without user and password',
)

/** Attributes of a create request, dasherised; what is not named here is passed over. */
export const FORM_ATTRIBUTES = objectOf({
  'identification-form': objectOf({
    'external-user-id': userId.nullish(),
    'phone-number': phoneNumber.nullish(),
    'mail-address': mailAddress.nullish(),
  }).nullish(),
  'reference-data': objectOf({
    'last-name': text.nullish(),
    'first-name': text.nullish(),
    'birth-date': birthDate.nullish(),
  }).nullish(),
  'pre-selected-place-of-residence': placeOfResidence.nullish(),
  'redirect-url': webUrl.nullish(),
  webhook: webhookUrl.nullish(),
  'face-required': z.boolean('must be true or false').nullish(),
})

/** Attributes of a create request as validated. */
export type FormAttributes = z.infer<typeof FORM_ATTRIBUTES>

function objectOf<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.object(shape, 'must be an object')
}

/** Control characters have no place in names, and the database keeps neither NUL nor half surrogates. */
function isPrintable(value: string): boolean {
  return value.isWellFormed() && !/\p{Cc}/u.test(value)
}

function isWebUrl(value: string): boolean {
  const isWeb = /^https?:\/\/[^\s]+$/i.test(value) && isPrintable(value)
  return isWeb && URL.canParse(value)
}

function isReceiverUrl(value: string): boolean {
  try {
    parseReceiverUrl(value)
    return true
  } catch {
    return false
  }
}
