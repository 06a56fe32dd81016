import { RTCPeerConnection, RTCRtpCodecParameters, useSdesMid, useTransportWideCC } from 'werift'

/** Where a fake server's video ends: counted, not looked at. */
export interface MediaSink {
  readonly packets: number
  readonly isClosed: boolean
  close(): Promise<void>
}

/** Answers a WHIP offer with a connection that counts the video packets it receives. */
export async function answerOffer(offerSdp: string): Promise<{ answer: string; sink: MediaSink }> {
  const feedback = [{ type: 'nack', parameter: 'pli' }]
  const vp8 = new RTCRtpCodecParameters({
    mimeType: 'video/VP8',
    clockRate: 90_000,
    rtcpFeedback: feedback,
  })
  const connection = new RTCPeerConnection({
    codecs: { audio: [], video: [vp8] },
    headerExtensions: { video: [useSdesMid(), useTransportWideCC()] },
    iceServers: [],
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
  })
  const sink = { packets: 0, isClosed: false, close: () => close(connection, sink) }
  connection.onRemoteTransceiverAdded.subscribe((transceiver) => {
    transceiver.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(() => {
        sink.packets += 1
      })
    })
  })
  await connection.setRemoteDescription({ type: 'offer', sdp: offerSdp })
  await connection.setLocalDescription(await connection.createAnswer())
  return { answer: connection.localDescription?.sdp ?? '', sink }
}

async function close(connection: RTCPeerConnection, sink: { isClosed: boolean }): Promise<void> {
  if (sink.isClosed) return
  sink.isClosed = true
  await connection.close()
}
