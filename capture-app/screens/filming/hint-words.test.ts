import { expect, test } from 'vitest'
import type { FilmingProps } from '../../journey/screens.ts'
import { english } from '../../language/english.ts'
import { hintWords } from './hint-words.ts'

const FACE: FilmingProps = {
  scene: 'face',
  document: 'passport',
  step: 2,
  steps: 2,
  stream: null,
  connection: 'open',
  hint: null,
  progress: 0,
  turn: null,
  light: null,
  notice: 'none',
}

test('a turn is told with its side', () => {
  expect(hintWords(english, { ...FACE, turn: 'left', hint: 'good' })).toMatchObject({
    tone: 'turn',
    icon: 'left',
  })
  expect(hintWords(english, { ...FACE, turn: 'right' }).text).toMatch(/right/)
})

test('a fault of the picture comes before the turn', () => {
  expect(hintWords(english, { ...FACE, turn: 'left', hint: 'too-dark' }).text).toMatch(/light/)
})

test('a face that the screen lights is told to hold still, and why, unless something is wrong', () => {
  expect(hintWords(english, { ...FACE, light: 'red', hint: 'good' }).text).toBe(english.filming.lit)
  expect(hintWords(english, { ...FACE, light: 'red', hint: 'no-face' }).text).toMatch(/oval/)
})

test('a head that is held turned in the colours is told to stay so, and one on its way back where to look', () => {
  const held = hintWords(english, { ...FACE, light: 'red', turn: 'left', hint: 'hold-still' })
  expect(held).toMatchObject({ text: english.filming.heldTurned, tone: 'turn' })
  const back = hintWords(english, { ...FACE, light: 'red', hint: 'look-straight' })
  expect(back.text).toBe(english.filming.faceHints['look-straight'])
})

test('a document and a face get their own words', () => {
  const faceWords = hintWords(english, { ...FACE, hint: 'partly-out-of-frame' }).text
  const cardWords = hintWords(english, { ...FACE, scene: 'document-front', hint: 'partly-out-of-frame' }).text
  expect(faceWords).toMatch(/face/)
  expect(cardWords).toMatch(/document/)
})

test('nothing is asked before the connection stands', () => {
  expect(hintWords(english, { ...FACE, connection: 'opening', turn: 'left' }).text).toBe('Connecting…')
})
