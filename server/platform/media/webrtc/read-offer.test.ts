import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../domain/problem.ts'
import { readOffer } from './read-offer.ts'
import { writeOffer } from './write-offer.ts'

const FINGERPRINT = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0')).join(':')

/** The lines of a Chromium offer that matter, with some that do not. */
const LINES = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=extmap-allow-mixed',
  'a=msid-semantic: WMS 7b3c',
  'm=video 50123 UDP/TLS/RTP/SAVPF 96 97',
  'c=IN IP4 192.168.1.20',
  'a=candidate:1 1 udp 2113937151 192.168.1.20 50123 typ host generation 0',
  'a=ice-ufrag:Ab1+',
  'a=ice-pwd:abcdefghijklmnopqrstuv12',
  'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${FINGERPRINT}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'a=extmap:4 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'a=sendonly',
  'a=msid:7b3c 1f00',
  'a=rtcp-mux',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 transport-cc',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=ssrc-group:FID 1234567890 987654321',
  'a=ssrc:1234567890 cname:x',
  'a=ssrc:987654321 cname:x',
]

function offer(change: (lines: string[]) => string[] = (lines) => lines): string {
  return `${change([...LINES]).join('\r\n')}\r\n`
}

function replace(start: string, by: string | null): string {
  return offer((lines) =>
    lines.flatMap((line) => (line.startsWith(start) ? (by === null ? [] : [by]) : [line])),
  )
}

describe('readOffer', () => {
  it('reads what a Chromium offer holds', () => {
    expect(readOffer(offer())).toEqual({
      mid: '0',
      iceFragment: 'Ab1+',
      icePassword: 'abcdefghijklmnopqrstuv12',
      fingerprint: FINGERPRINT.toUpperCase(),
      vp8: 96,
      retransmission: 97,
      ssrc: 1234567890,
      retransmissionSsrc: 987654321,
      extensions: [
        { id: 9, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' },
        { id: 2, uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time' },
        { id: 4, uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01' },
      ],
    })
  })

  it('reads an offer without retransmission', () => {
    const plain = offer((lines) => lines.filter((line) => !/^a=\w+:97|FID|:987654321/.test(line)))
    expect(readOffer(plain)).toMatchObject({
      retransmission: null,
      retransmissionSsrc: null,
      ssrc: 1234567890,
    })
  })

  it('passes candidates over, so that no packet goes where an offer says', () => {
    expect(writeOffer(readOffer(offer()))).not.toContain('192.168.1.20')
  })

  it.each([
    ['a second media section', offer((lines) => [...lines, 'm=audio 9 UDP/TLS/RTP/SAVPF 111'])],
    ['no video', replace('m=video', 'm=audio 9 UDP/TLS/RTP/SAVPF 96')],
    ['a data channel alone', replace('m=video', 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel')],
    ['a rejected section', replace('m=video', 'm=video 0 UDP/TLS/RTP/SAVPF 96 97')],
    ['plain RTP', replace('m=video', 'm=video 9 RTP/AVP 96 97')],
    ['both directions', replace('a=sendonly', 'a=sendrecv')],
    ['no VP8', replace('a=rtpmap:96', 'a=rtpmap:96 H264/90000')],
    ['no fingerprint', replace('a=fingerprint', null)],
    ['a short fingerprint', replace('a=fingerprint', 'a=fingerprint:sha-256 AA:BB')],
    ['an old fingerprint', replace('a=fingerprint', 'a=fingerprint:sha-1 AA:BB')],
    ['no ICE password', replace('a=ice-pwd', null)],
    ['a short ICE password', replace('a=ice-pwd', 'a=ice-pwd:short')],
    ['no multiplexed RTCP', replace('a=rtcp-mux', null)],
    ['simulcast', offer((lines) => [...lines, 'a=rid:hi send', 'a=simulcast:send hi'])],
    ['no stream source', offer((lines) => lines.filter((line) => !line.startsWith('a=ssrc')))],
    ['a stream source of 0', replace('a=ssrc-group', 'a=ssrc-group:FID 0 5')],
    ['another document', '<html></html>'],
    ['nothing', ''],
    ['65 kB', offer((lines) => [...lines, `a=x:${'x'.repeat(65_536)}`])],
  ])('refuses %s', (_, sdp) => {
    expect(() => readOffer(sdp)).toThrow(expect.objectContaining({ name: 'Problem', code: 'params_invalid' }))
  })

  it('reads or refuses any text, and writes nothing a line could be slipped into', () => {
    const line = fc.oneof(
      fc.constantFrom(...LINES),
      fc.string({ maxLength: 80 }),
      fc.string({ unit: 'binary' }),
    )
    const mutated = fc.array(fc.tuple(fc.nat(LINES.length - 1), line), { maxLength: 4 }).map((changes) =>
      offer((lines) => {
        for (const [index, text] of changes) lines[index] = text
        return lines
      }),
    )
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ maxLength: 500 })), (sdp) => {
        try {
          const lines = writeOffer(readOffer(sdp)).split('\r\n')
          expect(lines.slice(0, -1).every((written) => /^[a-z]=[^\r\n]*$/.test(written))).toBe(true)
          expect(lines.length).toBeLessThan(40)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
        }
      }),
      { numRuns: 200 },
    )
  })
})
