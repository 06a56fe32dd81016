import fc from 'fast-check'
import { mediaType, oneOf } from './hostile-words.ts'

/** Bytes just over what the API takes as a body. */
const TOO_LARGE_BYTES = 65_537

/** How a request says how long its body is: truly, not at all, too short, or twice. */
type Framing = 'length' | 'chunks' | 'none' | 'short' | 'both'

/** A body with what its request says of it. */
export interface HostileBody {
  type: string | null
  bytes: Buffer
  framing: Framing
}

/** Bodies that are right, nearly right, or anything. */
export function hostileBody(): fc.Arbitrary<HostileBody> {
  return fc.record({
    type: fc.option(mediaType(), { freq: 8, nil: null }),
    bytes: oneOf<Buffer>(
      [4, fc.constant(Buffer.alloc(0))],
      [4, fc.constant(Buffer.from('{"data":{"type":"identifications","attributes":{}}}'))],
      [6, document().map((value) => Buffer.from(JSON.stringify(value)))],
      [2, fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text))],
      [2, fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))],
      [1, fc.webQueryParameters().map((text) => Buffer.from(text))],
      [
        1,
        fc
          .constantFrom(
            '{',
            'null',
            '[]',
            '{"data":[]}',
            String.raw`{"data":"\u0000"}`,
            '{"__proto__":{"data":1}}',
          )
          .map((text) => Buffer.from(text)),
      ],
      [
        0.5,
        fc
          .integer({ min: 30, max: 5_000 })
          .map((depth) => Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
      ],
      [0.1, fc.constant(Buffer.alloc(TOO_LARGE_BYTES, 0x20))],
    ),
    framing: oneOf<Framing>(
      [16, fc.constant('length')],
      [4, fc.constant('chunks')],
      [4, fc.constant('none')],
      [1, fc.constantFrom('short', 'both')],
    ),
  })
}

/** A document that is right in its outline and anything in its values. */
function document(): fc.Arbitrary<object> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '',
      null,
      '1978-11-25',
      'https://client.example/',
      '2023-02-30',
      '+33666666666',
      Number.MAX_VALUE,
      -0,
      2 ** 53,
    ),
  )
  const named = (...names: string[]) =>
    fc.dictionary(fc.constantFrom(...names), value, { maxKeys: names.length })
  const attributes = fc
    .tuple(
      named(
        'webhook',
        'redirect_url',
        'redirect-url',
        'face_required',
        'status',
        'score',
        'comment',
        'reason-codes',
        'x',
      ),
      fc.option(named('external-user-id', 'phone-number', 'mail-address')),
      fc.option(named('first-name', 'last_name', 'birth-date')),
    )
    .map(([own, form, declared]) => ({
      ...own,
      ...(form && { 'identification-form': form }),
      ...(declared && { reference_data: declared }),
    }))
  const type = fc.constantFrom('identifications', 'simulations', 'events', '', null)
  return fc
    .tuple(
      fc.option(type, { freq: 2, nil: 'identifications' }),
      attributes,
      named('id', 'relationships', 'meta'),
    )
    .map(([named_, given, others]) => ({ data: { ...others, type: named_, attributes: given } }))
}
