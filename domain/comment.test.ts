import { expect, test } from 'vitest'
import { COMMENTS } from './comment.ts'

/** The table of the API text ("Comment"). */
const OF_THE_TEXT = [
  'The document video resolution is too low',
  'The document is not presented',
  'The document video quality is too low',
  'Back of the document is not presented',
  'Back of the document video quality is too low',
  'Some required data of the document could not be extracted',
  'Face is not presented',
  'Face video quality is too low',
  'Authenticity of the document could not be verified',
  'User liveness could not be verified',
  'Face and the document photo match could not be verified',
  'User did not follow the instructions when submitting their face',
  'User did not follow the instructions when submitting their document',
]

test('Every sentence of the text is there, word by word', () => {
  expect(Object.values(COMMENTS)).toEqual(expect.arrayContaining(OF_THE_TEXT))
})
