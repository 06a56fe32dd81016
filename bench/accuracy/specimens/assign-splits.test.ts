import { describe, expect, it } from 'vitest'
import { assignSplits, type LabelledPicture } from './assign-splits.ts'
import { readLabels } from './list-specimens.ts'

function picture(source: string, text: string): LabelledPicture {
  return { path: `${source}/${text}`, source, file: text, format: 'TD2', lines: [text] }
}

describe('assignSplits', () => {
  it('holds out every collection that is not for development', () => {
    const [one, other] = assignSplits([picture('passporteye', 'A'), picture('arg0s', 'B')])
    expect([one.split, other.split]).toEqual(['development', 'held-out'])
  })

  it('never holds out a zone that development has seen', () => {
    const [, other] = assignSplits([picture('passporteye', 'A'), picture('arg0s', 'A')])
    expect(other.split).toBe('development')
  })
})

describe('readLabels', () => {
  it('reads the rows with a zone of a known format', () => {
    const table =
      'file,format,line1,line2,line3,how\na.png,TD3,P<UTO,L898,,by eye\nb.png,NONE,,,,"none, seen"\n'
    expect(readLabels(table)).toEqual([{ file: 'a.png', format: 'TD3', lines: ['P<UTO', 'L898'] }])
  })
})
