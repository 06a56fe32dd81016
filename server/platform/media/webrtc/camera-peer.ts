import {
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RTCRtpHeaderExtensionParameters,
  type RTCRtpReceiver,
  type RtcpPacket,
  RtcpSrPacket,
  StunProtocol,
  useAbsSendTime,
  useSdesMid,
  useTransportWideCC,
} from 'werift'
import { Problem } from '../../../../domain/problem.ts'
import { COLOR_SPACE_URI, type ColorSpace, readColorSpace } from '../rtp/read-color-space.ts'
import { ReceiverReport } from '../rtp/receiver-report.ts'
import { TransportFeedback } from '../rtp/transport-feedback.ts'
import { writeNack } from '../rtp/write-nack.ts'
import { guardSocket } from './guard-socket.ts'
import type { Offer } from './read-offer.ts'
import { writeOffer } from './write-offer.ts'

/** Time between congestion reports, ms: libwebrtc's own is 50 to 250. */
const FEEDBACK_INTERVAL_MS = 50
/** Time between receiver reports, ms (RFC 3550 §6.2 allows video this often). */
const REPORT_INTERVAL_MS = 1000

/** Bytes the system may hold for us, as far as it allows: 0.2 MB is a quarter second of video, less than a busy second. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024

/** A packet of the publisher's video, decrypted, retransmissions unwrapped. */
export interface PublishedPacket {
  sequenceNumber: number
  timestamp: number
  marker: boolean
  payload: Uint8Array
  colorSpace: ColorSpace | null
}

/** What a peer tells its stream. */
export interface PeerEvents {
  onPacket(packet: PublishedPacket): void
  /** Anything came from the publisher: media, reports, connectivity checks. */
  onAlive(): void
  /** The transport has closed or failed. */
  onClosed(): void
}

/** How to reach out for a publisher. */
export interface PeerOptions {
  /** UDP ports to choose from, both ends included; left out, the system chooses. */
  udpPortRange?: [number, number]
  events: PeerEvents
}

/** One publisher's connection: ICE, DTLS, SRTP, congestion feedback. */
export class CameraPeer {
  /** The stack's answer, before our candidates are written into it. */
  readonly answer: string
  /** Our UDP port. */
  readonly port: number
  readonly #connection: RTCPeerConnection
  readonly #receiver: RTCRtpReceiver
  readonly #feedback = new TransportFeedback()
  readonly #report = new ReceiverReport()
  readonly #timers: NodeJS.Timeout[]
  readonly #ssrc: number

  private constructor(
    parts: { connection: RTCPeerConnection; receiver: RTCRtpReceiver; socket: StunProtocol; answer: string },
    ssrc: number,
  ) {
    this.answer = parts.answer
    this.port = parts.socket.transport.port
    this.#connection = parts.connection
    this.#receiver = parts.receiver
    this.#ssrc = ssrc
    this.#takeOverReports()
    this.#timers = [
      setInterval(() => this.#sendFeedback(), FEEDBACK_INTERVAL_MS).unref(),
      setInterval(() => this.#sendReport(), REPORT_INTERVAL_MS).unref(),
    ]
  }

  /**
   * Answers an offer. Throws `Problem('params_invalid')` when the stack cannot make sense of it and
   * `Problem('unavailable')` when no UDP port is free.
   */
  static async open(offer: Offer, { udpPortRange, events }: PeerOptions): Promise<CameraPeer> {
    const connection = new RTCPeerConnection(configure(udpPortRange))
    try {
      const receiver = await applyOffer(connection, offer, events)
      await connection.setLocalDescription(await connection.createAnswer())
      const answer = connection.localDescription?.sdp
      const socket = findSocket(connection)
      if (!answer || !socket) throw new Problem('unavailable', 'No UDP port is free')
      roomFor(socket)
      const password = connection.iceTransports[0].connection.localPassword
      guardSocket(socket, password, { onAlive: () => events.onAlive() })
      connection.connectionStateChange.subscribe((state) => {
        if (state === 'closed' || state === 'failed') events.onClosed()
      })
      return new CameraPeer({ connection, receiver, socket, answer }, offer.ssrc)
    } catch (error) {
      await connection.close().catch(() => undefined)
      if (error instanceof Problem) throw error
      throw new Problem('params_invalid', 'The offer cannot be answered')
    }
  }

  /** Congestion reports sent. */
  get reports(): number {
    return this.#feedback.reports
  }

  /** Asks for a key frame (picture loss indication, RFC 4585 §6.3.1). */
  requestKeyFrame(): void {
    this.#receiver.sendRtcpPLI(this.#ssrc).catch(() => undefined)
  }

  /** Asks for packets again. */
  requestPackets(missing: number[]): void {
    this.#send(writeNack({ senderSsrc: this.#receiver.rtcpSsrc, mediaSsrc: this.#ssrc, missing }))
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#connection.close()
  }

  /**
   * Congestion feedback: the stack's own reports wrong times and hides losses, so that senders end at a twentieth
   * of the bitrate; an accessor, because the stack makes its object anew at each negotiation. Receiver reports:
   * the stack's own fail for good once its jitter overflows 32 bits.
   */
  #takeOverReports(): void {
    const arrivals = {
      handleTWCC: (sequence: number | undefined) => {
        if (sequence !== undefined) this.#feedback.arrived(sequence, performance.now())
      },
    }
    Object.defineProperty(this.#receiver, 'receiverTWCC', { get: () => arrivals, set: () => undefined })
    this.#receiver.rtcpRunning = true
    this.#receiver.onRtcp.subscribe((packet) => {
      if (packet instanceof RtcpSrPacket && packet.ssrc === this.#ssrc) {
        this.#report.heard(packet.senderInfo.ntpTimestamp, performance.now())
      }
    })
    this.#receiver.track.onReceiveRtp.subscribe(({ header }) =>
      this.#report.arrived(header, performance.now()),
    )
  }

  #sendFeedback(): void {
    const packet = this.#feedback.report(this.#receiver.rtcpSsrc, this.#ssrc)
    if (packet) this.#send(packet)
  }

  #sendReport(): void {
    const senderSsrc = this.#receiver.rtcpSsrc
    const packet = this.#report.write({ senderSsrc, mediaSsrc: this.#ssrc, nowMs: performance.now() })
    if (packet) this.#send(packet)
  }

  #send(bytes: Buffer): void {
    // The stack asks a packet for nothing but its bytes.
    const packet = { serialize: () => bytes } as unknown as RtcpPacket
    this.#receiver.dtlsTransport.sendRtcp([packet]).catch(() => undefined)
  }
}

