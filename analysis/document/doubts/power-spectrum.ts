/** Strength of each spatial frequency of a square, its side a power of two; rows and columns from frequency 0 on. */
export interface PowerSpectrum {
  data: Float32Array
  side: number
}

/**
 * The power spectrum of a square of levels: the mean is taken out and a Hann window laid over it, so that its rim makes
 * no frequencies of its own. About 15 ms at a side of 256. Throws when the side is no power of two.
 */
export function powerSpectrum(levels: Float32Array, side: number): PowerSpectrum {
  if (!Number.isInteger(Math.log2(side)) || levels.length !== side * side) {
    throw new RangeError(`A square of ${levels.length} levels has no side of ${side}`)
  }
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  const window = Float32Array.from(
    { length: side },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / side),
  )
  const real = levels.map((level, i) => (level - mean) * window[i % side] * window[Math.floor(i / side)])
  const imaginary = new Float32Array(levels.length)
  const plan = planTransform(side)
  for (let line = 0; line < side; line++) {
    transform({ real, imaginary, start: line * side, step: 1 }, plan)
  }
  for (let line = 0; line < side; line++) transform({ real, imaginary, start: line, step: side }, plan)
  return { data: real.map((value, i) => value * value + imaginary[i] * imaginary[i]), side }
}

/** One row or column of the square. */
interface Line {
  real: Float32Array
  imaginary: Float32Array
  start: number
  step: number
}

interface Plan {
  side: number
  /** Where each element goes before the first butterfly. */
  places: Uint16Array
  cosines: Float32Array
  sines: Float32Array
}

function planTransform(side: number): Plan {
  const bits = Math.log2(side)
  const places = Uint16Array.from({ length: side }, (_, index) => {
    let place = 0
    for (let bit = 0; bit < bits; bit++) if (index & (1 << bit)) place |= 1 << (bits - 1 - bit)
    return place
  })
  const turns = (of: (angle: number) => number) =>
    Float32Array.from({ length: side / 2 }, (_, i) => of((2 * Math.PI * i) / side))
  return { side, places, cosines: turns(Math.cos), sines: turns((angle) => -Math.sin(angle)) }
}

/** The fast Fourier transform of a line, in place (Cooley and Tukey, Math. Comp. 19, 1965). */
function transform({ real, imaginary, start, step }: Line, { side, places, cosines, sines }: Plan): void {
  for (let i = 0; i < side; i++) {
    if (places[i] <= i) continue
    const [a, b] = [start + i * step, start + places[i] * step]
    const [keptReal, keptImaginary] = [real[a], imaginary[a]]
    real[a] = real[b]
    imaginary[a] = imaginary[b]
    real[b] = keptReal
    imaginary[b] = keptImaginary
  }
  for (let half = 1; half < side; half *= 2) {
    const stride = side / (2 * half)
    for (let group = 0; group < side; group += 2 * half) {
      for (let i = 0; i < half; i++) {
        const a = start + (group + i) * step
        const b = a + half * step
        const [cosine, sine] = [cosines[i * stride], sines[i * stride]]
        const turnedReal = real[b] * cosine - imaginary[b] * sine
        const turnedImaginary = real[b] * sine + imaginary[b] * cosine
        real[b] = real[a] - turnedReal
        imaginary[b] = imaginary[a] - turnedImaginary
        real[a] += turnedReal
        imaginary[a] += turnedImaginary
      }
    }
  }
}
