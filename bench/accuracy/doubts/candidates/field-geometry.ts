import { LAYOUTS } from '../../../../analysis/document/layouts/layouts.ts'
import type { PrintedName, Template } from '../../../../domain/document/print-facts.ts'
import type { Box, Image } from '../../../../domain/image.ts'

/** Where a value stands among those of its card. */
export interface FieldPlace {
  name: PrintedName
  box: Box
}

/** How far the left edge of a value is from the nearest that another value of the card keeps, % of the card's width; null when it is alone. */
export function marginOff(of: FieldPlace, others: readonly FieldPlace[], card: Image): number | null {
  if (others.length === 0) return null
  return (Math.min(...others.map(({ box }) => Math.abs(box.x - of.box.x))) / card.width) * 100
}

/** How far a value stands out of the place that its layout gives it, % of the card's width; null where it gives none. */
export function placeOff({ name, box }: FieldPlace, template: Template, card: Image): number | null {
  const side = LAYOUTS.find(({ id }) => id === template.id)?.sides.find((one) => one.side === template.side)
  const place = side?.fields.find((field) => field.name === name)?.place
  if (!place) return null
  const [left, top, right, bottom] = place
  const across = Math.max(left * card.width - box.x, box.x + box.width - right * card.width, 0)
  const down = Math.max(top * card.height - box.y, box.y + box.height - bottom * card.height, 0)
  return (Math.hypot(across, down) / card.width) * 100
}
