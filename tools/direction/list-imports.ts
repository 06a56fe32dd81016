import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { type ESTree, Visitor } from 'vite'
import type { ParsedSource } from '../sources/parse-source.ts'

/** One import: who, what, and whether it is written as `new URL(…, import.meta.url)` (a worker, a page). */
export interface Import {
  from: string
  to: string
  kind: 'import' | 'url'
}

/** Every import of a source, dynamic ones, types and worker URLs included, with resolved paths. */
export function listImports(root: string, source: ParsedSource): Import[] {
  const specifiers = new Set(source.specifiers)
  const urls = new Set<string>()
  new Visitor({
    ImportExpression: (node) => addLiteral(specifiers, node.source),
    TSImportType: (node) => addLiteral(specifiers, node.source),
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return
      if (node.arguments[1]?.type === 'MemberExpression') addLiteral(urls, node.arguments[0])
    },
  }).visit(source.program)
  const resolved = (kind: Import['kind']) => (specifier: string) => ({
    from: source.path,
    to: resolveSpecifier(root, source.path, specifier),
    kind,
  })
  const sources = [...urls].filter((url) => /^\.{1,2}\/.*\.tsx?$/.test(url))
  return [...[...specifiers].map(resolved('import')), ...sources.map(resolved('url'))]
}

function addLiteral(found: Set<string>, node: ESTree.Node | undefined): void {
  if (node?.type === 'Literal' && typeof node.value === 'string') found.add(node.value)
}

/** A path from the root, `node:…`, or `npm:…`; a file that is not there still gets its path. */
function resolveSpecifier(root: string, importer: string, specifier: string): string {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`
  if (!specifier.startsWith('.')) return `npm:${packageOf(specifier)}`
  const path = posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''))
  const tried = [path, `${path}.ts`, `${path}.tsx`]
  return tried.find((candidate) => existsSync(join(root, candidate))) ?? path
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
