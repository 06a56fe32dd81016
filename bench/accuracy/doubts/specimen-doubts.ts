import sharp, { type Sharp } from 'sharp'
import type { Image } from '../../../domain/image.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import { recapturePicture } from '../specimens/recapture-picture.ts'
import type { Specimen } from '../specimens/specimen.ts'
import type { DoubtCase, DoubtName } from './doubt-case.ts'
import { layOnDesk } from './lay-on-desk.ts'

/** Longer side that smaller pictures are grown to before a screen is laid over them: a card in a 720p frame. */
const SCREEN_SIDE = 920
/** Longer side of a picture of a card that is too far away, px. */
const FAR_SIDE = 230
/** Length of a smear, px. */
const SMEAR = 17
/** Screen pixels for one of the camera: a large screen close by to a phone's from afar. */
const PITCHES = [0.6, 0.9, 1.2, 1.7]
/** Where a finger lies, shares of the card's width. */
const PLACES_OF_FINGERS = [0.25, 0.5, 0.7]

/** Most that the colours of a pixel differ by in a picture that was published in grey, levels: compression leaves some. */
const GREY_LEVELS = 4

/** A picture of a document, and the case that comes of one change to it. */
interface SpecimenCase {
  truth: DoubtName | null
  cause: string
  change(image: Image): Promise<Image>
}

/**
 * Real pictures as they are, and with one thing done to them that shares no code with the films of test/people. As they are,
 * those published in grey are left out of both classes: nothing but the desk tells them from a copy.
 */
export async function specimenDoubts(specimens: readonly Specimen[]): Promise<DoubtCase[]> {
  const areGrey = await Promise.all(specimens.map(async ({ path }) => isGrey(await loadPicture(path))))
  return specimens.flatMap(({ path, split, format }, index) => {
    const isVisa = format === 'MRV-A' || format === 'MRV-B'
    const cases = [...(areGrey[index] ? [] : casesAsTheyAre(isVisa, index)), ...casesWithFault(index)]
    return cases.map(({ truth, cause, change }): DoubtCase => {
      const set = `pictures of real documents, ${split}, distorted by the bench`
      return { set, truth, cause, load: async () => [await change(await loadPicture(path))] }
    })
  })
}

function casesAsTheyAre(isVisa: boolean, variant: number): SpecimenCase[] {
  const asItIs = isVisa
    ? { truth: 'not accepted' as const, cause: 'a visa' }
    : { truth: null, cause: 'as it is' }
  return [
    { ...asItIs, change: async (image) => image },
    {
      truth: null,
      cause: 'as it is, on a desk in the colour of skin',
      change: (image) => layOnDesk(image, { variant }),
    },
  ]
}

function casesWithFault(variant: number): SpecimenCase[] {
  const pitch = PITCHES[variant % PITCHES.length]
  const across = PLACES_OF_FINGERS[variant % PLACES_OF_FINGERS.length]
  return [
    {
      truth: 'photocopy',
      cause: 'turned grey',
      change: (image) => withSharp(image, (file) => file.greyscale().toColourspace('srgb')),
    },
    {
      truth: 'blurred',
      cause: 'blurred',
      change: (image) => withSharp(image, (file) => file.blur(image.width / 160)),
    },
    { truth: 'smeared', cause: `smear of ${SMEAR} px at 920`, change: smear },
    {
      truth: 'dark',
      cause: 'light of 6 %',
      change: (image) => withSharp(image, (file) => file.linear(0.06, 0)),
    },
    { truth: 'too far', cause: `${FAR_SIDE} px wide`, change: (image) => resizeTo(image, FAR_SIDE) },
    {
      truth: 'hidden by a hand',
      cause: 'a finger over the zone',
      change: (image) => layOnDesk(image, { variant, finger: { across, up: 0.5 } }),
    },
    {
      truth: 'corner cut off',
      cause: 'a corner of 12 mm on an ID-1 card cut off',
      change: (image) => layOnDesk(image, { variant, cutShare: 0.14 }),
    },
    {
      truth: 'screen',
      cause: `screen, ${pitch} pixels for one`,
      change: async (image) =>
        recapturePicture(await resizeTo(image, SCREEN_SIDE), { pitch, turnDegrees: 1 + (variant % 9) }),
    },
  ]
}

function isGrey({ data }: Image): boolean {
  for (let i = 0; i < data.length; i += 3) {
    const [least, most] = [
      Math.min(data[i], data[i + 1], data[i + 2]),
      Math.max(data[i], data[i + 1], data[i + 2]),
    ]
    if (most - least > GREY_LEVELS) return false
  }
  return true
}

function resizeTo(image: Image, side: number): Promise<Image> {
  return withSharp(image, (file) => file.resize({ width: side, height: side, fit: 'inside' }))
}

async function smear(image: Image): Promise<Image> {
  const near = await resizeTo(image, SCREEN_SIDE)
  const kernel = {
    width: SMEAR,
    height: 3,
    kernel: Array.from({ length: SMEAR * 3 }, (_, i) => (i >= SMEAR && i < 2 * SMEAR ? 1 : 0)),
  }
  return withSharp(near, (file) => file.convolve(kernel))
}

async function withSharp(image: Image, change: (file: Sharp) => Sharp): Promise<Image> {
  const raw = { width: image.width, height: image.height, channels: 3 as const }
  const { data, info } = await change(sharp(image.data, { raw }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels === 3) return { data: new Uint8Array(data), width: info.width, height: info.height }
  const spread = new Uint8Array(info.width * info.height * 3)
  for (let i = 0; i < info.width * info.height; i++) spread.fill(data[i * info.channels], i * 3, i * 3 + 3)
  return { data: spread, width: info.width, height: info.height }
}
