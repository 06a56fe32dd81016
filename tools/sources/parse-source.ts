import { type ESTree, parseSync } from 'vite'
import type { SourceFile } from './list-sources.ts'

/** A source with its syntax tree and a way from offsets to lines. */
export interface ParsedSource extends SourceFile {
  program: ESTree.Program
  comments: { type: 'Line' | 'Block'; value: string; start: number; end: number }[]
  /** Specifiers of every `import … from` and `export … from`, types included. */
  specifiers: string[]
  /** The line, from 1, of an offset. */
  lineAt(offset: number): number
}

/** Parses a source with the parser that builds the capture app. Throws an Error where it has no sense. */
export function parseSource({ path, text }: SourceFile): ParsedSource {
  const { program, comments, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`Parse ${path}: ${errors[0].message}`)
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest))
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest)
  const specifiers = [...imported, ...exported].flatMap((request) => (request ? [request.value] : []))
  return { path, text, program, comments, specifiers: [...new Set(specifiers)], lineAt: lineFinder(text) }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle] <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
