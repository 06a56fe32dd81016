import type { MrzFormat } from '../../domain/facts.ts'
import type { Image, Point, Quad } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { warpPerspective } from '../image/warp-perspective.ts'
import { LINE_HEIGHT, recognizeLine } from '../text/recognize-line.ts'
import { decodeZone } from './decode-zone.ts'
import { type MrzPosteriors, mrzPosteriors, zoneLikeness } from './mrz-posteriors.ts'
import type { ZoneReading } from './zone-reading.ts'

/** Longest line looked at, px at 48 px height: 44 characters of a line cut tightly. */
const MAX_LINE_WIDTH = 1800
/** Below this likeness a line is other print, or a zone upside down. */
const MIN_LIKENESS = 0.85

/** The lines of a zone by their corners in the image, from top to bottom, and its format where it is known. */
export interface PlacedLines {
  lines: readonly Quad[]
  format: MrzFormat | null
}

/**
 * Reads the lines of a zone under the grammar of any format, or of the one given. Null when they spell no zone.
 * About 0.1 s a line; a first line that is no zone's ends it.
 */
export async function readZone(engine: Engine, image: Image, zone: PlacedLines): Promise<ZoneReading | null> {
  const posteriors: MrzPosteriors[] = []
  // From the last line on: print that stands above a zone may pass for its first.
  for (const quad of zone.lines.toReversed()) {
    const text = await recognizeLine(engine, cutLine(image, quad))
    if (posteriors.length === 0 && zoneLikeness(text, engine.dictionary) < MIN_LIKENESS) return null
    posteriors.unshift(mrzPosteriors(text, engine.dictionary))
  }
  return decodeZone(posteriors, zone.format)
}

function cutLine(image: Image, quad: Quad): Image {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad
  const length = (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2
  const height = (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2
  const width = Math.max(1, Math.min(MAX_LINE_WIDTH, Math.round((length * LINE_HEIGHT) / height)))
  return warpPerspective(image, quad, { width, height: LINE_HEIGHT })
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
