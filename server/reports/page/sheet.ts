import PDFDocument from 'pdfkit'
import { type PrintableText, printableText } from './printable-text.ts'
import { FONTS, MARGIN, PAGE, STYLES, type TextStyle } from './typography.ts'

/** White between the lines of a text, points. */
const LINE_GAP = 0.5
/** Height of one text at most, points: it must never fill a page. What is longer ends in an ellipsis. */
const MAX_TEXT_HEIGHT = 480
/** Mean width of a character and height of a line for a size of 1: capitals, and the gap included. */
const CHARACTER_WIDTH = 0.62
const LINE_HEIGHT = 1.42
/** Bytes reserved for the signature; two certificates and the attributes take about 1,500. */
const SIGNATURE_BYTES = 4096

type Element = PDFKit.PDFStructureElement

/** What the library's types leave out. */
interface Untyped {
  _root: { data: { AcroForm?: { data: Record<string, unknown> } } }
  initForm(): void
}

/** Where and how a text is set; points from the page's upper left corner. */
export interface TextPlace {
  x: number
  y: number
  width: number
  style: TextStyle
  align?: 'left' | 'right' | 'center'
}

/** What a document says of itself. */
export interface SheetOptions {
  title: string
  language: string
  createdAt: Date
  /** What the signature field is called. */
  signatureField: string
}

/**
 * A tagged PDF (ISO 32000-1 §14.8, PDF/UA-1) that grows from top to bottom. Texts and pictures go into the
 * innermost open structure element; lines and grounds are artifacts. Same calls, same bytes.
 */
export class Sheet {
  /** Where the next thing goes, points from the top. */
  y: number = MARGIN.top
  /** Whether a character had to be named by its number since this was last set to false. */
  hasNamedCharacters = false
  readonly #pdf: PDFKit.PDFDocument
  readonly #open: Element[] = []
  /** Each text is measured to find room for it, again to place what is beside it, and is then set. */
  readonly #heights = new Map<string, number>()
  readonly #options: SheetOptions
  readonly #bytes: Promise<Buffer>

  constructor(options: SheetOptions) {
    this.#options = options
    this.#pdf = new PDFDocument(documentOptions(options))
    this.#bytes = collect(this.#pdf)
    for (const [name, font] of Object.entries(FONTS)) this.#pdf.registerFont(name, font as unknown as Buffer)
    const root = this.#pdf.struct('Document')
    this.#pdf.addStructure(root)
    this.#open.push(root)
    this.#pdf.addPage()
  }

  /** Puts what is written meanwhile into a structure element (ISO 32000-1 §14.8.4). */
  within(type: string, write: () => void, attributes: { scope?: 'Column' | 'Row'; alt?: string } = {}): void {
    const element = this.#pdf.struct(type, attributes)
    this.#open.at(-1)?.add(element)
    this.#open.push(element)
    write()
    this.#open.pop()
    element.end()
  }

  /** Sets a text in an element of its own; gives its height, points. */
  text(type: string, text: string, place: TextPlace): number {
    return this.textIn(type, {}, { text, place })
  }

