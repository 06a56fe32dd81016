import type { Offer } from './read-offer.ts'

/**
 * Writes an offer anew from what was read of it, for the WebRTC stack: nothing a publisher wrote reaches the
 * stack's parser as it came.
 */
export function writeOffer(offer: Offer): string {
  const { mid, iceFragment, icePassword, fingerprint, vp8, ssrc, extensions } = offer
  const types = offer.retransmission === null ? [vp8] : [vp8, offer.retransmission]
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    `m=video 9 UDP/TLS/RTP/SAVPF ${types.join(' ')}`,
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${iceFragment}`,
    `a=ice-pwd:${icePassword}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    // The publisher opens the DTLS connection, as the answer may ask of it (RFC 5763 §5); it does so sooner.
    'a=setup:active',
    `a=mid:${mid}`,
    ...extensions.map(({ id, uri }) => `a=extmap:${id} ${uri}`),
    'a=sendonly',
    'a=rtcp-mux',
    `a=rtpmap:${vp8} VP8/90000`,
    ...['nack', 'nack pli', 'ccm fir', 'transport-cc'].map((feedback) => `a=rtcp-fb:${vp8} ${feedback}`),
    // The stack takes the first source it reads for the video.
    `a=ssrc:${ssrc} cname:publisher`,
    ...writeRetransmission(offer),
  ]
  return `${lines.join('\r\n')}\r\n`
}

function writeRetransmission({ vp8, retransmission, ssrc, retransmissionSsrc }: Offer): string[] {
  if (retransmission === null) return []
  const codec = [`a=rtpmap:${retransmission} rtx/90000`, `a=fmtp:${retransmission} apt=${vp8}`]
  if (retransmissionSsrc === null) return codec
  const source = `a=ssrc:${retransmissionSsrc} cname:publisher`
  return [...codec, `a=ssrc-group:FID ${ssrc} ${retransmissionSsrc}`, source]
}
