import { setTimeout as wait } from 'node:timers/promises'
import { BufferSource, type EncodedPacket, EncodedPacketSink, Input, WEBM } from 'mediabunny'
import { pino } from 'pino'
import { type Image, isFrameShape, MAX_FRAME_ASPECT } from '../../../../domain/image.ts'
import { VP8_COLOR_SPACE } from '../../../platform/media/rtp/read-color-space.ts'
import { DecoderThreads } from '../../../platform/media/vp8/decoder-threads.ts'
import { FileFault } from './file-fault.ts'

/** First bytes of WebM (EBML, RFC 8794 §11.2.1). */
const EBML = [0x1a, 0x45, 0xdf, 0xa3]
/** Frames decoded at most: half a minute. */
const MAX_FRAMES = 900
/** Every so many frames one is kept, and so many at most: a scene keeps no more. */
const KEPT_EVERY = 6
const MAX_KEPT = 24
/** Most bytes of kept frames: 24 frames of 720p, five of the largest. */
const MAX_KEPT_BYTES = 96 * 1024 * 1024
/** Decoding may take this long, ms of the clock: a second or two on a machine with nothing else to do. */
const MAX_DECODING_MS = 60_000
/** Largest frame, px along either side. */
const MAX_SIDE = 2560
/** A key frame begins with its size (RFC 6386 §9.1): where it stands and its 14 bits. */
const SIZE_AT = 6
const SIZE_BITS = 0x3fff

/** Whether a file begins as WebM does. */
export function isWebm(bytes: Uint8Array): boolean {
  return EBML.every((byte, index) => bytes[index] === byte)
}

/** Decodes frames of a WebM file with VP8, evenly spread. Throws a FileFault when it cannot. */
export async function openVideo(bytes: Uint8Array): Promise<Image[]> {
  const threads = new DecoderThreads(pino({ level: 'silent' }))
  try {
    return await inTime(decodeFrames(bytes, threads))
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault('Cannot read the video: it is damaged or not WebM')
  } finally {
    await threads.close()
  }
}

/** Waits for frames, but not for ever; the threads that decode them do not keep a command from ending, this does. */
async function inTime(decoding: Promise<Image[]>): Promise<Image[]> {
  const stop = new AbortController()
  const limit = wait(MAX_DECODING_MS, null, { signal: stop.signal }).then(
    () => Promise.reject(new FileFault(`Decoding the video took more than ${MAX_DECODING_MS / 1000} s`)),
    () => [],
  )
  try {
    return await Promise.race([decoding, limit])
  } finally {
    stop.abort()
  }
}

async function decodeFrames(bytes: Uint8Array, threads: DecoderThreads): Promise<Image[]> {
  using input = new Input({ source: new BufferSource(bytes), formats: [WEBM] })
  const track = await input.getPrimaryVideoTrack()
  if (track === null || (await track.getCodec()) !== 'vp8') throw new FileFault('The video has no VP8 track')
  const decode = openDecoder(threads)
  const kept: Image[] = []
  let [index, keptBytes] = [0, 0]
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (index >= MAX_FRAMES || kept.length >= MAX_KEPT || keptBytes >= MAX_KEPT_BYTES) break
    const image = await decode(packet, index++ % KEPT_EVERY === 0 ? 'wanted' : 'unwanted')
    if (image === null) continue
    kept.push(image)
    keptBytes += image.data.length
  }
  if (kept.length === 0) throw new FileFault('The video shows no frame that can be decoded')
  return kept
}

type DecodePacket = (packet: EncodedPacket, picture: 'wanted' | 'unwanted') => Promise<Image | null>

/** Decodes packet after packet; a wanted picture is waited for, so that no more than fit are on their way. */
function openDecoder(threads: DecoderThreads): DecodePacket {
  let answer: (image: Image | null) => void = () => {}
  let size = { width: 0, height: 0 }
  const decoder = threads.open({
    onPicture: (picture) => answer(picture?.image ?? null),
    onKeyFrameNeeded: () => answer(null),
  })
  return async (packet, picture) => {
    if (packet.type === 'key') size = frameSize(packet.data)
    const answered = new Promise<Image | null>((done) => {
      answer = done
    })
    const times = { mediaTimeMs: packet.timestamp * 1000, receivedAtMs: 0 }
    const { type: kind, data } = packet
    const frame = { data: new Uint8Array(data), kind, ...size, ...times }
    decoder.decode({ ...frame, temporalLayer: 0, colorSpace: VP8_COLOR_SPACE }, picture)
    return picture === 'wanted' ? await answered : null
  }
}

function frameSize(key: Uint8Array): { width: number; height: number } {
  if (key.length < SIZE_AT + 4) throw new FileFault('The video is damaged')
  const side = (at: number) => (key[at] | (key[at + 1] << 8)) & SIZE_BITS
  const size = { width: side(SIZE_AT), height: side(SIZE_AT + 2) }
  const { width, height } = size
  if (Math.min(width, height) < 1 || Math.max(width, height) > MAX_SIDE || !isFrameShape(size)) {
    const most = `at most ${MAX_SIDE} and ${MAX_FRAME_ASPECT} times as long as wide are read`
    throw new FileFault(`The video's frames are ${width} by ${height} px, ${most}`)
  }
  return size
}
