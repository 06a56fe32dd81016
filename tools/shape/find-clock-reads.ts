import { type ESTree, Visitor } from 'vite'
import { isTest } from '../sources/is-test.ts'
import type { ParsedSource } from '../sources/parse-source.ts'

/** Where the time comes in as an argument: the words, the eyes and everything of the server but its adapters. */
const CLOCKLESS = /^(domain|analysis)\/|^server\/(?!platform\/)/

/** Lines that ask the machine for the time where only `platform.clock` may be asked. */
export function findClockReads(source: ParsedSource): number[] {
  if (!CLOCKLESS.test(source.path) || isTest(source.path)) return []
  const offsets: number[] = []
  new Visitor({
    NewExpression: ({ callee, arguments: given, start }) => {
      if (isNamed(callee, 'Date') && given.length === 0) offsets.push(start)
    },
    CallExpression: ({ callee, start }) => {
      if (isNamed(callee, 'Date') || isDateNow(callee)) offsets.push(start)
    },
  }).visit(source.program)
  return offsets.map(source.lineAt)
}

function isDateNow(callee: ESTree.Node): boolean {
  if (callee.type !== 'MemberExpression') return false
  return isNamed(callee.object, 'Date') && isNamed(callee.property, 'now')
}

function isNamed(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}
