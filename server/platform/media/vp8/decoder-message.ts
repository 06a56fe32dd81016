import type { Image } from '../../../../domain/image.ts'
import type { ColorSpace } from '../rtp/read-color-space.ts'

/** What the decoder thread is asked. Frames of one stream are decoded in order. */
export type DecoderRequest =
  | {
      type: 'decode'
      stream: number
      frame: number
      data: Uint8Array<ArrayBuffer>
      kind: 'key' | 'delta'
      width: number
      height: number
      colorSpace: ColorSpace
      /** `wanted` pictures come back; the others only keep the decoder in step. */
      picture: 'wanted' | 'unwanted'
    }
  | { type: 'close'; stream: number }

/** What the decoder thread answers to each frame; no image when none was wanted or none could be made. */
export interface DecoderAnswer {
  stream: number
  frame: number
  outcome: 'decoded' | 'undecodable'
  image: Image | null
}
