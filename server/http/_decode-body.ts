import { unreadableBody } from './_unreadable-body.ts'

/** The text of a body in UTF-8. Throws `Problem('params_invalid')` for other bytes. */
export function decodeBody(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw unreadableBody('The body is not valid UTF-8')
  }
}
