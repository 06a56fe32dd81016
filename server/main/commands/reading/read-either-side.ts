import { readDocumentSide } from '../../../../analysis/document/read-document.ts'
import type { Engine } from '../../../../analysis/engine.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import type { Image } from '../../../../domain/image.ts'

/** Reads frames of which nobody says which side they show: one that says nothing as a front may be a back. */
export async function readEitherSide(
  engine: Engine,
  { frames, today }: { frames: readonly Image[]; today: string },
): Promise<DocumentSideFacts> {
  const { facts } = await readDocumentSide(engine, { frames, side: 'front', today })
  if (facts.card === null || facts.mrz || facts.print) return facts
  const { facts: back } = await readDocumentSide(engine, { frames, side: 'back', today })
  return back.print ? back : facts
}
