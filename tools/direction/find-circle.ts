import type { Import } from './list-imports.ts'

/** One way from a file back to itself over imports, types included; empty when there is none. */
export function findCircle(imports: Import[]): string[] {
  const roads = new Map<string, string[]>()
  for (const { from, to, kind } of imports) {
    if (kind === 'import') roads.set(from, [...(roads.get(from) ?? []), to])
  }
  const done = new Set<string>()
  for (const start of roads.keys()) {
    const circle = walk(roads, done, [start])
    if (circle.length > 0) return circle
  }
  return []
}

function walk(roads: Map<string, string[]>, done: Set<string>, way: string[]): string[] {
  const here = way[way.length - 1]
  if (done.has(here)) return []
  for (const next of roads.get(here) ?? []) {
    const met = way.indexOf(next)
    if (met >= 0) return [...way.slice(met), next]
    const circle = walk(roads, done, [...way, next])
    if (circle.length > 0) return circle
  }
  done.add(here)
  return []
}
