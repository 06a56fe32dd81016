import { Problem } from '../../../../domain/problem.ts'
import { COLOR_SPACE_URI } from '../rtp/read-color-space.ts'

/** Largest offer, bytes: Chromium's for one video track is 5 kB. */
const MOST_OFFER_BYTES = 64 * 1024
/** Most lines of an offer: Chromium's has about 130. */
const MOST_LINES = 2000
/** Characters of a token that goes back into SDP text (RFC 8866 §9). */
const TOKEN = /^[\w!#$%&'*+.^`{|}~-]{1,64}$/
/** ICE characters (RFC 8839 §5.4). */
const ICE_FRAGMENT = /^[\w+/]{4,256}$/
const ICE_PASSWORD = /^[\w+/]{22,256}$/
/** SHA-256 of the publisher's certificate (RFC 8122 §5). */
const FINGERPRINT = /^sha-256 ((?:[\dA-F]{2}:){31}[\dA-F]{2})$/i

/** RTP header extensions that are read; all others are declined. */
const EXTENSION_URIS = [
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  COLOR_SPACE_URI,
]

/** What a publisher offers, reduced to what is used of it. */
export interface Offer {
  /** Identification of the video section. */
  mid: string
  iceFragment: string
  icePassword: string
  /** SHA-256 of the DTLS certificate, colon separated hex. */
  fingerprint: string
  /** RTP payload type of VP8. */
  vp8: number
  /** Payload type of its retransmissions (RFC 4588), or null. */
  retransmission: number | null
  /** Stream source of the video, and of its retransmissions. */
  ssrc: number
  retransmissionSsrc: number | null
  extensions: { id: number; uri: string }[]
}

/**
 * Reads a WHIP offer (RFC 9725 §4.2): one video section, send only, VP8, ICE and DTLS. Candidates are passed
 * over: this end only answers (ICE lite, RFC 8445 §2.5), so no packet goes where an offer says.
 * Throws `Problem('params_invalid')`.
 */
export function readOffer(sdp: string): Offer {
  refuseUnless(
    Buffer.byteLength(sdp) <= MOST_OFFER_BYTES,
    `The offer is longer than ${MOST_OFFER_BYTES} bytes`,
  )
  const lines = sdp.split(/\r\n|\n/, MOST_LINES)
  refuseUnless(lines[0] === 'v=0', 'The offer is no session description')
  const media = lines.filter((line) => line.startsWith('m='))
  refuseUnless(media.length === 1, 'The offer has not exactly one media section')
  const section = /^m=video (\d{1,5}) UDP\/TLS\/RTP\/SAVPF [\d ]+$/.exec(media[0])
  refuseUnless(section !== null && section[1] !== '0', 'The offer has no secure video section')
  refuseUnless(lines.includes('a=sendonly'), 'The offer is not send only')
  refuseUnless(lines.includes('a=rtcp-mux'), 'The offer does not multiplex RTCP')
  refuseUnless(!/^a=(rid|simulcast):/m.test(sdp), 'The offer sends several versions of the video')
  return {
    ...readTransport(lines),
    ...readCodecs(lines),
    ...readSources(lines),
    extensions: readExtensions(lines),
  }
}

function readTransport(lines: string[]): Pick<Offer, 'mid' | 'iceFragment' | 'icePassword' | 'fingerprint'> {
  const fingerprint = values(lines, 'fingerprint').map((value) => FINGERPRINT.exec(value)?.[1])
  return {
    mid: firstValue(lines, 'mid', TOKEN),
    iceFragment: firstValue(lines, 'ice-ufrag', ICE_FRAGMENT),
    icePassword: firstValue(lines, 'ice-pwd', ICE_PASSWORD),
    fingerprint: present(fingerprint[0], 'The offer has no SHA-256 fingerprint').toUpperCase(),
  }
}

function readCodecs(lines: string[]): Pick<Offer, 'vp8' | 'retransmission'> {
  const codecs = values(lines, 'rtpmap').map((value) => /^(\d{2,3}) ([\w-]+)\/90000$/.exec(value))
  const vp8 = present(codecs.find((codec) => codec?.[2].toUpperCase() === 'VP8')?.[1], 'The offer has no VP8')
  refuseUnless(Number(vp8) < 128, 'The offer has no VP8')
  const retransmission = codecs.find(
    (codec) => codec?.[2].toLowerCase() === 'rtx' && lines.includes(`a=fmtp:${codec[1]} apt=${vp8}`),
  )?.[1]
  const isUsable = retransmission !== undefined && Number(retransmission) < 128
  return { vp8: Number(vp8), retransmission: isUsable ? Number(retransmission) : null }
}

function readSources(lines: string[]): Pick<Offer, 'ssrc' | 'retransmissionSsrc'> {
  const pair = values(lines, 'ssrc-group').map((value) => /^FID (\d{1,10}) (\d{1,10})$/.exec(value))[0]
  const single = values(lines, 'ssrc').map((value) => /^(\d{1,10}) cname:/.exec(value))[0]
  const ssrc = Number(present(pair?.[1] ?? single?.[1], 'The offer names no stream source'))
  const retransmissionSsrc = pair ? Number(pair[2]) : null
  const areValid = [ssrc, retransmissionSsrc ?? 1].every((source) => source > 0 && source < 2 ** 32)
  refuseUnless(areValid && ssrc !== retransmissionSsrc, 'The offer names no valid stream source')
  return { ssrc, retransmissionSsrc }
}

function readExtensions(lines: string[]): Offer['extensions'] {
  const extensions = values(lines, 'extmap').map((value) => /^(\d{1,2}) (\S+)$/.exec(value))
  return EXTENSION_URIS.flatMap((uri) => {
    const found = extensions.find((extension) => extension?.[2] === uri)
    return found ? [{ id: Number(found[1]), uri }] : []
  })
}

function values(lines: string[], attribute: string): string[] {
  const start = `a=${attribute}:`
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))
}

function firstValue(lines: string[], attribute: string, form: RegExp): string {
  const [value] = values(lines, attribute)
  refuseUnless(value !== undefined && form.test(value), `The offer has no valid ${attribute}`)
  return value
}

function present(value: string | undefined, message: string): string {
  refuseUnless(value !== undefined, message)
  return value
}

function refuseUnless(isFine: boolean, message: string): asserts isFine {
  if (!isFine) throw new Problem('params_invalid', message)
}
