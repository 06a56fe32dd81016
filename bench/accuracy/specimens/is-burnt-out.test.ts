import { describe, expect, it } from 'vitest'
import { drawnTasks } from './drawn-tasks.ts'

const FILMS = drawnTasks({ films: 2, smearedFilms: 0, frames: 1 })

function film(group: string, kind: string) {
  return FILMS.find((task) => task.group === group && task.name.startsWith(kind))
}

describe('isBurntOut', () => {
  it('tells a reflection that takes characters of the zone', async () => {
    expect(await film('glare', 'id-card')?.isBurntOut?.()).toBe(true)
  })

  it('tells a reflection that lies elsewhere, and a film without one', async () => {
    expect(await film('glare', 'passport')?.isBurntOut?.()).toBe(false)
    expect(await film('none', 'id-card')?.isBurntOut?.()).toBe(false)
  })
})
