import { parseZone } from '../../../analysis/mrz/format/parse-zone.ts'
import type { Image } from '../../../domain/image.ts'
import { loadPicture } from '../specimens/load-picture.ts'
import { recapturePicture } from '../specimens/recapture-picture.ts'
import type { Specimen } from '../specimens/specimen.ts'
import { withSharp } from '../specimens/with-sharp.ts'
import type { DoubtCase, DoubtName } from './doubt-case.ts'
import { layOnDesk } from './lay-on-desk.ts'
import { TODAY } from './read-cases.ts'

/** Longer side that smaller pictures are grown to before a screen is laid over them: a card in a 720p frame. */
const SCREEN_SIDE = 920
/** Share of a picture on a desk that is left out: the desk beside the card, 0.15, and a quarter of the card. */
const OUTSIDE = 0.33
/** A mirrored lamp: its light, levels, its size, shares of the picture's sides, and where it lies: over the zone of most. */
const LAMP = { light: 700, across: 0.12, along: 0.1, down: 0.78 }
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
  besides?: DoubtName
  cause: string
  change(image: Image): Promise<Image>
}

/**
 * Real pictures as they are, and with one thing done to them that shares no code with the films of test/people. As they are,
 * those published in grey are left out of both classes: nothing but the desk tells them from a copy.
 */
export async function specimenDoubts(specimens: readonly Specimen[]): Promise<DoubtCase[]> {
  const areGrey = await Promise.all(specimens.map(async ({ path }) => isGrey(await loadPicture(path))))
  return specimens.flatMap(({ path, split, format, lines }, index) => {
    const { expiryDate } = parseZone(format, lines, TODAY)
    const isVisa = format === 'MRV-A' || format === 'MRV-B'
    const cases = [...(areGrey[index] ? [] : casesAsTheyAre(isVisa, index)), ...casesWithFault(index)]
    return cases.map(({ truth, besides, cause, change }): DoubtCase => {
      const set = `pictures of real documents, ${split}, distorted by the bench`
      return {
        set,
        truth,
        besides,
        cause,
        expiryDate,
        load: async () => [await change(await loadPicture(path))],
      }
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
      besides: isVisa ? 'not accepted' : undefined,
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
    { truth: 'glare', cause: 'a lamp mirrored', change: async (image) => mirrorLamp(image, variant) },
    { truth: 'too far', cause: `${FAR_SIDE} px wide`, change: (image) => resizeTo(image, FAR_SIDE) },
    { truth: 'cut', cause: 'a quarter outside', change: (image) => cutOff(image, variant) },
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

/** The card on a desk, a quarter of it and the desk there outside of the picture. */
async function cutOff(image: Image, variant: number): Promise<Image> {
  const onDesk = await layOnDesk(image, { variant })
  const width = Math.round(onDesk.width * (1 - OUTSIDE))
  const left = variant % 2 === 0 ? 0 : onDesk.width - width
  return withSharp(onDesk, (file) => file.extract({ left, top: 0, width, height: onDesk.height }))
}

/** A lamp in a glossy surface: burnt out in its middle, its light added around it (a Gaussian in both ways, aslant). */
function mirrorLamp({ data, width, height }: Image, variant: number): Image {
  const lit = new Uint8Array(data.length)
  const [x, y] = [width * (0.35 + 0.1 * (variant % 4)), height * LAMP.down]
  const slant = ((variant % 5) - 2) * 0.2
  for (let i = 0; i < width * height; i++) {
    const [across, down] = [(i % width) - x, Math.floor(i / width) - y]
    const u = (across + slant * down) / (LAMP.across * width)
    const v = (down - slant * across) / (LAMP.along * height)
    const light = LAMP.light * Math.exp(-(u ** 2 + v ** 2) / 2)
    for (let c = 0; c < 3; c++) lit[i * 3 + c] = Math.min(255, data[i * 3 + c] + light)
  }
  return { data: lit, width, height }
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
