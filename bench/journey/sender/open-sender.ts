import { randomInt } from 'node:crypto'
import {
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpSender,
  RtpHeader,
  RtpPacket,
  useAbsSendTime,
  useSdesMid,
  useTransportWideCC,
} from 'werift'
import type { DueFrame, FilmPlayer } from './film-player.ts'
import { PacketPacer } from './packet-pacer.ts'
import { Vp8Packetizer } from './vp8-packetizer.ts'

/** RTP clock of video, ticks a ms (RFC 7741 §6.1). */
const TICKS_PER_MS = 90
/** How often it is looked for what is due, ms. */
const TICK_MS = 5
/** A connection that is not up by now will not come up, ms; the capture app waits as long. */
const CONNECT_TIMEOUT_MS = 8000

/** What a sender plays and how it reaches the server. */
export interface SenderOptions {
  player: FilmPlayer
  /** Posts a WHIP offer (RFC 9725 §4.2); gives the answer's SDP. */
  postOffer(offerSdp: string): Promise<string>
}

/** A publisher that sends encoded film, without a browser. */
export interface WebrtcSender {
  /** Packets and frames sent; key frames and packets that the server asked for. */
  stats(): { packets: number; frames: number; keyFramesAsked: number; packetsAskedAgain: number }
  close(): Promise<void>
}

/** Offers video, waits for the connection and plays from then on. Throws an Error when none comes up. */
export async function openSender({ player, postOffer }: SenderOptions): Promise<WebrtcSender> {
  const connection = new RTCPeerConnection(configure())
  try {
    const { sender } = connection.addTransceiver('video', { direction: 'sendonly' })
    await connection.setLocalDescription(await connection.createOffer())
    const answer = await postOffer(connection.localDescription?.sdp ?? '')
    const connected = waitUntilConnected(connection)
    await connection.setRemoteDescription({ type: 'answer', sdp: withoutSources(answer) })
    await connected
    return play({ connection, sender, player })
  } catch (fault) {
    await connection.close()
    throw fault
  }
}

function configure(): ConstructorParameters<typeof RTCPeerConnection>[0] {
  const rtcpFeedback = [
    { type: 'nack' },
    { type: 'nack', parameter: 'pli' },
    { type: 'ccm', parameter: 'fir' },
    { type: 'transport-cc' },
  ]
  return {
    iceServers: [],
    iceUseIpv6: false,
    codecs: {
      audio: [],
      video: [
        new RTCRtpCodecParameters({ mimeType: 'video/VP8', clockRate: 90_000, rtcpFeedback }),
        new RTCRtpCodecParameters({ mimeType: 'video/rtx', clockRate: 90_000 }),
      ],
    },
    headerExtensions: { video: [useSdesMid(), useAbsSendTime(), useTransportWideCC()] },
  }
}

/** The server sends nothing, yet the stack would take key frame requests for its named source, and drop them. */
function withoutSources(answer: string): string {
  return answer
    .split('\r\n')
    .filter((line) => !line.startsWith('a=ssrc'))
    .join('\r\n')
}

function waitUntilConnected(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`No connection to the server: ${connection.connectionState}`))
    const timer = setTimeout(fail, CONNECT_TIMEOUT_MS)
    connection.connectionStateChange.subscribe((state) => {
      if (state !== 'connected' && state !== 'failed') return
      clearTimeout(timer)
      if (state === 'connected') resolve()
      else fail()
    })
  })
}

function play(parts: {
  connection: RTCPeerConnection
  sender: RTCRtpSender
  player: FilmPlayer
}): WebrtcSender {
  const { connection, sender, player } = parts
  const stream = new RtpStream()
  const pacer = new PacketPacer<RtpPacket>()
  const counts = { packets: 0, frames: 0, keyFramesAsked: 0, packetsAskedAgain: 0 }
  sender.onPictureLossIndication.subscribe(() => {
    counts.keyFramesAsked++
    player.restart(performance.now())
  })
  sender.onGenericNack.subscribe(({ lost }) => {
    counts.packetsAskedAgain += lost.length
  })
  const timer = setInterval(() => {
    const nowMs = performance.now()
    for (const due of player.take(nowMs)) {
      counts.frames++
      pacer.add(stream.packetize(due))
    }
    for (const packet of pacer.take(nowMs)) {
      counts.packets++
      sender.sendRtp(packet).catch(() => undefined)
    }
  }, TICK_MS)
  return {
    stats: () => ({ ...counts }),
    close: async () => {
      clearInterval(timer)
      await connection.close()
    },
  }
}

/** Numbers and times of one RTP stream (RFC 3550 §5.1); both begin at random. */
class RtpStream {
  readonly #packetizer = new Vp8Packetizer()
  readonly #firstTicks = randomInt(2 ** 32)
  #sequenceNumber = randomInt(2 ** 16)

  packetize({ frame, dueAtMs }: DueFrame): RtpPacket[] {
    const payloads = this.#packetizer.next(frame)
    const timestamp = (this.#firstTicks + Math.round(dueAtMs * TICKS_PER_MS)) % 2 ** 32
    return payloads.map((payload, index) => {
      this.#sequenceNumber = (this.#sequenceNumber + 1) % 2 ** 16
      const marker = index === payloads.length - 1
      const header = new RtpHeader({ sequenceNumber: this.#sequenceNumber, timestamp, marker })
      return new RtpPacket(header, payload)
    })
  }
}
