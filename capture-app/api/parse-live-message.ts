import type { LiveMessage } from '../../domain/capture-plan.ts'

const KINDS: ReadonlySet<string> = new Set(['hint', 'turn', 'light', 'captured', 'scene-timeout', 'closed'])

/** One line of the live channel as a message; null for a heartbeat or a kind this version does not know. */
export function parseLiveMessage(line: string): LiveMessage | null {
  const text = line.trim()
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    return isMessage(value) ? value : null
  } catch {
    return null
  }
}

function isMessage(value: unknown): value is LiveMessage {
  if (typeof value !== 'object' || value === null) return false
  const { type } = value as { type?: unknown }
  return typeof type === 'string' && KINDS.has(type)
}
