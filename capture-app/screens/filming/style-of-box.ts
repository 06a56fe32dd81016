import type { PreviewBox } from './preview-box.ts'

/** The style that puts an element at a box; set by script, which the page's policy allows. */
export function styleOfBox({ left, top, width, height }: PreviewBox) {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }
}
