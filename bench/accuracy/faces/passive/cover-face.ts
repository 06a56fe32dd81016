import { type FaceMesh, meshBox, meshEyes, meshPoint } from '../../../../analysis/face/mesh/face-mesh.ts'
import type { Image, Point } from '../../../../domain/image.ts'

/** Pupils of grown-ups are 63 mm apart: the measure of all that is worn on a face. */
const PUPILS_MM = 63
/** The glass of sunglasses, and its bridge, mm; their corners are rounded. */
const GLASS = { across: 54, along: 42, roundness: 2.6, bridge: 5 }
/** Levels of dark and of half dark glass, how much lighter it is below, and its brown. */
const TINTS = { dark: 15, half: 45 }
const GLASS_GRADIENT = 30
const GLASS_BROWN = 6
/** Cloth of masks, levels, how it turns away from the light at the sides, and its pleats. */
const CLOTHS = { blue: [150, 190, 215], white: [225, 225, 222], black: [30, 30, 34] } as const
const CLOTH_SHADE = 0.35
const PLEATS = { depth: 0.08, count: 9.5 }
/** Fingers: how thick, and how far each of four reaches beyond the middle of the mouth, mm; skin between them is in shadow. */
const FINGER_MM = 16.4
const REACHES_MM = [35, 43, 40, 28]
const FINGER_SHADE = 0.8
/** Outline of the lower face from ear to ear over the chin, then the upper rim of a mask over the nose, points of the mesh. */
const MASK_OUTLINE = [
  93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 346, 349, 197,
  120, 117,
]
/** Where the tone of a hand is taken: a cheek. */
const CHEEK = 50
const MOUTH = 13

/** What is worn or held before a face. */
export type Cover =
  | 'dark sunglasses'
  | 'half dark sunglasses'
  | 'blue mask'
  | 'white mask'
  | 'black mask'
  | 'hand over the mouth'

/** Every cover. */
export const COVERS: readonly Cover[] = [
  'dark sunglasses',
  'half dark sunglasses',
  'blue mask',
  'white mask',
  'black mask',
  'hand over the mouth',
]

/** Draws a cover on a face that looks straight, as large as such things are beside eyes 63 mm apart. */
export function coverFace(image: Image, mesh: FaceMesh, cover: Cover): Image {
  switch (cover) {
    case 'dark sunglasses':
      return paintGlasses(image, mesh, TINTS.dark)
    case 'half dark sunglasses':
      return paintGlasses(image, mesh, TINTS.half)
    case 'blue mask':
      return paintMask(image, mesh, CLOTHS.blue)
    case 'white mask':
      return paintMask(image, mesh, CLOTHS.white)
    case 'black mask':
      return paintMask(image, mesh, CLOTHS.black)
    case 'hand over the mouth':
      return paintHand(image, mesh)
  }
}

function paintGlasses(image: Image, mesh: FaceMesh, tint: number): Image {
  const [left, right] = meshEyes(mesh)
  const { perMm, along } = measureEyes(left, right)
  const isIn = (place: Point) => {
    const isGlass = [left, right].some((eye) => {
      const { x, y } = along(place, eye)
      return (
        (Math.abs(x) / (GLASS.across / 2)) ** GLASS.roundness +
          (Math.abs(y - 4) / (GLASS.along / 2)) ** GLASS.roundness <=
        1
      )
    })
    const { x, y } = along(place, left)
    return isGlass || (x > 20 && x < PUPILS_MM - 20 && Math.abs(y + 8) < GLASS.bridge / 2)
  }
  return paint(image, isIn, ({ y }, c) => {
    const down = (y - left.y) / (PUPILS_MM * perMm)
    return tint + GLASS_GRADIENT * (down + 0.4) + (c === 0 ? GLASS_BROWN : 0)
  })
}

function paintMask(image: Image, mesh: FaceMesh, cloth: readonly number[]): Image {
  const outline = MASK_OUTLINE.map((point) => meshPoint(mesh, point))
  const box = meshBox(mesh)
  return paint(
    image,
    (place) => isInside(outline, place),
    ({ x, y }, c) => {
      const aside = (x - box.x - box.width / 2) / (box.width / 2)
      const pleat = Math.max(0, Math.sin(((y - box.y) / box.height) * PLEATS.count * 2 * Math.PI))
      return cloth[c] * (1 - CLOTH_SHADE * aside ** 2) * (1 - PLEATS.depth * pleat)
    },
  )
}

/** Four fingers from the image's left. */
function paintHand(image: Image, mesh: FaceMesh): Image {
  const [left, right] = meshEyes(mesh)
  const { perMm, along } = measureEyes(left, right)
  const mouth = meshPoint(mesh, MOUTH)
  const tone = toneAt(image, meshPoint(mesh, CHEEK), 8 * perMm)
  const fingerAt = (y: number) => Math.floor(y / FINGER_MM + REACHES_MM.length / 2)
  const isIn = (place: Point) => {
    const { x, y } = along(place, mouth)
    const reach = REACHES_MM[fingerAt(y)]
    if (reach === undefined || x > reach) return false
    const beyond = Math.max(0, x - reach + FINGER_MM / 2) / (FINGER_MM / 2)
    const aside = offMiddle(y) * 2
    return beyond ** 2 + aside ** 2 <= 1
  }
  const offMiddle = (y: number) => y / FINGER_MM + REACHES_MM.length / 2 - fingerAt(y) - 0.5
  return paint(image, isIn, (place, c) => {
    const aside = offMiddle(along(place, mouth).y) * 2
    return tone[c] * (1 - FINGER_SHADE * aside ** 4 * (c === 0 ? 0.7 : 1))
  })
}

/** Millimetres along the line of the eyes and across it, from a point. */
function measureEyes(left: Point, right: Point) {
  const distance = Math.hypot(right.x - left.x, right.y - left.y)
  const perMm = distance / PUPILS_MM
  const [cosine, sine] = [(right.x - left.x) / distance, (right.y - left.y) / distance]
  const along = (place: Point, from: Point): Point => {
    const [x, y] = [(place.x - from.x) / perMm, (place.y - from.y) / perMm]
    return { x: x * cosine + y * sine, y: y * cosine - x * sine }
  }
  return { perMm, along }
}

function paint(
  { data, width, height }: Image,
  isIn: (place: Point) => boolean,
  levelOf: (place: Point, channel: number) => number,
): Image {
  const painted = data.slice()
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const place = { x, y }
      if (!isIn(place)) continue
      for (let c = 0; c < 3; c++) painted[i + c] = Math.min(255, Math.max(0, levelOf(place, c)))
    }
  }
  return { data: painted, width, height }
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let isIn = false
  for (const [i, a] of outline.entries()) {
    const b = outline[(i + 1) % outline.length]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn
  }
  return isIn
}

function toneAt({ data, width, height }: Image, { x, y }: Point, radius: number): number[] {
  const sums = [0, 0, 0]
  let count = 0
  for (let row = Math.max(0, Math.round(y - radius)); row <= Math.min(height - 1, y + radius); row++) {
    for (
      let column = Math.max(0, Math.round(x - radius));
      column <= Math.min(width - 1, x + radius);
      column++
    ) {
      for (let c = 0; c < 3; c++) sums[c] += data[(row * width + column) * 3 + c]
      count++
    }
  }
  return sums.map((sum) => sum / Math.max(1, count))
}
