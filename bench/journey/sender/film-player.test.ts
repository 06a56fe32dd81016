import { describe, expect, it } from 'vitest'
import type { Segment, SegmentName, Segments } from '../film/segment.ts'
import { FilmPlayer } from './film-player.ts'

const NAMES: SegmentName[] = [
  'document-front',
  'face-straight',
  'face-lit-red',
  'face-left-there',
  'face-left-held',
  'face-left-back',
  'face-right-there',
  'face-right-held',
  'face-right-back',
]
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

/** The segments begun, in order. */
function keyFrames(played: string[]): string[] {
  return played.filter((word) => word.endsWith(' 0')).map((word) => word.split(' ')[0])
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

  it('stands in the light of the screen while it has a colour, until a turn is asked', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    play(player, 0, 60)
    player.light('red')
    expect(play(player, 60, 80)).toEqual(['face-lit-red 0'])
    player.light(null)
    expect(keyFrames(play(player, 80, 100))).toEqual(['face-straight'])
    player.light('red')
    player.ask('left')
    expect(keyFrames(play(player, 100, 120))).toEqual(['face-left-there'])
  })

  it('turns when it is asked, holds, and comes back when something else is asked', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    play(player, 0, 60)
    player.ask('left')
    expect(keyFrames(play(player, 60, 2000))).toEqual([
      'face-left-there',
      ...Array.from({ length: 9 }, () => 'face-left-held'),
    ])
    player.ask(null)
    expect(keyFrames(play(player, 2000, 2400))).toEqual(['face-left-back', 'face-straight'])
  })

  it('finishes a turn and rests a moment though it was seen on its way', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    player.ask('right')
    play(player, 0, 100)
    player.ask(null)
    expect(keyFrames(play(player, 100, 1100))).toEqual([
      ...Array.from({ length: 3 }, () => 'face-right-held'),
      'face-right-back',
      'face-straight',
    ])
  })

  it('does not hold a turn for ever, and makes it again after a pause while it is asked', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    player.ask('right')
    expect(keyFrames(play(player, 0, 5400)).slice(-1)).toEqual(['face-right-back'])
    expect(keyFrames(play(player, 5400, 6890))).not.toContain('face-right-there')
    expect(keyFrames(play(player, 6890, 6910))).toEqual(['face-right-there'])
  })

  it('makes another turn as soon as it is back, and the same one when it was not asked in between', () => {
    const player = new FilmPlayer(SEGMENTS, 'face')
    player.ask('right')
    play(player, 0, 100)
    player.ask('left')
    expect(keyFrames(play(player, 100, 1100))).toContain('face-left-there')
    player.ask(null)
    play(player, 1100, 2500)
    player.ask('left')
    expect(keyFrames(play(player, 2500, 2510))).toEqual(['face-left-there'])
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
