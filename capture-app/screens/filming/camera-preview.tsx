import { useEffect, useRef, useState } from 'preact/hooks'
import type { TurnSide } from '../../../domain/challenge.ts'
import { isMirrored } from '../../camera/is-mirrored.ts'
import { ActionButton } from '../../elements/action-button.tsx'
import { useMessages } from '../../language/use-messages.ts'
import type { GuideShape } from './guide-box.ts'
import { GuideOverlay } from './guide-overlay.tsx'
import { styleOfBox } from './style-of-box.ts'
import { usePreviewBox } from './use-preview-box.ts'
import './camera-preview.css'

/** The camera's picture with the guide frame over it. Only the preview is mirrored, never what is sent. */
export function CameraPreview(props: {
  stream: MediaStream | null
  shape: GuideShape
  progress: number
  turn: TurnSide | null
  tone: 'plain' | 'good' | 'turn'
  ghost: 'front' | 'back' | 'none'
}) {
  const { filming } = useMessages()
  const room = useRef<HTMLDivElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const box = usePreviewBox(room, video)
  const [needsPress, play] = usePlaying(video, props.stream)
  const { stream, ...guide } = props
  return (
    <div class="preview" ref={room}>
      <video
        ref={video}
        class="preview-video"
        style={box ? styleOfBox(box) : undefined}
        data-mirrored={stream !== null && isMirrored(stream)}
        aria-label={filming.preview}
        autoplay
        muted
        playsInline
      />
      {box && <GuideOverlay box={box} {...guide} />}
      {needsPress && (
        <div class="preview-press">
          <ActionButton onPress={play}>{filming.showPicture}</ActionButton>
        </div>
      )}
    </div>
  )
}

/** Plays the stream; some webviews play only after a press, which the first value then asks for. */
function usePlaying(
  video: { readonly current: HTMLVideoElement | null },
  stream: MediaStream | null,
): [needsPress: boolean, play: () => void] {
  const [needsPress, setNeedsPress] = useState(false)
  const play = () => {
    video.current?.play().then(
      () => setNeedsPress(false),
      (fault) => setNeedsPress(fault instanceof Error && fault.name === 'NotAllowedError'),
    )
  }
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = stream
    if (stream) play()
    return () => {
      element.srcObject = null
    }
  }, [stream])
  return [needsPress, play]
}
