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

/** Real pictures as they are, and with one thing done to them that shares no code with the films of test/people. */
export async function specimenDoubts(specimens: readonly Specimen[]): Promise<DoubtCase[]> {
  const areGrey = await Promise.all(specimens.map(async ({ path }) => isGrey(await loadPicture(path))))
  return specimens.flatMap((specimen, index) => {
    const set = `pictures of real documents, ${specimen.split}, distorted by the bench`
    const isVisa = specimen.format === 'MRV-A' || specimen.format === 'MRV-B'
    const of = (
      truth: DoubtName | null,
      cause: string,
      change: (image: Image) => Promise<Image>,
    ): DoubtCase => ({
      set,
      truth,
      cause,
      load: async () => [await change(await loadPicture(specimen.path))],
    })
    // Nothing but the desk tells a picture published in grey from a copy.
    const asPublished = areGrey[index]
      ? { truth: 'photocopy' as const, cause: 'published in grey' }
      : { truth: null, cause: 'as it is' }
    const pitch = PITCHES[index % PITCHES.length]
    return [
      of(
        isVisa ? 'not accepted' : asPublished.truth,
        isVisa ? 'a visa' : asPublished.cause,
        async (image) => image,
      ),
      of('photocopy', 'turned grey', (image) =>
        withSharp(image, (file) => file.greyscale().toColourspace('srgb')),
      ),
      of('blurred', 'blurred', (image) => withSharp(image, (file) => file.blur(image.width / 160))),
      of('smeared', `smear of ${SMEAR} px at 920`, smear),
      of('dark', 'light of 6 %', (image) => withSharp(image, (file) => file.linear(0.06, 0))),
      of('too far', `${FAR_SIDE} px wide`, (image) => resizeTo(image, FAR_SIDE)),
      of(asPublished.truth, `${asPublished.cause}, on a desk in the colour of skin`, (image) =>
        layOnDesk(image, { variant: index }),
      ),
      of('hidden by a hand', 'a finger over the zone', (image) =>
        layOnDesk(image, { variant: index, finger: { across: PLACES_OF_FINGERS[index % 3], up: 0.5 } }),
      ),
      of('corner cut off', 'a corner of 12 mm on an ID-1 card cut off', (image) =>
        layOnDesk(image, { variant: index, cutShare: 0.14 }),
      ),
      of('screen', `screen, ${pitch} pixels for one`, async (image) =>
        recapturePicture(await resizeTo(image, SCREEN_SIDE), { pitch, turnDegrees: 1 + (index % 9) }),
      ),
    ]
  })
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
