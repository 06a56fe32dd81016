import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
      }
      controller.close()
    },
  })
}

async function collect(lines: AsyncGenerator<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

test('lines cut anywhere between chunks come out whole, blank ones included', async () => {
  const lines = await collect(readLines(streamOf('{"a"', ':1}\n\n{"b":', '2}\n'), 1000))
  expect(lines).toEqual(['{"a":1}', '', '{"b":2}'])
})

test('a character cut between chunks is not broken', async () => {
  const bytes = new TextEncoder().encode('é\n')
  expect(await collect(readLines(streamOf(bytes.slice(0, 1), bytes.slice(1)), 1000))).toEqual(['é'])
})

test('a silent stream is given up', async () => {
  const silent = new ReadableStream<Uint8Array>({})
  await expect(collect(readLines(silent, 5))).rejects.toThrow('Nothing came')
})

test('a line without end is refused', async () => {
  await expect(collect(readLines(streamOf('x'.repeat(20_000)), 1000))).rejects.toThrow('too long')
})

test('a consumer that stops early ends the request', async () => {
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('one\ntwo\n')),
    cancel: () => {
      cancelled = true
    },
  })
  for await (const line of readLines(stream, 1000)) {
    expect(line).toBe('one')
    break
  }
  expect(cancelled).toBe(true)
})
