import type { Box, Image, Point } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import type { Size } from '../image/size.ts'
import { COARSE_ANCHORS, DETECTOR_SIDE, FINE_ANCHORS } from './_anchors.ts'
import { samplePlanes } from './sampling/sample-planes.ts'

/** A face as the detector sees it, in pixels of the image. */
export interface DetectedFace {
  /** From brows to chin. */
  box: Box
  /** 0-1. */
  confidence: number
  /** Middles of the eyes, the one to the image's left first. */
  eyes: [Point, Point]
}

/** Least confidence of a face: with it, faces are counted right on group pictures. */
const MIN_CONFIDENCE = 0.5

/** Two boxes that share more than this of their joint area are one face. */
const MAX_OVERLAP = 0.3

/** Numbers a box: centre, size, then six points of which the eyes are the first two. */
const BOX_NUMBERS = 16

/** Finds every face, the surest first (BlazeFace, arXiv:1907.05047). */
export async function detectFaces(engine: Engine, image: Image): Promise<DetectedFace[]> {
  const fitted = fitIntoSquare(image)
  const whole = {
    topLeft: { x: 0, y: 0 },
    topRight: { x: image.width, y: 0 },
    bottomLeft: { x: 0, y: image.height },
  }
  const square = { side: DETECTOR_SIDE, scale: 1 / 127.5, shift: -1 }
  const data = samplePlanes(image, { region: whole, size: fitted.size }, square)
  const results = await engine.run('face-detection', { data, shape: [1, 3, DETECTOR_SIDE, DETECTOR_SIDE] })
  const fine = {
    scores: results['fine-scores'].data,
    boxes: results['fine-boxes'].data,
    anchors: FINE_ANCHORS,
  }
  const coarse = {
    scores: results['coarse-scores'].data,
    boxes: results['coarse-boxes'].data,
    anchors: COARSE_ANCHORS,
  }
  return keepDistinct([...readGrid(fine, fitted), ...readGrid(coarse, fitted)])
}

/** How the image lies in the middle of the detector's square, shrunk to fit it; the rest is black. */
interface FittedImage {
  size: Size
  /** Image pixels a pixel of the square, and the square's corner in image pixels. */
  scale: number
  left: number
  top: number
}

function fitIntoSquare(image: Size): FittedImage {
  const scale = Math.max(image.width, image.height) / DETECTOR_SIDE
  const width = Math.max(1, Math.round(image.width / scale))
  const height = Math.max(1, Math.round(image.height / scale))
  const left = Math.floor((DETECTOR_SIDE - width) / 2)
  const top = Math.floor((DETECTOR_SIDE - height) / 2)
  return { size: { width, height }, scale, left: -left * scale, top: -top * scale }
}

function readGrid(
  grid: { scores: Float32Array; boxes: Float32Array; anchors: readonly Point[] },
  fitted: FittedImage,
): DetectedFace[] {
  const faces: DetectedFace[] = []
  for (let index = 0; index < grid.anchors.length; index++) {
    const anchor = grid.anchors[index]
    const confidence = 1 / (1 + Math.exp(-grid.scores[index]))
    if (confidence < MIN_CONFIDENCE) continue
    const numbers = grid.boxes.subarray(index * BOX_NUMBERS, (index + 1) * BOX_NUMBERS)
    const place = (x: number, y: number): Point => ({
      x: (numbers[x] + anchor.x) * fitted.scale + fitted.left,
      y: (numbers[y] + anchor.y) * fitted.scale + fitted.top,
    })
    const centre = place(0, 1)
    const width = numbers[2] * fitted.scale
    const height = numbers[3] * fitted.scale
    const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height }
    faces.push({ box, confidence, eyes: [place(4, 5), place(6, 7)] })
  }
  return faces
}

function keepDistinct(faces: DetectedFace[]): DetectedFace[] {
  const kept: DetectedFace[] = []
  for (const face of faces.toSorted((a, b) => b.confidence - a.confidence)) {
    if (kept.every((other) => overlap(other.box, face.box) <= MAX_OVERLAP)) kept.push(face)
  }
  return kept
}

/** Area both boxes cover over the area that either covers. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (a.width * a.height + b.width * b.height - shared)
}
