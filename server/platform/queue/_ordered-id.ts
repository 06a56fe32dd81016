import { randomBytes } from 'node:crypto'

/** Values of the 12 bits that follow the milliseconds in a UUID v7. */
const STEPS_PER_MS = 2 ** 12

let lastMs = 0
let step = 0

/**
 * A UUID v7 greater than every one this process made before (RFC 9562 §5.7, with the counter of §6.2 method 1
 * in rand_a), so that what is made in one transaction keeps its order.
 */
export function orderedId(nowMs = Date.now()): string {
  step = nowMs > lastMs ? 0 : step + 1
  lastMs = Math.max(nowMs, lastMs) + (step === STEPS_PER_MS ? 1 : 0)
  step %= STEPS_PER_MS
  const time = lastMs.toString(16).padStart(12, '0')
  const counter = step.toString(16).padStart(3, '0')
  const random = randomBytes(8)
  random[0] = (random[0] & 0x3f) | 0x80
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
