import { clamp } from '../curve.ts'
import { type Random, seededRandom } from '../random.ts'
import { type Color, colorOf, mixColors } from './paint/color.ts'

/** Shape of a face as deviations from the average one: 0 average, 1 one deviation more. */
export interface FaceShape {
  width: number
  height: number
  depth: number
  jawWidth: number
  chinLength: number
  foreheadHeight: number
  noseOut: number
  noseWidth: number
  noseLength: number
  noseBridge: number
  noseHump: number
  eyeGap: number
  eyeSize: number
  eyeOpening: number
  eyeTilt: number
  eyeDepth: number
  browRidge: number
  browHeight: number
  mouthWidth: number
  mouthHeight: number
  lipFullness: number
  lipOut: number
  cheekFullness: number
  cheekBone: number
  smile: number
  askew: number
  /** Slow waves over the whole surface: what the numbers above do not name. */
  waves: { across: number; along: number; phaseX: number; phaseY: number; height: number }[]
}

/** An area of a face that is lighter or darker than the rest; centimetres on the canonical face. */
export interface SkinPatch {
  /** Distance from the middle of the face; patches lie on both sides. */
  x: number
  y: number
  halfWidth: number
  halfHeight: number
  /** Relative brightness change. */
  strength: number
}

/** What is on the skin. Numbers are 0-1 where nothing else is said. */
export interface SkinPaint {
  color: Color
  /** 0 lightest, 1 darkest. */
  darkness: number
  age: number
  patches: SkinPatch[]
  socketShade: number
  bags: number
  blush: number
  freckles: number
  moles: { x: number; y: number; radius: number }[]
  lipRedness: number
  iris: Color
  /** Deviations. */
  browThickness: number
  browArch: number
  browLength: number
  browDarkness: number
}

/** How hair is cut. */
export type HairCut = 'bald' | 'short' | 'high' | 'fringe' | 'long' | 'long-fringe'

/** What grows on the head. */
export interface Hair {
  color: Color
  cut: HairCut
  /** Where it is parted, deviations. */
  parting: number
  /** Density of the beard, 0-1. */
  beard: number
  moustache: 'none' | 'full'
}

/** A drawn person: everything that the pictures of them follow from. */
export interface Person {
  seed: number
  build: 'slight' | 'strong'
  shape: FaceShape
  skin: SkinPaint
  hair: Hair
  glasses: 'none' | 'round' | 'square'
  clothes: Color
}

/** What may be chosen instead of drawn by lot. */
export interface PersonChoice {
  build?: Person['build']
  /** 0 lightest, 1 darkest. */
  skinDarkness?: number
  cut?: HairCut
  /** Screen colour 0xRRGGBB. */
  hairColor?: number
  glasses?: Person['glasses']
  beard?: number
  /** 0 young, 1 old. */
  age?: number
  /** Screen colour 0xRRGGBB. */
  clothesColor?: number
}

/** Skins from light to dark, as on a screen. */
const SKIN_COLORS = [0xf0cfbb, 0xe6bc9f, 0xd8a888, 0xc08f6e, 0x9f6f52, 0x7a513b, 0x593a2b]
const HAIR_COLORS = [0x17120f, 0x2b1d16, 0x4a3323, 0x755335, 0xa98a5c, 0x84452a, 0x8d8b88]
const IRIS_COLORS = [0x3a2415, 0x583a20, 0x6c7a4e, 0x52728f, 0x7e949f]
/** Light skins have all colours of hair and eyes, dark ones the first few of each list. */
const LIGHT_DARKNESS = 0.45
const DARK_HAIR_COLORS = 3
const DARK_IRIS_COLORS = 2
const GREY_HAIR = 0xb9b6b2
/** From this age on hair is grey. */
const GREY_AGE = 0.75
/** Spread of the shapes: the larger, the better people are told apart and the odder they look. */
const SHAPE_SPREAD = 2
const WAVE_COUNT = 8
const PATCH_COUNT = 7

/** Draws by lot, from a seed, everything about a person that is not chosen. */
export function makePerson(seed: number, choice: PersonChoice = {}): Person {
  const random = seededRandom(seed, 'person')
  const build = choice.build ?? random.pick(['slight', 'strong'] as const)
  const skin = makeSkin(seed, choice)
  const glasses = random.uniform() < 0.2 ? random.pick(['round', 'square'] as const) : 'none'
  const clothes = mixColors(colorOf(0x3a4048), [random.uniform(), random.uniform(), random.uniform()], 0.12)
  return {
    seed,
    build,
    shape: makeShape(seed, build),
    skin,
    hair: makeHair({ seed, build, skin, choice }),
    glasses: choice.glasses ?? glasses,
    clothes: choice.clothesColor === undefined ? clothes : colorOf(choice.clothesColor),
  }
}

