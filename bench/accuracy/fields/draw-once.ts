import { type DrawnDocument, drawDocument } from '../../../test/people/documents/draw-document.ts'
import type { IssuedDocument } from '../../../test/people/documents/issue-document.ts'

const DRAWN = new WeakMap<IssuedDocument, Promise<DrawnDocument>>()

/** A document as it is drawn, once for all the pictures and films of it. */
export function drawOnce(document: IssuedDocument): Promise<DrawnDocument> {
  const drawn = DRAWN.get(document) ?? drawDocument(document)
  DRAWN.set(document, drawn)
  return drawn
}