function configure(
  udpPortRange: PeerOptions['udpPortRange'],
): ConstructorParameters<typeof RTCPeerConnection>[0] {
  const rtcpFeedback = [
    { type: 'nack' },
    { type: 'nack', parameter: 'pli' },
    { type: 'ccm', parameter: 'fir' },
    { type: 'transport-cc' },
  ]
  return {
    iceServers: [],
    // A lite end only answers checks: no packet goes to an address that somebody else named.
    iceLite: true,
    // One socket on all interfaces; the answer lists the addresses it is reached at.
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    ...(udpPortRange ? { icePortRange: udpPortRange } : {}),
    codecs: {
      audio: [],
      video: [
        new RTCRtpCodecParameters({ mimeType: 'video/VP8', clockRate: 90_000, rtcpFeedback }),
        // Without it lost packets stay lost.
        new RTCRtpCodecParameters({ mimeType: 'video/rtx', clockRate: 90_000 }),
      ],
    },
    headerExtensions: {
      video: [
        useSdesMid(),
        useAbsSendTime(),
        useTransportWideCC(),
        new RTCRtpHeaderExtensionParameters({ uri: COLOR_SPACE_URI }),
      ],
    },
  }
}

async function applyOffer(
  connection: RTCPeerConnection,
  offer: Offer,
  events: PeerEvents,
): Promise<RTCRtpReceiver> {
  let receiver: RTCRtpReceiver | null = null
  connection.onRemoteTransceiverAdded.subscribe((transceiver) => {
    receiver = transceiver.receiver
    // The stack's own requests break off for good when a sequence number is lost at its wrap: ours replace them.
    Object.defineProperty(receiver, 'nackEnabled', { value: undefined })
    transceiver.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ header, payload }, extensions) => {
        const { sequenceNumber, timestamp, marker } = header
        const colorSpace = readColorSpace(extensions?.[COLOR_SPACE_URI])
        events.onPacket({ sequenceNumber, timestamp, marker, payload, colorSpace })
      })
    })
  })
  await connection.setRemoteDescription({ type: 'offer', sdp: writeOffer(offer) })
  if (!receiver) throw new Problem('params_invalid', 'The offer has no video that can be received')
  return receiver
}

function findSocket(connection: RTCPeerConnection): StunProtocol | null {
  const sockets: unknown = Reflect.get(connection.iceTransports[0]?.connection ?? {}, 'protocols')
  const [socket] = Array.isArray(sockets) ? sockets : []
  return socket instanceof StunProtocol ? socket : null
}

function roomFor({ transport: { socket } }: StunProtocol): void {
  socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES)
  // The watch notices when nothing comes; an unheard error would end the process.
  socket.on('error', () => undefined)
}
