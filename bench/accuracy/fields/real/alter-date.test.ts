import { expect, it } from 'vitest'
import { fakeLine } from '../../../../test/fakes/pixels/fake-line.ts'
import { alterDate } from './alter-date.ts'

it('puts two digits of a date in each other places, and alters nothing else', () => {
  const line = fakeLine('12.08.1974', { left: 10, top: 2 })
  const width = Math.ceil(line.right) + 10
  const card = { width, height: Math.ceil(line.bottom) + 4, data: new Uint8Array(0) }
  const columns = {
    ...card,
    data: Uint8Array.from({ length: width * card.height * 3 }, (_, i) => Math.floor(i / 3) % width),
  }
  const altered = alterDate(columns, line, 'birthDate')
  const changed = [...(altered?.data ?? [])].flatMap((level, i) =>
    level === columns.data[i] ? [] : [Math.floor(i / 3) % width],
  )
  const at = (index: number) => line.left + line.positions[index] * (line.right - line.left)
  expect(Math.min(...changed)).toBeGreaterThan(at(7))
  expect(new Set(changed.filter((x) => x < at(8) + 1)).size).toBeGreaterThan(2)
  expect(alterDate(columns, fakeLine('11.11.1111', { left: 10, top: 2 }), 'birthDate')).toBeNull()
})
