import type { Engine } from '../../../../analysis/engine.ts'
import { findPortrait } from '../../../../analysis/face/find-portrait.ts'
import type { PrintedField, PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { Image } from '../../../../domain/image.ts'
import { CAST, CAST_NAMES } from '../../../../test/people/cast.ts'
import { drawPortrait } from '../../../../test/people/person/draw-portrait.ts'
import type { TriedMeasure } from '../../figures/figure.ts'
import { wilsonInterval } from '../../measure/wilson-interval.ts'
import type { ReadCase } from '../read-cases.ts'
import { marginOff, placeOff } from './field-geometry.ts'
import { type FieldLook, fieldLook, oddness } from './field-look.ts'
import { moveField } from './move-field.ts'
import { overprintField } from './overprint-field.ts'
import { PASTINGS, pastePortrait } from './paste-portrait.ts'
import { portraitRim } from './portrait-rim.ts'

/** Fields of the half that limits were set on, and of drawn cards of people who set none. */
const PRINTED_OVER_IN = ['a field printed over', 'a field printed over, drawn anew'] as const
/** Greatest value of each look on true cards of the development half (37 fields on 8 cards). */
const LOOKS = {
  'height of letters': 0.69,
  'weight of strokes': 1,
  darkness: 0.18,
  'sharpness of edges': 0.3,
  'colour of ink': 0.28,
}
/** The same of every measure (of 25 portraits). Beyond it a check would speak. */
const LIMITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    PRINTED_OVER_IN.flatMap((set) =>
      Object.entries(LOOKS).map(([look, limit]) => [`${set}: ${look}`, limit]),
    ),
  ),
  'a field moved: % off the nearest margin': 42.3,
  'a field moved: % out of its place in the layout': 1.9,
  'a portrait pasted: step': 67.2,
  'a portrait pasted: noise': 0.93,
  'a portrait pasted: tint': 0.16,
}
/** How far fields are moved to the right, shares of the card's width, by turns. */
const MOVES = [0.02, 0.03, 0.04, 0.05, 0.06]
const PRINTED_OVER = ['lastName', 'firstNames', 'birthDate', 'expiryDate', 'documentNumber']
/** Shorter prints have too few strokes to be compared. */
const LEAST_LETTERS = 4

/** One value of a measure, on a card as it is or altered. */
interface Sample {
  measure: string
  isAltered: boolean
  value: number
}

/** What was tried against altered fields and portraits and tells too little: the table of it and its counts. About 1 s a card. */
export async function benchCandidates(
  engine: Engine,
  cases: { fields: readonly ReadCase[]; anew: readonly ReadCase[]; portraits: readonly ReadCase[] },
): Promise<{ text: string; tried: TriedMeasure[] }> {
  const samples: Sample[] = []
  for (const [index, { facts, card }] of cases.fields.entries()) {
    samples.push(...(await fieldSamples({ facts, card }, { set: PRINTED_OVER_IN[0], index })))
    if (card && facts.print) samples.push(...(await placeSamples(card, facts.print)))
  }
  for (const [index, read] of cases.anew.entries()) {
    samples.push(...(await fieldSamples(read, { set: PRINTED_OVER_IN[1], index })))
  }
  for (const [index, { card }] of cases.portraits.entries()) {
    if (card) samples.push(...(await portraitSamples(engine, card, index)))
  }
  return {
    text: reportCandidates(samples),
    tried: Object.keys(LIMITS).map((measure) => triedOf(measure, samples)),
  }
}

async function fieldSamples(
  { facts, card }: Pick<ReadCase, 'facts' | 'card'>,
  { set, index }: { set: string; index: number },
): Promise<Sample[]> {
  if (!card) return []
  const fields: Partial<Record<string, PrintedField>> = facts.print?.fields ?? {}
  const looks = Object.entries(fields).flatMap(([name, field]): [string, PrintedField, FieldLook][] => {
    const look = field && field.raw.length >= LEAST_LETTERS ? fieldLook(card, field.box) : null
    return field && look ? [[name, field, look]] : []
  })
  const samples: Sample[] = []
  for (const [place, [name, { box }, look]] of looks.entries()) {
    const others = looks.flatMap(([other, , its]) => (other === name ? [] : [its]))
    samples.push(...samplesOf(set, oddness(look, others), 'true'))
    if (!PRINTED_OVER.includes(name)) continue
    const text = name.endsWith('Date') ? '14 07 1991' : 'BERNASCONI'
    const altered = await overprintField(card, { box, text, height: look.height, variant: index * 7 + place })
    const seen = fieldLook(altered, box)
    if (seen) samples.push(...samplesOf(set, oddness(seen, others), 'altered'))
  }
  return samples
}

