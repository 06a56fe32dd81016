import type { Image } from '../../../domain/image.ts'

/** The buffers of images that can be handed to another thread without a copy: those that hold nothing else. */
export function ownedBuffers(images: readonly (Image | null)[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const image of images) {
    const buffer = image?.data.buffer
    if (buffer instanceof ArrayBuffer && buffer.byteLength === image?.data.byteLength) buffers.add(buffer)
  }
  return [...buffers]
}
