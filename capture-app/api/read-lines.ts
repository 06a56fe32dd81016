/** A longer line is not one of ours: reading stops rather than collect it. */
const LONGEST_LINE_CHARACTERS = 16_384

/**
 * The lines of a stream of UTF-8 text, without their ends, as they come; blank lines included.
 * Throws when a line passes the limit, when the stream fails, or when nothing comes for `silenceMs`.
 */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silenceMs)
      if (done) return
      const pieces = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = pieces.pop() ?? ''
      if (rest.length > LONGEST_LINE_CHARACTERS) throw new Error('A line of the stream is too long')
      yield* pieces
    }
  } finally {
    // Also reached when the consumer stops early: the request must not stay open.
    reader.cancel().catch(() => {})
  }
}

function within<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nothing came for ${timeoutMs} ms`)), timeoutMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
