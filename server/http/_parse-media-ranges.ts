/** A media type or range as a header names it, in lower case. */
export interface MediaRange {
  /** `type/subtype`; either may be `*` in a range. */
  type: string
  parameters: { name: string; value: string }[]
  /** The weight of a range in `Accept`, 0-1; 1 where none is given. */
  weight: number
}

/** Reads `Accept` or `Content-Type` (RFC 9110 §8.3.1, §12.5.1); what cannot be read matches nothing. */
export function parseMediaRanges(header: string): MediaRange[] {
  return splitUnquoted(header, ',')
    .map(parseRange)
    .filter(({ type }) => type !== '')
}

function parseRange(text: string): MediaRange {
  const [type, ...rest] = splitUnquoted(text, ';').map((part) => part.trim().toLowerCase())
  const parameters = rest.filter((part) => part !== '').map(parseParameter)
  const weight = parameters.find(({ name }) => name === 'q')
  return {
    type,
    parameters: parameters.filter(({ name }) => name !== 'q'),
    weight: weight ? Number(weight.value) || 0 : 1,
  }
}

function parseParameter(text: string): { name: string; value: string } {
  const equals = text.indexOf('=')
  if (equals < 0) return { name: text, value: '' }
  const value = text.slice(equals + 1).trim()
  return { name: text.slice(0, equals).trim(), value: value.replace(/^"(.*)"$/, '$1') }
}

/** Splits at a separator that is not inside a quoted string (RFC 9110 §5.6.4), in one pass whatever is sent. */
function splitUnquoted(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = []
  let from = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') isQuoted = !isQuoted
    else if (isQuoted && text[index] === '\\') index += 1
    else if (!isQuoted && text[index] === separator) {
      parts.push(text.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, text.slice(from)]
}
