import type { PublishAnswer } from '../api/capture-api.ts'
import { MediaFailure } from './media-failure.ts'

/** Host candidates gather in about 150 ms; what has not come by then is not worth the wait. */
const GATHERING_LIMIT_MS = 500
/** A connection that is not up by now will not come up. */
const CONNECT_TIMEOUT_MS = 8000
/** A short gap heals by itself; a longer one needs a new session. */
const DISCONNECTED_LIMIT_MS = 2500

/** A running WHIP session (RFC 9725) that sends one video track. */
export interface WhipSession {
  /** Sends another camera's track from now on, without a new negotiation. */
  replaceTrack(track: MediaStreamTrack): Promise<void>
  /** Ends the session here; `location` is what ends it at the server. */
  close(): void
  readonly location: string
}

/** How a session is opened and what it reports. */
export interface WhipOpening {
  stream: MediaStream
  postOffer(offerSdp: string): Promise<PublishAnswer>
  /** Called once, when a session that stood is lost. Not called after close(). */
  onLost(): void
}

/**
 * Offers the stream's video, waits until media can flow. Throws what `postOffer` throws, or MediaFailure
 * when the connection does not come up in time.
 */
export async function openWhipSession(opening: WhipOpening): Promise<WhipSession> {
  const connection = new RTCPeerConnection({ iceServers: [] })
  try {
    const sender = addVideo(connection, opening.stream)
    await connection.setLocalDescription(await connection.createOffer())
    await gatherCandidates(connection)
    const { answerSdp, location } = await opening.postOffer(connection.localDescription?.sdp ?? '')
    await connection.setRemoteDescription({ type: 'answer', sdp: answerSdp })
    await waitUntilConnected(connection)
    const stopWatching = watchForLoss(connection, opening.onLost)
    return {
      location,
      replaceTrack: (track) => sender.replaceTrack(track),
      close: () => {
        stopWatching()
        connection.close()
      },
    }
  } catch (fault) {
    connection.close()
    throw fault
  }
}

function addVideo(connection: RTCPeerConnection, stream: MediaStream): RTCRtpSender {
  const [track] = stream.getVideoTracks()
  const transceiver = addLayered(connection, track, stream)
  preferVp8(transceiver)
  return transceiver.sender
}

/** Three temporal layers let the server decode only the base one; a browser without them sends one layer. */
function addLayered(connection: RTCPeerConnection, track: MediaStreamTrack, stream: MediaStream) {
  const plain: RTCRtpTransceiverInit = { direction: 'sendonly', streams: [stream] }
  try {
    // scalabilityMode: W3C webrtc-svc §4.1, absent from the DOM types.
    const layered = [{ scalabilityMode: 'L1T3' } as RTCRtpEncodingParameters]
    return connection.addTransceiver(track, { ...plain, sendEncodings: layered })
  } catch {
    return connection.addTransceiver(track, plain)
  }
}

function preferVp8(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? []
  const named = (name: string) => codecs.filter((codec) => codec.mimeType.toLowerCase() === name)
  const wanted = [...named('video/vp8'), ...named('video/rtx')]
  if (named('video/vp8').length === 0) return
  try {
    transceiver.setCodecPreferences(wanted)
  } catch {
    // The browser's own order stays; the server picks VP8 out of it.
  }
}

function gatherCandidates(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GATHERING_LIMIT_MS)
    const check = () => {
      if (connection.iceGatheringState !== 'complete') return
      clearTimeout(timer)
      resolve()
    }
    connection.addEventListener('icegatheringstatechange', check)
    check()
  })
}

function waitUntilConnected(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new MediaFailure('The connection did not come up in time')),
      CONNECT_TIMEOUT_MS,
    )
    const check = () => {
      if (connection.connectionState === 'connected') resolve()
      else if (connection.connectionState === 'failed') reject(new MediaFailure('The connection failed'))
      else return
      clearTimeout(timer)
    }
    connection.addEventListener('connectionstatechange', check)
    check()
  })
}

function watchForLoss(connection: RTCPeerConnection, onLost: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const lose = () => {
    stop()
    onLost()
  }
  const check = () => {
    clearTimeout(timer)
    if (connection.connectionState === 'failed') lose()
    else if (connection.connectionState === 'disconnected') timer = setTimeout(lose, DISCONNECTED_LIMIT_MS)
  }
  const stop = () => {
    clearTimeout(timer)
    connection.removeEventListener('connectionstatechange', check)
    window.removeEventListener('offline', lose)
  }
  connection.addEventListener('connectionstatechange', check)
  window.addEventListener('offline', lose)
  return stop
}
