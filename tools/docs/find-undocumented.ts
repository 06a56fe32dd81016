import type { ESTree } from 'vite'
import type { ParsedSource } from '../sources/parse-source.ts'

/** Characters of a declaration shown: enough to find it. */
const MAX_NAME_LENGTH = 60

/** Exports of a source that have no doc comment right above them, as `path:line name`. */
export function findUndocumented(source: ParsedSource): string[] {
  return source.program.body
    .filter((statement) => isOwnExport(statement) && !hasDoc(source, statement))
    .map((statement) => `${source.path}:${source.lineAt(statement.start)} ${nameOf(source, statement)}`)
}

/** An export that declares what it exports; `export { a }` and re-exports are documented where they are declared. */
function isOwnExport(statement: ESTree.Statement | ESTree.Directive): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true
  return statement.type === 'ExportNamedDeclaration' && statement.declaration !== null
}

function hasDoc({ comments, text }: ParsedSource, { start }: ESTree.Node): boolean {
  return comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      /[a-z0-9]/i.test(value) &&
      end <= start &&
      /^[ \t]*\n[ \t]*$/.test(text.slice(end, start)),
  )
}

function nameOf({ text }: ParsedSource, { start, end }: ESTree.Node): string {
  const [head] = text.slice(start, end).split('\n')
  return head.length > MAX_NAME_LENGTH ? `${head.slice(0, MAX_NAME_LENGTH)}…` : head
}
