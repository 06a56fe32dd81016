import { LAYOUTS } from '../../../../analysis/document/layouts/layouts.ts'
import type { DocumentType } from '../../../../domain/answer.ts'
import type { Template } from '../../../../domain/document/print-facts.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import { readDocument } from '../../../checks/read-document.ts'

/** Which kind of document a picture shows, and which side of it. */
export interface SideKind {
  /** The API's word for the kind of document, by its zone or its layout; null when neither was known. */
  type: DocumentType | null
  /** Which side it is, by its layout, its zone or the line on it; null when none was known. */
  side: 'front' | 'back' | null
  /** The layout it was found to have. */
  template: Pick<Template, 'id' | 'code' | 'country'> | null
}

/** The kind that was read. A zone alone tells the side by where layouts have it; the line of a licence stands on the back. */
export function kindOf({ mrz, print, licenceLine }: DocumentSideFacts): SideKind {
  const { documentType } = readDocument(mrz, print, licenceLine)
  const template = print?.template ?? null
  const zone = mrz?.checksValid ? mrz : null
  const known = zone && LAYOUTS.find((layout) => layout.zone?.format === zone.format)
  return {
    type: documentType ?? template?.documentType ?? null,
    side:
      template?.side ?? known?.zone?.side ?? (zone && 'front') ?? (licenceLine?.checksValid ? 'back' : null),
    template: template && { id: template.id, code: template.code, country: template.country },
  }
}
