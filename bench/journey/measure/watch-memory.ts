import { readProcessTree } from './process-tree.ts'

/** Time between two looks, ms: reading costs some 10 ms a process, and memory moves slowly. */
const LOOK_INTERVAL_MS = 1000

/** The most memory a process tree took, each at its own moment, bytes. */
export interface PeakMemory {
  residentBytes: number
  proportionalBytes: number
}

/** Looks at a process tree's memory once a second until `end`, which gives the peaks. */
export function watchMemory(rootId: number): { end(): Promise<PeakMemory> } {
  const peak: PeakMemory = { residentBytes: 0, proportionalBytes: 0 }
  let isEnded = false
  let wake = () => {}
  const look = async () => {
    const { residentBytes, proportionalBytes } = await readProcessTree(rootId)
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