  /** The same with attributes, such as a table header's scope. */
  textIn(
    type: string,
    attributes: { scope?: 'Column' | 'Row' },
    { text, place }: { text: string; place: TextPlace },
  ): number {
    const { printed, fidelity } = this.#print(text, place)
    this.within(
      type,
      () => {
        this.#open.at(-1)?.add(() => {
          if (fidelity === 'named') this.#pdf.markContent('Span', { actual: text })
          this.#set(printed, place)
          if (fidelity === 'named') this.#pdf.endMarkedContent()
        })
      },
      attributes,
    )
    if (fidelity === 'named') this.hasNamedCharacters = true
    return this.height(text, place)
  }

  /** Height of a text once set, points. */
  height(text: string, { width, style }: Pick<TextPlace, 'width' | 'style'>): number {
    const key = `${style.font} ${style.size} ${width} ${text}`
    const known = this.#heights.get(key)
    if (known !== undefined) return known
    const { printed } = this.#print(text, { width, style })
    const height = this.#pdf.heightOfString(printed, { width, lineGap: LINE_GAP })
    this.#heights.set(key, height)
    return height
  }

  /** Width of a text on one line, points. */
  width(text: string, style: TextStyle): number {
    const { printed } = this.#print(text, { width: PAGE.width, style })
    return this.#pdf.widthOfString(printed)
  }

  /** Places a picture with what it shows in words. */
  picture(jpeg: Uint8Array, alt: string, box: { x: number; y: number; width: number; height: number }): void {
    this.within(
      'Figure',
      () => {
        const { x, y, width, height } = box
        this.#open.at(-1)?.add(() => this.#pdf.image(Buffer.from(jpeg), x, y, { width, height }))
      },
      { alt },
    )
  }

  /** Draws what says nothing: lines, grounds. Between elements, never inside a text. */
  decorate(draw: (pdf: PDFKit.Mixins.PDFVector & PDFKit.Mixins.PDFColor) => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' })
    this.#pdf.save()
    draw(this.#pdf)
    this.#pdf.restore()
    this.#pdf.endMarkedContent()
  }

  /** A text that repeats another for the eye alone, such as a table's head on its next page. */
  repeat(text: string, place: TextPlace): void {
    this.#pdf.markContent('Artifact', { type: 'Pagination' })
    this.#set(this.#print(text, place).printed, place)
    this.#pdf.endMarkedContent()
  }

  /** Room for something that must not be torn apart: this page, or a new one. Tells whether it is a new one. */
  reserve(heightPoints: number): 'this page' | 'new page' {
    if (this.y + heightPoints <= PAGE.height - MARGIN.bottom) return 'this page'
    this.#pdf.addPage()
    this.y = MARGIN.top
    return 'new page'
  }

  /** Lists a place in the reader's bookmarks. */
  bookmark(title: string): void {
    this.#pdf.outline.addItem(title)
  }

  /** Writes the foot of every page and an empty signature; gives the bytes. */
  finish(footer: { left: string; right: (page: number, pages: number) => string }): Promise<Buffer> {
    const { count } = this.#pdf.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page)
      const y = PAGE.height - MARGIN.bottom + 14
      const place = {
        x: MARGIN.left,
        y,
        width: PAGE.width - MARGIN.left - MARGIN.right,
        style: STYLES.footer,
      }
      this.repeat(footer.left, place)
      this.repeat(footer.right(page + 1, count), { ...place, align: 'right' })
    }
    this.#addSignatureField()
    this.#open.pop()?.end()
    this.#pdf.end()
    return this.#bytes
  }

  /** An invisible signature field whose value waits for the signature (ISO 32000-1 §12.7.4.5, §12.8.1). */
  #addSignatureField(): void {
    const value = this.#pdf.ref({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      // Each as long as the longest offset, to be written over.
      ByteRange: [0, '**********', '**********', '**********'],
      Contents: new Uint8Array(SIGNATURE_BYTES),
      M: this.#options.createdAt,
    })
    value.end('')
    const untyped = this.#pdf as unknown as Untyped
    this.within('Form', () => {
      this.#pdf.annotate(0, 0, 0, 0, {
        Subtype: 'Widget',
        FT: 'Sig',
        T: new String('Signature'),
        TU: new String(this.#options.signatureField),
        // Print and Locked: §12.5.3.
        F: 132,
        V: value,
        P: this.#pdf.page.dictionary,
        structParent: this.#open.at(-1),
      } as PDFKit.Mixins.AnnotationOption)
    })
    untyped.initForm()
    const form = untyped._root.data.AcroForm?.data ?? {}
    // Signed, and from now on to be changed by additions only: §12.7.2.
    Object.assign(form, { Fields: [this.#pdf.page.annotations.at(-1)], SigFlags: 3 })
    delete form.NeedAppearances
  }

  #print(text: string, { width, style }: Pick<TextPlace, 'width' | 'style'>): PrintableText {
    this.#pdf.font(style.font, style.size)
    const font = FONTS[style.font]
    const { printed, fidelity } = printableText(text, (codePoint) => font.hasGlyphForCodePoint(codePoint))
    const lines = Math.floor(MAX_TEXT_HEIGHT / (style.size * LINE_HEIGHT))
    const room = lines * Math.floor(width / (style.size * CHARACTER_WIDTH))
    return { printed: printed.length <= room ? printed : cut(printed, room), fidelity }
  }

  #set(printed: string, { x, y, width, style, align = 'left' }: TextPlace): void {
    this.#pdf.font(style.font, style.size).fillColor(style.color)
    this.#pdf.text(printed, x, y, { width, align, lineGap: LINE_GAP })
  }
}

function cut(text: string, length: number): string {
  return `${[...text].slice(0, length).join('')}…`
}

function documentOptions({ title, language, createdAt }: SheetOptions): PDFKit.PDFDocumentOptions {
  const options = {
    size: [PAGE.width, PAGE.height],
    // Pages are begun by `reserve`, never by a text that runs over.
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    info: {
      Title: title,
      Producer: 'Vidimus',
      Creator: 'Vidimus',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  }
  return options as unknown as PDFKit.PDFDocumentOptions
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.once('end', () => done(Buffer.concat(chunks)))
    pdf.once('error', fail)
  })
}
