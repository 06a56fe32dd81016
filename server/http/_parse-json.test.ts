import { expect, test } from 'vitest'
import { parseJson } from './_parse-json.ts'

const parse = (text: string) => parseJson(Buffer.from(text))

test('Brackets in strings are not levels', () => {
  expect(parse(JSON.stringify({ text: `\\"${'['.repeat(40)}` }))).toEqual({ text: `\\"${'['.repeat(40)}` })
})

test('Thirty-two levels are read and no more', () => {
  const nest = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  expect(() => parse(nest(32))).not.toThrow()
  expect(() => parse(nest(33))).toThrow('The body is nested deeper than 32 levels')
  expect(() => parse('{"a":'.repeat(10_000))).toThrow('The body is nested deeper than 32 levels')
})

test('NUL is refused wherever it stands, each with its place', () => {
  const text = String.raw`{"x":["a\u0000"],"y/z":{"\u0000":1},"fine":"\\u0000"}`
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      code: 'params_invalid',
      faults: [
        { detail: 'NUL is not taken', pointer: '/x/0' },
        { detail: 'NUL is not taken', pointer: '/y~1z' },
      ],
    }),
  )
})

test('A backslash before the word is no NUL', () => {
  expect(parse(String.raw`"\\u0000"`)).toBe(String.raw`\u0000`)
})

test.each(['', '{', '[1,]', "{'a':1}", 'NaN', '\u0000'])('The text %j is no JSON', (text) => {
  expect(() => parse(text)).toThrow('The body is not valid JSON')
})
