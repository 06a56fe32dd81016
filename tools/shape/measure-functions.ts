import { type ESTree, Visitor } from 'vite'
import type { ParsedSource } from '../sources/parse-source.ts'

/** A function with a body and how many lines it stands on. */
export interface MeasuredFunction {
  path: string
  name: string
  line: number
  lines: number
}

/** A place that gives its name to the function it holds. */
interface Owner {
  key?: ESTree.Node
  id?: ESTree.Node | null
  value?: ESTree.Node | null
  init?: ESTree.Node | null
}

/** Every function of a source that has a body in braces, in the order they end. */
export function measureFunctions(source: ParsedSource): MeasuredFunction[] {
  const found: MeasuredFunction[] = []
  const names = new Map<number, string>()
  const nameOwned = ({ key, id, value, init }: Owner) => {
    const owned = value ?? init
    const label = key ?? id
    if (owned && label && 'name' in label) names.set(owned.start, String(label.name))
  }
  const measure = (node: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    if (node.body?.type !== 'BlockStatement') return
    const named = 'id' in node && node.id ? node.id.name : names.get(node.start)
    const line = source.lineAt(node.start)
    const lines = source.lineAt(node.end) - line + 1
    found.push({ path: source.path, name: named ?? '(nameless)', line, lines })
  }
  new Visitor({
    VariableDeclarator: nameOwned,
    PropertyDefinition: nameOwned,
    Property: nameOwned,
    MethodDefinition: nameOwned,
    'FunctionDeclaration:exit': measure,
    'FunctionExpression:exit': measure,
    'ArrowFunctionExpression:exit': measure,
  }).visit(source.program)
  return found
}
