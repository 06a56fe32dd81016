/**
 * Whether a preview is to be shown as in a mirror: the camera that looks at its user. Desktop cameras
 * do not say where they look; they look at their user.
 */
export function isMirrored(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  return track?.getSettings().facingMode !== 'environment'
}
