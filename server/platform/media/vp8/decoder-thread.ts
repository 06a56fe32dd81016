import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, type Transferable } from 'node:worker_threads'
import type { Image } from '../../../../domain/image.ts'
import type { ColorSpace } from '../rtp/read-color-space.ts'
import type { DecoderAnswer, DecoderRequest } from './decoder-message.ts'
import { type Plane, yuvToRgb } from './yuv-to-rgb.ts'

// Runs as a worker thread: libvpx compiled to wasm, one decoder a stream (about 7 MB at 720p).

interface OgvFrame {
  format: { cropLeft: number; cropTop: number; cropWidth: number; cropHeight: number }
  y: Plane
  u: Plane
  v: Plane
}

interface OgvDecoder {
  frameBuffer: OgvFrame | null
  init(done: () => void): void
  processFrame(data: ArrayBuffer, done: (ok: number) => void): void
  recycleFrame(frame: OgvFrame): void
}

interface Size {
  width: number
  height: number
}

type OpenOgvDecoder = (options: { wasmBinary: Uint8Array; videoFormat: object }) => Promise<OgvDecoder>

const requireModule = createRequire(import.meta.url)
const openOgvDecoder: OpenOgvDecoder = requireModule('ogv/dist/ogv-decoder-video-vp8-wasm.js')
const wasmBinary = readFileSync(requireModule.resolve('ogv/dist/ogv-decoder-video-vp8-wasm.wasm'))
const decoders = new Map<number, { decoder: OgvDecoder; size: Size }>()

/** Frames are taken one after the other: opening a decoder waits, and the next frame needs it. */
let chain: Promise<void> = Promise.resolve()
parentPort?.on('message', (request: DecoderRequest) => {
  chain = chain.then(() => take(request))
})

async function take(request: DecoderRequest): Promise<void> {
  if (request.type === 'close') {
    decoders.delete(request.stream)
    return
  }
  const { stream, frame } = request
  try {
    const image = await decode(request)
    answer({ stream, frame, ...image })
  } catch {
    // A decoder that has trapped stays broken; the next key frame opens a fresh one.
    decoders.delete(stream)
    answer({ stream, frame, outcome: 'undecodable', image: null })
  }
}

function answer(message: DecoderAnswer): void {
  const transfer: Transferable[] = message.image ? [message.image.data.buffer as ArrayBuffer] : []
  parentPort?.postMessage(message, transfer)
}

async function decode(
  request: Extract<DecoderRequest, { type: 'decode' }>,
): Promise<Pick<DecoderAnswer, 'outcome' | 'image'>> {
  const decoder = await decoderFor(request)
  if (!decoder) return { outcome: 'undecodable', image: null }
  decoder.frameBuffer = null
  await new Promise<void>((resolve) => decoder.processFrame(request.data.buffer, () => resolve()))
  const picture = decoder.frameBuffer as OgvFrame | null
  if (!picture) return { outcome: 'undecodable', image: null }
  const image = request.picture === 'wanted' ? toImage(picture, request.colorSpace) : null
  decoder.recycleFrame(picture)
  return { outcome: 'decoded', image }
}

/** The stream's decoder; a key frame of another size opens a new one. Null for a delta frame without one. */
async function decoderFor(request: Extract<DecoderRequest, { type: 'decode' }>): Promise<OgvDecoder | null> {
  const known = decoders.get(request.stream)
  const { width, height } = request
  if (known && known.size.width === width && known.size.height === height) return known.decoder
  if (request.kind !== 'key') return null
  const decoder = await openDecoder({ width, height })
  decoders.set(request.stream, { decoder, size: { width, height } })
  return decoder
}

async function openDecoder({ width, height }: Size): Promise<OgvDecoder> {
  const videoFormat = {
    width,
    height,
    chromaWidth: (width + 1) >> 1,
    chromaHeight: (height + 1) >> 1,
    cropLeft: 0,
    cropTop: 0,
    cropWidth: width,
    cropHeight: height,
    displayWidth: width,
    displayHeight: height,
  }
  const decoder = await openOgvDecoder({ wasmBinary, videoFormat })
  await new Promise<void>((resolve) => decoder.init(resolve))
  return decoder
}

function toImage({ format, y, u, v }: OgvFrame, colorSpace: ColorSpace): Image {
  const { cropLeft: left, cropTop: top, cropWidth: width, cropHeight: height } = format
  return yuvToRgb({ y, u, v, left, top, width, height, colorSpace })
}
