import { MRZ_CHARACTERS } from '../format/mrz-characters.ts'
import { BLANK, MRZ_CLASSES, type MrzPosteriors } from './mrz-posteriors.ts'

/** Steps from one character to the next, as in a line of 48 px height. */
const PITCH = 3.6
const FIRST_STEP = 1.2
const STEPS_AFTER_LAST = 3.6

/** What a recogniser sees beside the right character: at a position, other characters with their probabilities. */
export type Doubt = Readonly<Record<number, Readonly<Record<string, number>>>>

/** Posteriors in which a line stands clearly, for tests; `doubts` replace what is seen at some positions. */
export function spellLine(text: string, doubts: Doubt = {}): MrzPosteriors {
  const steps = Math.round(FIRST_STEP + PITCH * (text.length - 1) + STEPS_AFTER_LAST)
  const probabilities = Array.from({ length: steps }, () => new Float32Array(MRZ_CLASSES).fill(1e-5))
  for (const step of probabilities) step[BLANK] = 0.98
  for (let position = 0; position < text.length; position++) {
    const step = probabilities[Math.round(FIRST_STEP + PITCH * position)]
    const seen = doubts[position] ?? { [text[position]]: 0.95 }
    const sum = Object.values(seen).reduce((total, value) => total + value, 0)
    step[BLANK] = Math.max(1e-5, 0.98 - sum)
    for (const [character, probability] of Object.entries(seen)) {
      step[MRZ_CHARACTERS.indexOf(character)] = probability
    }
  }
  const data = new Float32Array(steps * MRZ_CLASSES)
  probabilities.forEach((step, index) => {
    data.set(step.map(Math.log), index * MRZ_CLASSES)
  })
  return { data, steps }
}
