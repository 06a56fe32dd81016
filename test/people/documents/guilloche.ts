import { seededRandom } from '../random.ts'

/** An area to fill with fine lines, millimetres. */
export interface GuillocheArea {
  widthMm: number
  heightMm: number
  /** Decides the pattern. */
  seed: number
  /** Colours of the lines, as SVG has them. */
  colors: readonly string[]
}

/** Width of the lines, millimetres, and how strongly they print. */
const LINE_WIDTH_MM = 0.11
const LINE_OPACITY = 0.5
/** Lines of one band, and bands over the height. */
const LINES_PER_BAND = 9
const BAND_COUNT = 6
/** Distance between the points of a drawn curve, millimetres. */
const STEP_MM = 0.8
const ROSETTE_POINTS = 720

/** Draws the woven lines behind the print of a document, with a rosette, as SVG. */
export function guilloche(area: GuillocheArea): string {
  const bands = Array.from({ length: BAND_COUNT }, (_, band) => weave(area, band))
  return (
    `<g fill="none" stroke-width="${LINE_WIDTH_MM}" opacity="${LINE_OPACITY}">` +
    `${bands.join('')}${rosette(area, { x: area.widthMm * 0.8, y: area.heightMm * 0.42 })}</g>`
  )
}

/** A band of waves that cross each other. */
function weave(area: GuillocheArea, band: number): string {
  const random = seededRandom(area.seed, `band ${band}`)
  const middle = ((band + 0.5) / BAND_COUNT) * area.heightMm
  const height = random.between(0.55, 0.9) * (area.heightMm / BAND_COUNT)
  const wave = random.between(0.1, 0.2)
  const swell = random.between(0.02, 0.05)
  const color = area.colors[band % area.colors.length]
  return Array.from({ length: LINES_PER_BAND }, (_, line) => {
    const phase = (line / LINES_PER_BAND) * 2 * Math.PI
    return curve(area.widthMm, color, (x) => {
      const envelope = height * (0.55 + 0.45 * Math.sin(x * swell + band))
      return middle + envelope * Math.sin(x * wave + phase) * Math.cos(x * swell * 2 + phase / 2)
    })
  }).join('')
}

function curve(widthMm: number, color: string, heightAt: (x: number) => number): string {
  const points: string[] = []
  for (let x = 0; x <= widthMm + STEP_MM; x += STEP_MM)
    points.push(`${x.toFixed(1)} ${heightAt(x).toFixed(2)}`)
  return `<path stroke="${color}" d="M${points.join('L')}"/>`
}

/** A closed flower of lines, as a lathe would engrave it. */
function rosette(area: GuillocheArea, centre: { x: number; y: number }): string {
  const random = seededRandom(area.seed, 'rosette')
  const petals = 9 + Math.floor(random.between(0, 7))
  const radius = area.heightMm * 0.26
  return [1, 0.8, 0.6]
    .map((share, ring) => {
      const points = Array.from({ length: ROSETTE_POINTS }, (_, i) => {
        const angle = (i / ROSETTE_POINTS) * 2 * Math.PI * 7
        const reach = radius * share * (0.72 + 0.28 * Math.sin((angle * petals) / 7 + ring))
        return `${(centre.x + reach * Math.cos(angle)).toFixed(2)} ${(centre.y + reach * Math.sin(angle)).toFixed(2)}`
      })
      return `<path stroke="${area.colors[(ring + 1) % area.colors.length]}" d="M${points.join('L')}Z"/>`
    })
    .join('')
}
