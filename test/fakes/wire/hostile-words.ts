import fc from 'fast-check'

const JSON_API = 'application/vnd.api+json'

/** Media types for `Accept` and `Content-Type`, good and bad. */
export function mediaType(): fc.Arbitrary<string> {
  return oneOf<string>(
    [8, fc.constantFrom(JSON_API, '*/*', `${JSON_API}; charset=utf-8`)],
    [
      2,
      fc.constantFrom(
        'application/json',
        'application/pdf',
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/sdp',
      ),
    ],
    [
      1,
      fc.constantFrom(
        `${JSON_API}; ext="x"`,
        `${JSON_API};q=0`,
        `"${JSON_API}`,
        ';',
        ',',
        'a/b; c="\\',
        `${JSON_API}, ${JSON_API}`,
      ),
    ],
    [1, oddText()],
  )
}

/** Characters of one byte each, control characters and spaces among them. */
export function oddText(): fc.Arbitrary<string> {
  return fc.uint8Array({ maxLength: 24 }).map((bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/[\r\n]/g, ''),
  )
}

/** One of several, each as often as its weight says. */
export function oneOf<T>(...choices: [weight: number, arbitrary: fc.Arbitrary<T>][]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight: Math.round(weight * 10), arbitrary })))
}
