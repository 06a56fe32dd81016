import { describe, expect, it } from 'vitest'
import type { Segment, SegmentName, Segments } from '../film/segment.ts'
import { FilmPlayer } from './film-player.ts'

const NAMES: SegmentName[] = ['document-front', 'face-straight', 'face-left', 'face-right']
const FRAME_MS = 50
const SEGMENT_MS = 200

/** Four frames each; the first byte tells the segment. */
function segment(name: SegmentName): Segment {
  const frames = [0, 1, 2, 3].map((index) => ({
    timeMs: index * FRAME_MS,
    kind: index === 0 ? ('key' as const) : ('delta' as const),
    temporalLayer: 0,
    data: Uint8Array.of(NAMES.indexOf(name), index),
  }))
  return { durationMs: SEGMENT_MS, frames }
}

const SEGMENTS: Segments = Object.fromEntries(NAMES.map((name) => [name, segment(name)]))

/** What is played from a time to another, looked at every 10 ms, as `segment frame` words. */
function play(player: FilmPlayer, fromMs: number, toMs: number): string[] {
  const played: string[] = []
  for (let nowMs = fromMs; nowMs < toMs; nowMs += 10) {
    for (const { frame } of player.take(nowMs)) played.push(`${NAMES[frame.data[0]]} ${frame.data[1]}`)
  }
  return played
}

describe('FilmPlayer', () => {
  it('loops a scene in real time, each frame once', () => {
    const player = new FilmPlayer(SEGMENTS, 'document-front')
    expect(play(player, 0, 390)).toEqual([0, 1, 2, 3, 0, 1, 2, 3].map((index) => `document-front ${index}`))
  })

  it('gives all frames that became due while nobody looked', () => {
    const player = new FilmPlayer(SEGMENTS, 'document-front')
    player.take(0)
    expect(player.take(310).map(({ dueAtMs }) => dueAtMs)).toEqual([50, 100, 150, 200, 250, 300])
  })

  it('changes the scene at once, with a key frame', () => {
    const player = new FilmPlayer(SEGMENTS, 'document-front')
    play(player, 0, 60)
    player.show('face')
    expect(play(player, 60, 80)).toEqual(['face-straight 0'])
  })

  it('makes a turn once when it is asked and looks straight after it', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    play(player, 0, 60)
    player.ask('left')
    const played = play(player, 60, 500)
    expect(played.slice(0, 5)).toEqual([
      'face-left 0',
      'face-left 1',
      'face-left 2',
      'face-left 3',
      'face-straight 0',
    ])
    expect(played.filter((word) => word === 'face-left 0')).toHaveLength(1)
  })

  it('makes a turn again that is still asked after a pause, and another one at once', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    player.ask('right')
    expect(play(player, 0, 1690)).not.toContain('face-left 0')
    expect(play(player, 1690, 1720)).toContain('face-right 0')
    player.ask('left')
    expect(play(player, 1720, 2200)).toContain('face-left 0')
  })

  it('makes the same turn again at once when it was not asked in between', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    player.ask('left')
    play(player, 0, 300)
    player.ask(null)
    player.ask('left')
    expect(play(player, 300, 310)).toEqual(['face-left 0'])
  })

  it('begins anew with its key frame on request, but not again while that is on its way', () => {
    const player = new FilmPlayer(SEGMENTS, 'document-front')
    play(player, 0, 300)
    player.restart(460)
    expect(play(player, 460, 470)).toEqual(['document-front 0'])
    player.restart(520)
    expect(play(player, 520, 530)).toEqual(['document-front 1'])
  })

  it('says which segment a film lacks', () => {
    expect(() => new FilmPlayer(SEGMENTS, 'document-back').take(0)).toThrow('The film has no document-back')
  })
})
