import type { Engine } from '../../../../analysis/engine.ts'
import { guideFace } from '../../../../analysis/face/guide-face.ts'
import { readLight } from '../../../../analysis/liveness/read-light.ts'
import type { LightColour, LightFacts } from '../../../../domain/faces/light.ts'
import { SignalWatch } from '../../../../server/capture/signals/watch-signals.ts'
import { filmLight } from './film-light.ts'
import type { LitStage } from './lit-stage.ts'

/** Films and watches as the server does. */
export async function seeLight(
  engine: Engine,
  stage: LitStage,
  filming: { order: LightColour[]; roomLux: number; seed: number },
): Promise<LightFacts | null> {
  const { shown, frames } = await filmLight(stage, filming)
  const watch = new SignalWatch()
  for (const { image, timeMs } of frames) {
    const light = shown.findLast(({ fromMs }) => fromMs <= timeMs)?.colour ?? null
    const { tints = null, pose } = await guideFace(engine, image, { scene: 'face', turn: null, light: 'red' })
    const frame = { image, mediaTimeMs: timeMs, receivedAtMs: timeMs }
    watch.see({ frame, timeMs, pose, turn: null, light, tints })
  }
  const signals = watch.signals().light
  return signals ? readLight(filming.order, signals) : null
}
