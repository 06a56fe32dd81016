import type { CaptureApi } from '../api/capture-api.ts'
import { closeCamera, openCamera, type PlannedScene } from '../camera/open-camera.ts'
import { openWhipSession, type WhipSession } from './whip-session.ts'

/** Taking leave of the server must not hold up the applicant when the network is gone. */
const LONGEST_GOODBYE_MS = 1500

/** What can break while filming. */
export type Loss = 'connection' | 'camera'

/**
 * Holds the camera and the one WHIP session of an attempt: scenes follow each other in the same
 * session, a scene on the other camera replaces its track.
 */
export class Publisher {
  private readonly api: CaptureApi
  private readonly token: string
  private stream: MediaStream | null = null
  private facing: PlannedScene['facing'] | null = null
  private session: WhipSession | null = null
  private listener: (loss: Loss) => void = () => {}
  private isClosed = false

  constructor(api: CaptureApi, token: string) {
    this.api = api
    this.token = token
  }

  /** Gives the camera for a scene, opening it when it is not the one that runs. Throws CameraFailure. */
  async useCamera(scene: PlannedScene): Promise<MediaStream> {
    if (this.stream && this.facing === scene.facing && isRunning(this.stream)) return this.stream
    // Phones run one camera at a time: the old one stops before the new one is asked for.
    closeCamera(this.stream)
    this.stream = null
    const stream = await openCamera(scene)
    if (this.isClosed) {
      closeCamera(stream)
      return never()
    }
    this.stream = stream
    this.facing = scene.facing
    const [track] = stream.getVideoTracks()
    track.addEventListener('ended', () => this.stream === stream && this.listener('camera'))
    await this.session?.replaceTrack(track)
    return stream
  }

  /** Makes sure that the camera's picture flows to the server. Throws ApiFailure or MediaFailure. */
  async connect(): Promise<void> {
    if (this.session || !this.stream) return
    const session = await openWhipSession({
      stream: this.stream,
      postOffer: (sdp) => this.api.publish(this.token, sdp),
      onLost: () => this.lose(),
    })
    this.session = session
    if (!this.isClosed) return
    await this.disconnect()
    await never()
  }

  /** Names who is told of a loss from now on; one listener at a time. */
  onLoss(listener: (loss: Loss) => void): void {
    this.listener = listener
  }

  /** Ends the session, here and at the server; the camera stays open. */
  async disconnect(): Promise<void> {
    const { session } = this
    this.session = null
    session?.close()
    if (!session) return
    const goodbye = this.api.unpublish(this.token, session.location).catch(() => {})
    await Promise.race([goodbye, new Promise((resolve) => setTimeout(resolve, LONGEST_GOODBYE_MS))])
  }

  /** Ends the session and puts out the camera, for good. */
  async close(): Promise<void> {
    const { stream } = this
    this.isClosed = true
    this.stream = null
    closeCamera(stream)
    await this.disconnect()
  }

  private lose(): void {
    // The server hears of it when the network allows; else its own timer ends the session.
    void this.disconnect()
    this.listener('connection')
  }
}

function isRunning(stream: MediaStream): boolean {
  return stream.getVideoTracks().some((track) => track.readyState === 'live')
}

/** For a publisher that was closed meanwhile: the applicant is leaving, and whoever waits must not go on. */
function never(): Promise<never> {
  return new Promise(() => {})
}
