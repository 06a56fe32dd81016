import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Vector } from './vector.ts'

/** The average face as the mesh package has it: 468 points, 898 triangles. */
export interface CanonicalMesh {
  /** Centimetres; the face looks along +z. */
  points: Vector[]
  /** Three point numbers a triangle, flat. */
  triangles: number[]
  /** Point numbers of the outline, in order, from the top of the forehead. */
  outline: number[]
}

/** Number of points of the face topology. */
const POINT_COUNT = 468
/** Floats stored for each point: x, y, z and two texture coordinates. */
const FLOATS_PER_POINT = 5
/** Point number of the middle of the forehead's top edge. */
const FOREHEAD_TOP = 10
/** Field numbers in the geometry message: the mesh in the file, vertices and indices in the mesh. */
const FIELD = { canonicalMesh: 1, vertices: 3, indices: 4 }
const ASSET_NAME = 'geometry_pipeline_metadata_landmarks.binarypb'

let loaded: CanonicalMesh | null = null

/**
 * Reads the canonical face mesh out of the installed package @mediapipe/face_mesh (Apache-2.0).
 * Throws when the package lacks it.
 */
export function canonicalMesh(): CanonicalMesh {
  loaded ??= readMesh()
  return loaded
}

function readMesh(): CanonicalMesh {
  const file = readPackedAsset()
  const meshBytes = readFields(file).find((field) => field.number === FIELD.canonicalMesh)?.bytes
  if (!meshBytes) throw new Error('Cannot find the canonical mesh in @mediapipe/face_mesh')
  const fields = readFields(meshBytes)
  const floats = fields.filter((field) => field.number === FIELD.vertices).map((field) => field.value)
  const triangles = fields.filter((field) => field.number === FIELD.indices).map((field) => field.value)
  const points = Array.from({ length: POINT_COUNT }, (_, i): Vector => {
    const at = i * FLOATS_PER_POINT
    return [floats[at], floats[at + 1], floats[at + 2]]
  })
  return { points, triangles, outline: findOutline(triangles) }
}

/** The package packs its assets in one file and tells their offsets in its loader script. */
function readPackedAsset(): Buffer {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@mediapipe/face_mesh'))
  const loader = readFileSync(path.join(folder, 'face_mesh_solution_packed_assets_loader.js'), 'utf8')
  const place = loader.match(new RegExp(`${ASSET_NAME}",\\s*"start":\\s*(\\d+),\\s*"end":\\s*(\\d+)`))
  if (!place) throw new Error(`Cannot find ${ASSET_NAME} in @mediapipe/face_mesh`)
  const packed = readFileSync(path.join(folder, 'face_mesh_solution_packed_assets.data'))
  return packed.subarray(Number(place[1]), Number(place[2]))
}

interface WireField {
  number: number
  /** A varint or a 32-bit float; 0 for a length-delimited field. */
  value: number
  /** Content of a length-delimited field. */
  bytes: Buffer | null
}

/** Reads one message of the protocol buffers wire format (protobuf.dev, "Encoding": types 0, 2, 5). */
function readFields(message: Buffer): WireField[] {
  const fields: WireField[] = []
  let at = 0
  const readVarint = () => {
    let value = 0
    for (let weight = 1; ; weight *= 128) {
      const byte = message[at++]
      value += (byte & 127) * weight
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = readVarint()
    const number = tag >> 3
    const wireType = tag & 7
    if (wireType === 0) fields.push({ number, value: readVarint(), bytes: null })
    else if (wireType === 5) {
      fields.push({ number, value: message.readFloatLE(at), bytes: null })
      at += 4
    } else {
      const length = readVarint()
      fields.push({ number, value: 0, bytes: message.subarray(at, at + length) })
      at += length
    }
  }
  return fields
}

/** The outline is the one loop of edges that belong to a single triangle. */
function findOutline(triangles: number[]): number[] {
  const edges = new Map<string, [number, number]>()
  for (let t = 0; t < triangles.length; t += 3) {
    for (const corner of [0, 1, 2]) {
      const from = triangles[t + corner]
      const to = triangles[t + ((corner + 1) % 3)]
      edges.set(`${from}-${to}`, [from, to])
    }
  }
  const next = new Map<number, number>()
  for (const [from, to] of edges.values()) if (!edges.has(`${to}-${from}`)) next.set(from, to)
  const outline = [FOREHEAD_TOP]
  for (;;) {
    const following = next.get(outline[outline.length - 1])
    if (following === undefined) throw new Error('The outline of the canonical mesh is not closed')
    if (following === FOREHEAD_TOP) return outline
    outline.push(following)
  }
}
