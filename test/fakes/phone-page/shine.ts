/** Where the screen is looked at, columns and rows of places. */
const PLACES = { across: 6, down: 10 }
/** Light below this share of a whole screen's is not drawn. */
const LEAST_LIGHT = 0.02

/** A colour of the screen: red, green, blue as light, 0-1. */
type Light = [number, number, number]

/** What a screen of one colour adds to a picture in that colour, from a picture in its light and one without. */
export function glowOf(
  lit: ImageBitmap,
  dark: ImageBitmap,
  { width, height, channel }: { width: number; height: number; channel: number },
): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No drawing context')
  const pixelsOf = (picture: ImageBitmap) => {
    context.drawImage(picture, 0, 0, width, height)
    return context.getImageData(0, 0, width, height)
  }
  const [glow, without] = [pixelsOf(lit), pixelsOf(dark)]
  for (let i = 0; i < glow.data.length; i += 4) {
    const added = Math.max(0, glow.data[i + channel] - without.data[i + channel])
    glow.data.fill(0, i, i + 3)
    glow.data[i + channel] = added
  }
  context.putImageData(glow, 0, 0)
  return canvas
}

/** Adds to a picture of the straight face what the page throws on it as it shows now; `glow` is that of each colour. */
export function shine(context: CanvasRenderingContext2D, glow: readonly HTMLCanvasElement[]): void {
  if (glow.length === 0) return
  context.globalCompositeOperation = 'lighter'
  for (const [channel, share] of screenLight().entries()) {
    if (share < LEAST_LIGHT) continue
    context.globalAlpha = share
    context.drawImage(glow[channel], 0, 0)
  }
  context.globalAlpha = 1
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
