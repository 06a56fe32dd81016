import { readTreeMemory, type TreeMemory } from './process-tree.ts'

/** Time between two looks, ms: reading costs some 10 ms a process, and memory moves slowly. */
const LOOK_INTERVAL_MS = 1000

/** Looks at a process tree's memory once a second until `end`, which gives the peaks, each of its own moment. */
export function watchMemory(rootId: number): { end(): Promise<TreeMemory> } {
  const peak: TreeMemory = { residentBytes: 0, proportionalBytes: 0 }
  let isEnded = false
  let wake = () => {}
  const look = async () => {
    const { residentBytes, proportionalBytes } = await readTreeMemory(rootId)
    peak.residentBytes = Math.max(peak.residentBytes, residentBytes)
    peak.proportionalBytes = Math.max(peak.proportionalBytes, proportionalBytes)
  }
  const looking = (async () => {
    while (!isEnded) {
      await look()
      if (isEnded) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_INTERVAL_MS)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    end: async () => {
      isEnded = true
      wake()
      await looking
      return peak
    },
  }
}
