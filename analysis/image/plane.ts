/** A one-channel picture in memory: 8 bits a pixel, rows from the top. */
export interface Plane {
  data: Uint8Array
  width: number
  height: number
}
