import type { TextLine } from '../../../../analysis/document/print/text-line.ts'
import { parseValue } from '../../../../analysis/document/print/values/parse-value.ts'
import type { AlterableDate } from '../../../../domain/document/print-facts.ts'
import type { Image } from '../../../../domain/image.ts'
import { TODAY } from '../judge-side.ts'

/** Pixels of three channels. */
const CHANNELS = 3
/** Narrowest piece of print that is moved, px. */
const LEAST_WIDTH = 3

/**
 * A card on which two digits of a date are put in each other's places, as whoever has but the picture alters it: the last two that make
 * another date of it, a later one of an end. Null where none do.
 */
export function alterDate(card: Image, line: TextLine, name: AlterableDate): Image | null {
  const letters = [...line.text]
  if (letters.length !== line.positions.length) return null
  const told = dateOf(name, line.text)
  for (let second = letters.length - 1; second > 0; second--) {
    for (let first = second - 1; first >= 0; first--) {
      const altered = dateOf(name, swapped(letters, first, second).join(''))
      const isAltered =
        altered !== null && altered !== told && (name === 'birthDate' || altered > String(told))
      if (isAltered && /\d\d/.test(letters[first] + letters[second]))
        return swapPrint(card, line, [first, second])
    }
  }
  return null
}

function dateOf(name: AlterableDate, text: string): string | null {
  const value = parseValue({ name, kind: 'date', labels: [] }, text, { today: TODAY })
  return typeof value === 'string' ? value : null
}

function swapped<T>(items: readonly T[], first: number, second: number): T[] {
  return items.with(first, items[second]).with(second, items[first])
}

function swapPrint(card: Image, line: TextLine, [first, second]: readonly [number, number]): Image {
  const at = (index: number) => line.left + line.positions[index] * (line.right - line.left)
  const gaps = [first, second].flatMap((index) =>
    [index - 1, index + 1].flatMap((next) =>
      line.text[next] === undefined || line.text[next] === ' ' ? [] : [Math.abs(at(next) - at(index))],
    ),
  )
  const width = Math.max(LEAST_WIDTH, Math.round(Math.min(...gaps)))
  const [from, to] = [first, second].map((index) => Math.round(at(index) - width / 2))
  const data = new Uint8Array(card.data)
  for (let y = Math.max(0, Math.floor(line.top)); y < Math.min(card.height, line.bottom); y++) {
    const piece = (x: number) => {
      const start = (y * card.width + x) * CHANNELS
      return card.data.subarray(start, start + width * CHANNELS)
    }
    data.set(piece(to), (y * card.width + from) * CHANNELS)
    data.set(piece(from), (y * card.width + to) * CHANNELS)
  }
  return { ...card, data }
}
