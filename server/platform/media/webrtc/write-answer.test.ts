import { describe, expect, it } from 'vitest'
import { writeAnswer } from './write-answer.ts'

const STACK_ANSWER = [
  'v=0',
  'o=- 1 0 IN IP4 0.0.0.0',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=video 40000 UDP/TLS/RTP/SAVPF 96 97',
  'a=candidate:1 1 udp 1 127.0.0.1 40000 typ host',
  'a=end-of-candidates',
  'a=ice-lite',
  'a=ice-options:trickle',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
].join('\r\n')

describe('writeAnswer', () => {
  const answer = writeAnswer(STACK_ANSWER, { addresses: ['203.0.113.7', '10.0.0.2'], port: 40_001 })

  it('says ICE lite before the first section, where browsers look for it', () => {
    expect(answer.match(/a=ice-lite/g)).toHaveLength(1)
    expect(answer.indexOf('a=ice-lite')).toBeLessThan(answer.indexOf('m=video'))
  })

  it('lists our addresses alone, the first preferred, and that there are no more', () => {
    const candidates = answer.split('\r\n').filter((line) => line.startsWith('a=candidate:'))
    expect(candidates).toEqual([
      'a=candidate:1 1 udp 2130706431 203.0.113.7 40001 typ host',
      'a=candidate:2 1 udp 2130706175 10.0.0.2 40001 typ host',
    ])
    expect(answer.endsWith('a=end-of-candidates\r\n')).toBe(true)
  })

  it('has Chromium start at a bitrate that is sharp', () => {
    expect(answer).toContain('a=rtpmap:96 VP8/90000\r\na=fmtp:96 x-google-start-bitrate=2500;')
  })
})
