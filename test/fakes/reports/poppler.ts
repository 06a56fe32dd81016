import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Commands of poppler-utils (Debian), which read a PDF as its receivers do. */
export type PopplerCommand = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdfsig' | 'pdfimages'

/** Whether this machine has poppler-utils; said aloud when it has not. */
export function hasPoppler(): boolean {
  try {
    execFileSync('pdfsig', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('SKIPPED: no poppler-utils on this machine (Debian: apt-get install poppler-utils)')
    return false
  }
}

/** What a command says of a PDF. */
export async function readPdf(
  pdf: Uint8Array,
  command: PopplerCommand,
  options: string[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'))
  try {
    const path = join(folder, 'report.pdf')
    await writeFile(path, pdf)
    const output = command === 'pdftotext' ? ['-'] : []
    const { stdout } = await run(command, [...options, path, ...output], { maxBuffer: 16_777_216 })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The text of a PDF with every run of white as one space, as people read it. */
export async function readPdfText(pdf: Uint8Array): Promise<string> {
  return (await readPdf(pdf, 'pdftotext')).replaceAll(/\s+/g, ' ')
}