function makeShape(seed: number, build: Person['build']): FaceShape {
  const random = seededRandom(seed, 'shape')
  const strength = build === 'strong' ? 0.7 : -0.7
  const deviation = (mean = 0) => mean + SHAPE_SPREAD * random.normal()
  return {
    width: deviation(),
    height: deviation(),
    depth: deviation(),
    jawWidth: deviation(strength),
    chinLength: deviation(),
    foreheadHeight: deviation(),
    noseOut: deviation(),
    noseWidth: deviation(),
    noseLength: deviation(),
    noseBridge: deviation(),
    noseHump: deviation(),
    eyeGap: deviation(),
    eyeSize: deviation(),
    eyeOpening: deviation(),
    eyeTilt: deviation(),
    eyeDepth: deviation(),
    browRidge: deviation(strength),
    browHeight: deviation(),
    mouthWidth: deviation(),
    mouthHeight: deviation(),
    lipFullness: deviation(-strength / 2),
    lipOut: deviation(),
    cheekFullness: deviation(),
    cheekBone: deviation(),
    smile: deviation(1.5),
    askew: deviation(),
    waves: Array.from({ length: WAVE_COUNT }, () => ({
      across: random.between(0.25, 0.6),
      along: random.between(0.25, 0.6),
      phaseX: random.between(0, 2 * Math.PI),
      phaseY: random.between(0, 2 * Math.PI),
      height: deviation(),
    })),
  }
}

function makeSkin(seed: number, choice: PersonChoice): SkinPaint {
  const random = seededRandom(seed, 'skin')
  const darkness = choice.skinDarkness ?? random.uniform()
  const isLight = darkness < LIGHT_DARKNESS
  const deviation = () => SHAPE_SPREAD * random.normal()
  const color = skinColor(darkness, random)
  const irises = isLight ? IRIS_COLORS : IRIS_COLORS.slice(0, DARK_IRIS_COLORS)
  return {
    color,
    darkness,
    age: choice.age ?? random.uniform() ** 1.5,
    patches: Array.from({ length: PATCH_COUNT }, () => ({
      x: random.between(1, 6),
      y: random.between(-8, 7),
      halfWidth: random.between(1, 2.6),
      halfHeight: random.between(0.8, 2.2),
      strength: clamp(0.34 * deviation(), -0.75, 0.6),
    })),
    socketShade: random.between(0, 1.6),
    bags: random.uniform(),
    blush: random.uniform(),
    freckles: isLight && random.uniform() < 0.3 ? random.uniform() : 0,
    moles: Array.from({ length: Math.floor(random.between(0, 4)) }, () => ({
      x: 3.5 * deviation(),
      y: -1 + 3 * deviation(),
      radius: random.between(0.07, 0.14),
    })),
    lipRedness: random.uniform(),
    iris: colorOf(random.pick(irises)),
    browThickness: deviation(),
    browArch: deviation(),
    browLength: deviation(),
    browDarkness: random.between(0.4, 1),
  }
}

/** Between the two nearest skins of the list, each channel a few per cent off. */
function skinColor(darkness: number, random: Random): Color {
  const place = clamp(darkness) * (SKIN_COLORS.length - 1)
  const lower = Math.min(SKIN_COLORS.length - 2, Math.floor(place))
  const between = mixColors(colorOf(SKIN_COLORS[lower]), colorOf(SKIN_COLORS[lower + 1]), place - lower)
  const off = () => 1 + 0.05 * random.normal()
  return [between[0] * off(), between[1] * off(), between[2] * off()]
}

function makeHair(about: {
  seed: number
  build: Person['build']
  skin: SkinPaint
  choice: PersonChoice
}): Hair {
  const random = seededRandom(about.seed, 'hair')
  const { skin, choice } = about
  const isStrong = about.build === 'strong'
  const colors = skin.darkness < LIGHT_DARKNESS ? HAIR_COLORS : HAIR_COLORS.slice(0, DARK_HAIR_COLORS)
  const natural = colorOf(random.pick(colors))
  const aged = skin.age > GREY_AGE ? mixColors(natural, colorOf(GREY_HAIR), 0.7) : natural
  const cuts: HairCut[] = isStrong
    ? ['short', 'short', 'high', 'bald', 'fringe']
    : ['long', 'long', 'short', 'fringe', 'long-fringe']
  const cut = random.pick(cuts)
  const beard = isStrong ? random.pick([0, 0.15, 0.4, 0.9, 1]) : 0
  const moustache = isStrong && random.uniform() < 0.5 ? 'full' : 'none'
  return {
    color: choice.hairColor === undefined ? aged : colorOf(choice.hairColor),
    cut: choice.cut ?? cut,
    parting: random.normal(),
    beard: choice.beard ?? beard,
    moustache: choice.beard === 0 ? 'none' : moustache,
  }
}
