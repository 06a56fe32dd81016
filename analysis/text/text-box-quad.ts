import type { Point, Quad } from '../../domain/image.ts'
import type { TextBox } from './text-box.ts'

/** The corners of a text box, from the beginning of its text's upper edge clockwise. */
export function textBoxQuad(box: TextBox): Quad {
  const alongX = (Math.cos(box.angle) * box.width) / 2
  const alongY = (Math.sin(box.angle) * box.width) / 2
  const acrossX = (-Math.sin(box.angle) * box.height) / 2
  const acrossY = (Math.cos(box.angle) * box.height) / 2
  const corner = (u: number, v: number): Point => ({
    x: box.center.x + u * alongX + v * acrossX,
    y: box.center.y + u * alongY + v * acrossY,
  })
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}
