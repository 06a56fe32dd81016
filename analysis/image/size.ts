/** Width and height of a picture, whole pixels, both at least 1. */
export interface Size {
  width: number
  height: number
}
