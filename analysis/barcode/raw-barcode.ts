import type { Symbology } from '../../domain/document/barcode-facts.ts'
import type { Box } from '../../domain/image.ts'

/** A code as its bytes stand. */
export interface RawBarcode {
  symbology: Symbology
  bytes: Uint8Array
  /** Its bytes as characters of the character set that the code names, control characters kept. */
  text: string
  /** In pixels of the picture it was found in. */
  box: Box
}
