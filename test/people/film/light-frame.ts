/** A frame as light on the sensor: RGB, 0-1 of full white on the screen's own scale, rows from the top. */
export interface LightFrame {
  data: Float32Array
  width: number
  height: number
}

/** A dark frame. */
export function makeFrame(width: number, height: number): LightFrame {
  return { data: new Float32Array(width * height * 3), width, height }
}
