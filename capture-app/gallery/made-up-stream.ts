import type { Subject } from './cases.ts'

const SIZES = { upright: { width: 720, height: 1280 }, wide: { width: 1280, height: 720 } } as const

/** A camera's stream with a drawing of what would lie before it. */
export function madeUpStream(subject: Subject): MediaStream {
  const isWide = subject.endsWith('wide')
  const canvas = Object.assign(document.createElement('canvas'), isWide ? SIZES.wide : SIZES.upright)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No drawing context')
  paintRoom(context)
  if (subject.startsWith('card')) paintCard(context)
  else if (subject.startsWith('face')) paintFace(context)
  const stream = canvas.captureStream(10)
  // A canvas gives frames only while it changes.
  setInterval(() => context.fillRect(0, 0, 1, 1), 100)
  const [track] = stream.getVideoTracks()
  const facingMode = subject.startsWith('face') ? 'user' : 'environment'
  track.getSettings = () => ({ facingMode })
  return stream
}

function paintRoom(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas
  const light = context.createLinearGradient(0, 0, width, height)
  light.addColorStop(0, '#b59a7e')
  light.addColorStop(1, '#7d644d')
  context.fillStyle = light
  context.fillRect(0, 0, width, height)
}

function paintCard(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas
  const w = Math.min(width * 0.88, height * 0.8 * 1.586)
  const h = w / 1.586
  context.save()
  context.translate(width / 2, height / 2)
  context.rotate(-0.02)
  context.translate(-w / 2, -h / 2)
  context.fillStyle = '#dfeaf3'
  context.beginPath()
  context.roundRect(0, 0, w, h, w * 0.035)
  context.fill()
  context.fillStyle = '#9db6cc'
  context.fillRect(w * 0.06, h * 0.22, w * 0.25, h * 0.5)
  context.fillStyle = '#51708f'
  for (const y of [0.24, 0.36, 0.48, 0.6]) context.fillRect(w * 0.38, h * y, w * (0.5 - y / 4), h * 0.035)
  context.font = `700 ${h * 0.09}px sans-serif`
  context.fillText('SPECIMEN', w * 0.06, h * 0.14)
  context.restore()
}

function paintFace(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas
  const r = Math.min(width * 0.25, height * 0.24)
  const [x, y] = [width / 2, height * 0.47]
  const ellipse = (color: string, [dx, dy, rx, ry]: [number, number, number, number]) => {
    context.fillStyle = color
    context.beginPath()
    context.ellipse(x + dx * r, y + dy * r, rx * r, ry * r, 0, 0, Math.PI * 2)
    context.fill()
  }
  ellipse('#3f5f86', [0, 2.9, 2, 1.4])
  ellipse('#d9a884', [0, 1.2, 0.4, 0.7])
  ellipse('#4b3427', [0, -0.25, 1.06, 1.2])
  ellipse('#e6b896', [0, 0.05, 0.92, 1.18])
  ellipse('#2d2320', [-0.34, -0.08, 0.08, 0.06])
  ellipse('#2d2320', [0.34, -0.08, 0.08, 0.06])
  ellipse('#b5705f', [0, 0.62, 0.26, 0.07])
}
