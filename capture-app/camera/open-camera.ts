import type { CapturePlan } from '../../domain/capture-plan.ts'
import { CameraFailure, type CameraProblem } from './camera-problem.ts'

/** A scene as the server plans it: which camera, and the picture size to ask for. */
export type PlannedScene = CapturePlan['scenes'][number]

/** Leaves 7.5 frames a second in the base layer of L1T3; more only costs battery. */
const FRAMES_PER_SECOND = 30

/**
 * Opens the camera a scene needs, without sound. Sizes and side are wishes, so that a device with a
 * single or a smaller camera still films. Throws CameraFailure.
 */
export async function openCamera(scene: PlannedScene): Promise<MediaStream> {
  assertCanFilm()
  const video: MediaTrackConstraints = {
    facingMode: { ideal: scene.facing },
    width: { ideal: scene.width },
    height: { ideal: scene.height },
    frameRate: { ideal: FRAMES_PER_SECOND },
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false })
    // Keeps edges of small print over smooth motion (W3C mst-content-hint §3.2).
    for (const track of stream.getVideoTracks()) track.contentHint = 'detail'
    return stream
  } catch (fault) {
    throw new CameraFailure(problemOf(fault))
  }
}

/** Stops a camera, which also puts out its light. */
export function closeCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

function assertCanFilm(): void {
  const hasCamera = typeof navigator.mediaDevices?.getUserMedia === 'function'
  const canPublish = typeof RTCPeerConnection === 'function'
  if (!window.isSecureContext || !hasCamera || !canPublish) throw new CameraFailure('not-supported')
}

/** Names of Media Capture and Streams §10.3.1; an unknown one most often means a device that fails to start. */
const PROBLEMS: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
  NotFoundError: 'not-found',
  OverconstrainedError: 'not-found',
  TypeError: 'not-supported',
}

function problemOf(fault: unknown): CameraProblem {
  return (fault instanceof Error && PROBLEMS[fault.name]) || 'in-use'
}
