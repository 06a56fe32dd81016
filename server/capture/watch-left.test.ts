import { expect, test } from 'vitest'
import { endLeft, type LeftWatch } from './watch-left.ts'

function watchOf(filming: string[]) {
  const asked: string[][] = []
  const ended: string[] = []
  const watch: LeftWatch = {
    live: {
      identificationIds: () => filming,
      end: async (id, reason) => void ended.push(`${id} ${reason}`),
    },
    findLeft: async (ids) => {
      asked.push(ids)
      return ids
        .filter((id) => id === 'b')
        .map((identificationId) => ({ identificationId, status: 'aborted' }))
    },
    log: { error: () => undefined },
  }
  return { watch, asked, ended }
}

test('ends the attempts that were left and no others', async () => {
  const { watch, ended } = watchOf(['a', 'b', 'c'])
  await endLeft(watch)
  expect(ended).toEqual(['b aborted'])
})

test('asks nothing while nobody films', async () => {
  const { watch, asked } = watchOf([])
  await endLeft(watch)
  expect(asked).toEqual([])
})