/** Where fields stand, and where they would be read after being moved. */
async function placeSamples(card: Image, { fields, template }: PrintFacts): Promise<Sample[]> {
  const places = Object.entries(fields).map(([name, { box }]) => ({ name: name as PrintedName, box }))
  const samples: Sample[] = []
  const add = (measure: string, isAltered: boolean, value: number | null) => {
    if (value !== null) samples.push({ measure: `a field moved: % ${measure}`, isAltered, value })
  }
  for (const [index, place] of places.entries()) {
    const others = places.filter((other) => other !== place)
    const move = { across: MOVES[index % MOVES.length], down: 0, degrees: 0 }
    const moved = { ...place, box: (await moveField(card, place.box, move)).box }
    for (const [one, isAltered] of [
      [place, false],
      [moved, true],
    ] as const) {
      add('off the nearest margin', isAltered, marginOff(one, others, card))
      add('out of its place in the layout', isAltered, placeOff(one, template, card))
    }
  }
  return samples
}

function samplesOf(set: string, odd: Record<string, number> | null, card: 'true' | 'altered'): Sample[] {
  return Object.entries(odd ?? {}).map(([measure, value]) => ({
    measure: `${set}: ${measure}`,
    isAltered: card === 'altered',
    value,
  }))
}

async function portraitSamples(engine: Engine, card: Image, index: number): Promise<Sample[]> {
  const box = (await findPortrait(engine, card))?.box
  const rim = box && portraitRim(card, box)
  if (!box || !rim) return []
  const samples = rimSamples(rim, 'true')
  for (const [place, pasting] of PASTINGS.entries()) {
    const photo = drawPortrait(CAST[CAST_NAMES[(index * 3 + place) % CAST_NAMES.length]].person)
    const seen = portraitRim(await pastePortrait(card, { box, photo, pasting }), box)
    if (seen) samples.push(...rimSamples(seen, 'altered'))
  }
  return samples
}

function rimSamples(
  { step, noise, tint }: NonNullable<ReturnType<typeof portraitRim>>,
  card: 'true' | 'altered',
): Sample[] {
  return Object.entries({ step, noise, tint }).map(([measure, value]) => ({
    measure: `a portrait pasted: ${measure}`,
    isAltered: card === 'altered',
    value,
  }))
}

function triedOf(measure: string, samples: readonly Sample[]): TriedMeasure {
  const beyond = (wanted: boolean) => {
    const of = samples.filter((sample) => sample.measure === measure && sample.isAltered === wanted)
    return { count: of.filter(({ value }) => value > LIMITS[measure]).length, total: of.length }
  }
  return { measure, positives: beyond(true), negatives: beyond(false) }
}

function reportCandidates(samples: readonly Sample[]): string {
  const rows = Object.entries(LIMITS).map(([measure, limit]) => {
    const { positives, negatives } = triedOf(measure, samples)
    const of = samples.filter((sample) => sample.measure === measure)
    const altered = of.filter(({ isAltered }) => isAltered)
    const whole = of.filter(({ isAltered }) => !isAltered)
    return `| ${measure} | ${limit} | ${share(positives)} | ${share(negatives)} | ${separation(altered, whole).toFixed(2)} |`
  })
  return [
    'Not implemented, for shares do not differ enough or true cards of a layout differ as altered ones do; no check speaks of it. The limit is the greatest value on true cards of the',
    'development half. Portraits are of the held-out half; no card there has three fields read, so fields are of the same half, whose',
    'true ones cannot be beyond their own greatest, and their figures flatter (1 of the last column would part both, 0.5 is chance); those',
    'drawn anew are of people who set no limit. Darkness parts them best, but documents print their numbers in inks of their own, as the',
    'French identity card does. Moved fields are taken to be read where they stand:',
    '',
    '| measure | limit | altered, beyond it | true, beyond it | altered above true |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function share({ count, total }: { count: number; total: number }): string {
  const [from, to] = wilsonInterval(count, total)
  return `${count}/${total} [${(from * 100).toFixed(1)}, ${(to * 100).toFixed(1)}]`
}

/** How often an altered card has the greater value of a pair. */
function separation(altered: readonly Sample[], whole: readonly Sample[]): number {
  let wins = 0
  for (const one of altered) {
    for (const other of whole) wins += one.value > other.value ? 1 : one.value === other.value ? 0.5 : 0
  }
  return wins / Math.max(1, altered.length * whole.length)
}
