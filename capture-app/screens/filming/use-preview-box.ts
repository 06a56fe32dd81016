import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type PreviewBox, previewBox } from './preview-box.ts'

/** Follows the sizes of the room and of the camera's picture (which changes when a phone is turned). */
export function usePreviewBox(
  room: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
): PreviewBox | null {
  const [box, setBox] = useState<PreviewBox | null>(null)
  useEffect(() => {
    const roomElement = room.current
    const videoElement = video.current
    if (!roomElement || !videoElement) return
    const measure = () => {
      const { videoWidth, videoHeight } = videoElement
      const { clientWidth, clientHeight } = roomElement
      if (videoWidth === 0 || videoHeight === 0 || clientWidth === 0 || clientHeight === 0) return
      setBox(
        previewBox({ width: clientWidth, height: clientHeight }, { width: videoWidth, height: videoHeight }),
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(roomElement)
    videoElement.addEventListener('resize', measure)
    videoElement.addEventListener('loadedmetadata', measure)
    return () => {
      observer.disconnect()
      videoElement.removeEventListener('resize', measure)
      videoElement.removeEventListener('loadedmetadata', measure)
    }
  }, [room, video])
  return box
}
