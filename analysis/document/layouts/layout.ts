import type { DocumentType } from '../../../domain/answer.ts'
import type { PrintedName } from '../../../domain/document/print-facts.ts'
import type { MrzFormat } from '../../../domain/facts.ts'

/** A place on the rectified card: left, top, right, bottom, in shares of its width and height. */
export type Place = readonly [left: number, top: number, right: number, bottom: number]

/** How the value of a field is written. */
export type ValueKind =
  | 'name'
  /** First names, apart by commas or spaces. */
  | 'names'
  /** Last name first, then first names, in one line (residence permits). */
  | 'full-name'
  | 'date'
  | 'gender'
  /** A state: its code of three letters, or a word of the layout's nationalities. */
  | 'state'
  | 'number'
  | 'place'
  | 'text'

/** A field of a layout. */
export interface LayoutField {
  /** Null for what no attribute takes: its label is known so that the value is not taken for another's. */
  name: PrintedName | null
  kind: ValueKind
  /** The words printed with it, each as printed; for numbered fields the number alone. */
  labels: readonly string[]
  /** Where its value stands, generously; absent where the labels alone tell. */
  place?: Place
  /** What the value looks like without spaces, as a regular expression; the first match is taken. */
  pattern?: string
  /** Most lines that its value runs over; 1 when left out. */
  lines?: number
}

/** One printed side. */
export interface LayoutSide {
  side: 'front' | 'back'
  /** Words that tell this side from those of other documents, as printed. The first two are its titles: a state's own layout is known by one. */
  words: readonly string[]
  /** Where labels stand: over the values, before them in the same line, or numbers before them. */
  labels: 'above' | 'before' | 'numbers'
  fields: readonly LayoutField[]
  /** The portrait: no print is looked for inside. */
  portrait?: Place
  /** Where it has its titles, and neither values nor their labels: nothing there is read where the zone tells the layout. */
  titles?: Place
  /** Where the holder signs. */
  signature?: Place
  /** How its one machine readable line begins: that of licences (mrz/format/licence-line.ts). */
  licenceLine?: string
  /** That it is printed without codes: none are looked for on it. */
  codes?: 'none'
}

/** What the documents of a state print for values, in words of its own. */
export interface LayoutWords {
  /** What it prints for nationalities where it has no codes, and the code of each (ISO 3166-1 alpha-3). */
  nationalities?: Readonly<Record<string, string>>
  /** Words for the twelve months, from January on, as printed; beside those of words/months.ts, and before them. */
  months?: readonly (readonly string[])[]
}

/** A document by its looks: pure data. */
export interface DocumentLayout extends LayoutWords {
  /** Number and code by which answers name it; never given to another layout. */
  id: number
  code: string
  /** Issuing state as zones write it; null for layouts of many states. */
  country: string | null
  documentType: DocumentType
  /** The issuer's words for the type; null for layouts of many states. */
  documentTypeDetailed: string | null
  /** Its zone and where that is; null for documents without one. `codes` are the beginnings of its first line. */
  zone: { format: MrzFormat; side: 'front' | 'back'; codes: readonly string[] } | null
  sides: readonly LayoutSide[]
}
