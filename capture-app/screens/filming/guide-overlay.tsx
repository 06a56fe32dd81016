import type { TurnSide } from '../../../domain/challenge.ts'
import { useMessages } from '../../language/use-messages.ts'
import { type GuideShape, guideBox } from './guide-box.ts'
import type { PreviewBox } from './preview-box.ts'
import { styleOfBox } from './style-of-box.ts'

/** Corner of the card frame, CSS pixels. */
const CORNER = 18
/** Half of the turn arrow's disc, CSS pixels; smaller where the picture is small. */
const LARGEST_DISC = 36
/** Between the oval and the disc, where there is room. */
const DISC_GAP = 14

/** Darkens what lies outside the guide frame, draws progress along its edge, and the turn arrow. */
export function GuideOverlay(props: {
  box: PreviewBox
  shape: GuideShape
  progress: number
  turn: TurnSide | null
  tone: 'plain' | 'good' | 'turn'
  ghost: 'front' | 'back' | 'none'
}) {
  const { filming } = useMessages()
  const { box } = props
  const guide = guideBox(box, props.shape)
  const outline = props.shape === 'face' ? ovalPath(guide) : cardPath(guide)
  const percent = Math.round(Math.min(1, Math.max(0, props.progress)) * 100)
  return (
    <>
      <svg
        class="guide"
        data-tone={props.tone}
        style={styleOfBox(box)}
        viewBox={`0 0 ${box.width} ${box.height}`}
        aria-hidden="true"
      >
        <path
          class="guide-mask"
          fill-rule="evenodd"
          d={`${cardPath({ ...box, left: 0, top: 0 })} ${outline}`}
        />
        <path class="guide-edge" d={outline} />
        {props.ghost !== 'none' && <Ghost guide={guide} side={props.ghost} shape={props.shape} />}
        <path
          class="guide-progress"
          d={outline}
          pathLength={100}
          stroke-dasharray="100"
          stroke-dashoffset={100 - percent}
          data-empty={percent === 0}
        />
        {props.turn && <TurnArrow side={props.turn} guide={guide} />}
      </svg>
      <div
        class="visually-hidden"
        role="progressbar"
        aria-label={filming.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      />
    </>
  )
}

/** Where the parts of the document should come to lie: photo and lines, so that the side is plain. */
function Ghost({ guide, side, shape }: { guide: PreviewBox; side: 'front' | 'back'; shape: GuideShape }) {
  const at = (x: number, y: number) => `${guide.left + guide.width * x} ${guide.top + guide.height * y}`
  const line = (y: number, from: number, to: number) => `M${at(from, y)}L${at(to, y)}`
  const zone = shape === 'passport-page' ? [0.84, 0.92] : [0.7, 0.79, 0.88]
  const hasZone = side === 'back' || shape === 'passport-page'
  const hasPhoto = side === 'front'
  const photo = `M${at(0.07, 0.18)}L${at(0.31, 0.18)}L${at(0.31, 0.68)}L${at(0.07, 0.68)}Z`
  const lines = [0.24, 0.36, 0.48].map((y) => line(y, hasPhoto ? 0.4 : 0.07, hasPhoto ? 0.85 : 0.6))
  return (
    <path
      class="guide-ghost"
      d={[hasPhoto ? photo : '', ...lines, ...(hasZone ? zone.map((y) => line(y, 0.06, 0.94)) : [])].join('')}
    />
  )
}

/** Points to the applicant's own side: the preview of the camera that looks at them is a mirror. */
function TurnArrow({ side, guide }: { side: TurnSide; guide: PreviewBox }) {
  const radius = Math.min(LARGEST_DISC, guide.width * 0.28)
  // Beside the oval; over its edge only where the picture is too narrow.
  const fromEdge = Math.max(radius + DISC_GAP / 2, guide.left - radius - DISC_GAP)
  const x = side === 'left' ? fromEdge : 2 * guide.left + guide.width - fromEdge
  const y = guide.top + guide.height / 2
  const arrow = side === 'left' ? 'M14 0H-14M-3-12-15 0-3 12' : 'M-14 0H14M3-12 15 0 3 12'
  return (
    <g transform={`translate(${x} ${y}) scale(${radius / LARGEST_DISC})`}>
      <g class="turn-moving" data-side={side}>
        <circle class="turn-disc" r={LARGEST_DISC} />
        <path class="turn-arrow" d={arrow} />
      </g>
    </g>
  )
}

/** A rounded rectangle that starts at the middle of its top, clockwise. */
function cardPath({ left, top, width, height }: PreviewBox): string {
  const c = CORNER
  return (
    `M${left + width / 2} ${top}H${left + width - c}a${c} ${c} 0 0 1 ${c} ${c}V${top + height - c}` +
    `a${c} ${c} 0 0 1 ${-c} ${c}H${left + c}a${c} ${c} 0 0 1 ${-c} ${-c}V${top + c}a${c} ${c} 0 0 1 ${c} ${-c}Z`
  )
}

/** An ellipse that starts at its top, clockwise. */
function ovalPath({ left, top, width, height }: PreviewBox): string {
  const [rx, ry] = [width / 2, height / 2]
  return `M${left + rx} ${top}a${rx} ${ry} 0 0 1 0 ${height}a${rx} ${ry} 0 0 1 0 ${-height}Z`
}
