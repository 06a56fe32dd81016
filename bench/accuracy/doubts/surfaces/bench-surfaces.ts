import { rectifyCard } from '../../../../analysis/document/card/rectify-card.ts'
import type { CardSight } from '../../../../analysis/document/card/see-card.ts'
import { viewChange } from '../../../../analysis/document/doubts/view-change.ts'
import { resizeImage } from '../../../../analysis/image/resize-image.ts'
import { CAST, CAST_NAMES } from '../../../../test/people/cast.ts'
import { drawDocument } from '../../../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../../../test/people/documents/issue-document.ts'
import type { TriedMeasure } from '../../figures/figure.ts'
import { wilsonInterval } from '../../measure/wilson-interval.ts'
import { filmASurface, SURFACES, type Surface, type SurfaceFrame } from './film-a-surface.ts'

const KINDS: readonly DocumentKind[] = ['french-id-card', 'residence-permit', 'driving-licence']
const FRAMES = 5
const FIRST_SEED = 61_300
/** How a card is held: the sway of a hand, as the app asks for, or tilted on purpose, degrees. */
const HOLDS = { 'held still': 1.1, 'tilted on purpose': 12 } as const
/** One film in three is lit by the sky alone. */
const LIGHTS = ['lamp', 'lamp', 'sky'] as const
/** Cells across a card in which colours are compared, and how far a share of red or blue must go to have changed. */
const CELLS = 40
const CHANGED = 0.03
/** Pixels across a cell. */
const SAMPLES = 4
const ASPECT = 1.586

interface Sample {
  measure: string
  surface: Surface
  value: number
}

/** What could tell a card from a print by its reflections, and how far it does: a table and its counts. About 12 s for each of `films`. */
export async function benchSurfaces(films: number): Promise<{ text: string; tried: TriedMeasure[] }> {
  const samples: Sample[] = []
  for (let index = 0; index < 2 * films; index++) {
    const holder = CAST[CAST_NAMES[index % CAST_NAMES.length]]
    const picture = (await drawDocument(issueDocument(holder, KINDS[index % KINDS.length]))).front
    for (const [hold, tiltDegrees] of Object.entries(HOLDS)) {
      for (const surface of SURFACES) {
        const light = LIGHTS[index % LIGHTS.length]
        const seed = FIRST_SEED + index
        const shots = filmASurface(picture, { surface, tiltDegrees, light, frames: FRAMES, seed })
        samples.push({ measure: `${hold}: light that wanders`, surface, value: lightOf(shots) })
        samples.push({ measure: `${hold}: colours that change`, surface, value: coloursOf(shots) })
      }
    }
  }
  const measures = [...Map.groupBy(samples, ({ measure }) => measure)].map(([measure, of]) =>
    countsOf(measure, of),
  )
  return {
    text: reportSurfaces(measures),
    tried: measures.map(({ cards, prints, measure }) => ({
      measure: `a flat print, ${measure}`,
      positives: { count: prints.total - prints.count, total: prints.total },
      negatives: { count: cards.total - cards.count, total: cards.total },
    })),
  }
}

function lightOf(shots: readonly SurfaceFrame[]): number {
  const quality = { sharpness: 900, luma: 150, glareShare: 0, weakerSharpness: 200, strongerSharpness: 300 }
  const sights = shots.map(
    ({ frame, quad }): CardSight => ({ frame, card: quad, extent: 'whole', quality, worth: 1 }),
  )
  return viewChange(shots[0], sights)?.lightShare ?? 0
}

/** The greatest share of a card's cells whose share of red or blue is another than in the first frame, the rest's change taken out. */
function coloursOf(shots: readonly SurfaceFrame[]): number {
  const [first, ...others] = shots.map(sharesOf)
  return Math.max(...others.map((other) => changedShare(first, other)))
}

function sharesOf({ frame, quad }: SurfaceFrame): { red: number; blue: number }[] {
  const card = rectifyCard(frame, quad, CELLS * SAMPLES)
  const { data } = resizeImage(card, { width: CELLS, height: Math.round(CELLS / ASPECT) })
  return Array.from({ length: data.length / 3 }, (_, cell) => {
    const [red, green, blue] = data.subarray(cell * 3, cell * 3 + 3)
    const sum = red + green + blue + 1
    return { red: red / sum, blue: blue / sum }
  })
}

function changedShare(a: ReturnType<typeof sharesOf>, b: ReturnType<typeof sharesOf>): number {
  const middle = (of: (i: number) => number) => a.map((_, i) => of(i)).sort((x, y) => x - y)[a.length >> 1]
  const red = middle((i) => b[i].red - a[i].red)
  const blue = middle((i) => b[i].blue - a[i].blue)
  const changed = a.filter(
    (_, i) => Math.hypot(b[i].red - a[i].red - red, b[i].blue - a[i].blue - blue) > CHANGED,
  )
  return changed.length / a.length
}

type MeasureCounts = ReturnType<typeof countsOf>

/** How many cards and glossy prints have more of a measure than any plain print. */
function countsOf(measure: string, of: readonly Sample[]) {
  const values = (surface: Surface) => of.flatMap((one) => (one.surface === surface ? [one.value] : []))
  const limit = Math.max(...values('matte print'))
  const beyond = (surface: Surface) => ({
    count: values(surface).filter((value) => value > limit).length,
    total: values(surface).length,
  })
  return { measure, limit, cards: beyond('card'), prints: beyond('glossy print') }
}

function reportSurfaces(measures: readonly MeasureCounts[]): string {
  const share = ({ count, total }: { count: number; total: number }) => {
    const [from, to] = wilsonInterval(count, total)
    return `${count}/${total} [${(from * 100).toFixed(1)}, ${(to * 100).toFixed(1)}]`
  }
  const rows = measures.map(
    ({ measure, limit, cards, prints }) =>
      `| ${measure} | ${limit.toFixed(3)} | ${share(cards)} | ${share(prints)} |`,
  )
  return [
    'The dynamic view, not implemented: what reflections do over a film of a card with a hologram, of a photo of it on glossy paper and',
    'of a print on plain paper, drawn from the laws of reflection and of gratings, a third under the sky alone. The limit is the greatest',
    'value of plain prints. A photo on glossy paper has the wandering light of a card; a hologram alone tells it, and shows little of itself',
    'while the hand is held still, as the app asks. How real holograms and lamps behave was not filmed.',
    '',
    '| measure | limit | cards beyond it | glossy prints beyond it |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
