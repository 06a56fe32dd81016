/** Where the screen is looked at, columns and rows of places. */
const PLACES = { across: 6, down: 10 }
/** A glow is kept at this part of the size of the picture. */
const COARSE = 4
/** Light below this share of a whole screen's is not drawn. */
const LEAST_LIGHT = 0.02

/** A colour of the screen: red, green, blue as light, 0-1. */
type Light = [number, number, number]

/** What a white screen adds to a picture, from a picture in its light and one without. */
export function glowOf(
  lit: ImageBitmap,
  dark: ImageBitmap,
  { width, height }: { width: number; height: number },
): HTMLCanvasElement {
  // A light that falls softly needs no fine picture of what it adds.
  const size = { width: Math.round(width / COARSE), height: Math.round(height / COARSE) }
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No drawing context')
  const pixelsOf = (picture: ImageBitmap) => {
    context.drawImage(picture, 0, 0, size.width, size.height)
    return context.getImageData(0, 0, size.width, size.height)
  }
  const [glow, without] = [pixelsOf(lit), pixelsOf(dark)]
  for (let i = 0; i < glow.data.length; i++) {
    if (i % 4 < 3) glow.data[i] = Math.max(0, glow.data[i] - without.data[i])
  }
  context.putImageData(glow, 0, 0)
  return canvas
}

/** Where light of the screen's colour is mixed with what it adds. */
let mixing: CanvasRenderingContext2D | null = null

/** Adds to a picture what the page throws on it as it shows now; `glow` is that of a white screen. */
export function shine(context: CanvasRenderingContext2D, glow: HTMLCanvasElement | undefined): void {
  if (!glow) return
  const light = screenLight()
  if (Math.max(...light) < LEAST_LIGHT) return
  mixing ??= Object.assign(document.createElement('canvas'), {
    width: glow.width,
    height: glow.height,
  }).getContext('2d')
  if (!mixing) return
  mixing.globalCompositeOperation = 'copy'
  mixing.drawImage(glow, 0, 0)
  mixing.globalCompositeOperation = 'multiply'
  mixing.fillStyle = `rgb(${light.map((share) => Math.round(share * 255)).join(' ')})`
  mixing.fillRect(0, 0, glow.width, glow.height)
  context.globalCompositeOperation = 'lighter'
  context.drawImage(mixing.canvas, 0, 0, context.canvas.width, context.canvas.height)
  context.globalCompositeOperation = 'source-over'
}

/** The mean light of what shows on the screen now, fades in their middle too. */
function screenLight(): Light {
  const sum: Light = [0, 0, 0]
  for (let row = 0; row < PLACES.down; row++) {
    for (let column = 0; column < PLACES.across; column++) {
      const x = ((column + 0.5) * innerWidth) / PLACES.across
      const y = ((row + 0.5) * innerHeight) / PLACES.down
      const light = lightOf(document.elementFromPoint(x, y))
      for (let channel = 0; channel < 3; channel++) sum[channel] += light[channel]
    }
  }
  const places = PLACES.across * PLACES.down
  return [sum[0] / places, sum[1] / places, sum[2] / places]
}

/** The light of the nearest thing at a place that covers what is behind it. The camera's own picture counts as dark. */
function lightOf(element: Element | null): Light {
  for (let at = element; at; at = at.parentElement) {
    if (at instanceof HTMLVideoElement) break
    const style = getComputedStyle(at)
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbersOf(
      at instanceof SVGGeometryElement ? style.fill : style.backgroundColor,
    )
    if (alpha === 1) return [linear(red), linear(green), linear(blue)]
  }
  return [0, 0, 0]
}

function numbersOf(color: string): number[] {
  return color.startsWith('rgb') ? (color.match(/[\d.]+/g) ?? []).map(Number) : [0, 0, 0, 0]
}

/** Light of a level 0-255 (IEC 61966-2-1 §5.2). */
function linear(level: number): number {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
