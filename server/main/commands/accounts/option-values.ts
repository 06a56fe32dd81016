import { type Command, InvalidArgumentError, Option } from 'commander'
import { SIGNING_CURVES, type SigningCurve } from '../../../../domain/signing-key.ts'
import { parseReceiverUrl } from '../../../webhooks/receiver/parse-receiver-url.ts'

/** Ten years: more days than that are a slip of the finger. */
const MOST_DAYS = 3_653

/** A number of a resource. */
export function readId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('An id is a whole number.')
}

/** An http or https address. */
export function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new InvalidArgumentError('It must be an http or https address.')
}

/** A webhook's address, or `none`. Refused is what a delivery would refuse, and a create request. */
export function readWebhook(text: string): string {
  if (text === 'none') return text
  try {
    parseReceiverUrl(text)
  } catch {
    throw new InvalidArgumentError(
      'It must be an http or https address on port 80, 443 or a web port from 1024 on, without user and password.',
    )
  }
  return text
}

/** Yes or no. */
export function readYesNo(text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new InvalidArgumentError('It must be yes or no.')
}

/** A curve, or `off`; commander itself would make an empty text of a null. */
export function readCurve(text: string): SigningCurve | 'off' {
  const found = ([...SIGNING_CURVES, 'off'] as const).find((curve) => curve === text)
  if (found) return found
  throw new InvalidArgumentError(`It must be ${SIGNING_CURVES.join(', ')} or off.`)
}

/** Days to keep something, or `ever`; at most ten years. */
export function readDays(text: string): number | 'ever' {
  if (text === 'ever') return text
  if (/^\d{1,4}$/.test(text) && Number(text) <= MOST_DAYS) return Number(text)
  throw new InvalidArgumentError(`It must be a number of days up to ${MOST_DAYS}, or ever.`)
}

/** Has a command ask for an environment. */
export function addEnvironment(command: Command): Command {
  return command.addOption(
    new Option('--environment <name>', 'live or test').choices(['live', 'test']).makeOptionMandatory(),
  )
}

/** An end of the audit log's chain. */
export function readHead(text: string): { position: number; hash: string } {
  const match = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text)
  if (match) return { position: Number(match[1]), hash: match[2] }
  throw new InvalidArgumentError('It must be what `audit verify` told as head.')
}
