/** A size in CSS pixels or picture pixels. */
export interface Size {
  width: number
  height: number
}

/** A box in CSS pixels, from the top left of the room it stands in. */
export interface PreviewBox extends Size {
  left: number
  top: number
}

/**
 * Up to this share of the picture may be cut off to fill the room; more would mislead about the framing.
 * Its width decides whether a document is large enough, so less is cut off there.
 */
const LARGEST_CROP = { width: 0.22, height: 0.5 }

/**
 * Where the camera's picture shows in its room: filling it when little is cut off by that, else whole
 * and centred. The box never leaves the room.
 */
export function previewBox(room: Size, picture: Size): PreviewBox {
  const roomShape = room.width / room.height
  const pictureShape = picture.width / picture.height
  const shownShare = Math.min(roomShape / pictureShape, pictureShape / roomShape)
  const cropped = roomShape < pictureShape ? 'width' : 'height'
  if (shownShare >= 1 - LARGEST_CROP[cropped]) return { left: 0, top: 0, ...room }
  const scale = Math.min(room.width / picture.width, room.height / picture.height)
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  return {
    left: Math.round((room.width - width) / 2),
    top: Math.round((room.height - height) / 2),
    width,
    height,
  }
}
