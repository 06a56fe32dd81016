import type { SegmentFile } from './segment.ts'

/** What the page is to encode: pictures it finds at `/frame/<index>`, one index a frame of the film. */
export interface EncodingRequest {
  pictures: number[]
  width: number
  height: number
  framesPerSecond: number
  bitrate: number
}

/**
 * Runs in a page on a secure origin: encodes a segment with the browser's own VP8 encoder, three temporal layers
 * as the capture app asks for. Handed to the page as text, so it uses nothing from outside itself.
 */
export async function encodeInPage(request: EncodingRequest): Promise<SegmentFile> {
  const { pictures, width, height, framesPerSecond, bitrate } = request
  const frames: SegmentFile['frames'] = []
  const faults: string[] = []
  const toBase64 = (bytes: Uint8Array) => {
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }
  const encoder = new VideoEncoder({
    error: (fault) => faults.push(String(fault)),
    output: (chunk, metadata) => {
      const data = new Uint8Array(chunk.byteLength)
      chunk.copyTo(data)
      // svc: W3C WebCodecs §6.7, absent from the DOM types.
      const layer = (metadata as { svc?: { temporalLayerId: number } } | undefined)?.svc?.temporalLayerId ?? 0
      frames.push({
        timeMs: chunk.timestamp / 1000,
        kind: chunk.type,
        temporalLayer: layer,
        data: toBase64(data),
      })
    },
  })
  encoder.configure({
    codec: 'vp8',
    width,
    height,
    framerate: framesPerSecond,
    bitrate,
    scalabilityMode: 'L1T3',
    latencyMode: 'realtime',
  })
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('The page has no canvas')
  const decoded = new Map<number, ImageBitmap>()
  for (const [index, picture] of pictures.entries()) {
    const bitmap =
      decoded.get(picture) ?? (await createImageBitmap(await (await fetch(`/frame/${picture}`)).blob()))
    decoded.set(picture, bitmap)
    context.drawImage(bitmap, 0, 0, width, height)
    const frame = new VideoFrame(canvas, { timestamp: Math.round((index * 1_000_000) / framesPerSecond) })
    encoder.encode(frame, { keyFrame: index === 0 })
    frame.close()
    // The encoder drops frames of a queue that grows; a camera would not get ahead of it either.
    while (encoder.encodeQueueSize > 0) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await encoder.flush()
  encoder.close()
  if (faults.length > 0) throw new Error(faults.join('; '))
  return { durationMs: (pictures.length * 1000) / framesPerSecond, frames }
}
