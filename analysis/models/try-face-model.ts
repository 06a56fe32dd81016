import type { Engine } from '../engine.ts'

/** Sides of the pictures that the layouts make, px. */
const SIDES = { 'dlib-150': 150, 'arcface-112': 112 } as const
/** Fewer numbers tell no two people apart; more are no template. */
const TEMPLATE_NUMBERS = { from: 32, to: 4096 }

/** Runs a face model once on nothing. Throws when it does not take its layout or gives no template. */
export async function tryFaceModel(engine: Engine): Promise<void> {
  const { name, layout } = engine.faceModel
  const side = SIDES[layout]
  const input = { data: new Float32Array(3 * side * side), shape: [1, 3, side, side] }
  const [template] = Object.values(await engine.run('face-embedding', input))
  const numbers = template?.data.length ?? 0
  if (numbers < TEMPLATE_NUMBERS.from || numbers > TEMPLATE_NUMBERS.to) {
    throw new Error(`Face model ${name} gives ${numbers} numbers, which is no template`)
  }
}
