import type { LiveMessage } from '../../../domain/capture-plan.ts'
import type { TurnChallenge } from '../../../domain/challenge.ts'

/** A face scene, and what it asks. */
interface AskingScene {
  id: number
  challenge: TurnChallenge | null
}

type RenewChallenge = (scene: { id: number; challenge: TurnChallenge }) => Promise<TurnChallenge>

/** The challenges of one attempt: another for each recording, but none in place of one of which nothing was asked. */
export class AskedChallenges {
  readonly #renew: RenewChallenge
  /** They are drawn one after the other: the one that is kept is of the scene begun last. */
  #drawing: Promise<unknown> = Promise.resolve()
  /** The next recording of its scene asks it. */
  #unasked: { sceneId: number; challenge: TurnChallenge } | null = null

  constructor(renew: RenewChallenge) {
    this.#renew = renew
  }

  /** Notes what a page is told: a colour or a turn shows something of the challenge. */
  hear(message: LiveMessage): void {
    const isAsked =
      (message.type === 'light' && message.colour !== null) ||
      (message.type === 'turn' && message.turn !== null)
    if (isAsked) this.#unasked = null
  }

  /** What the recording that begins asks. Rejects as keeping it does. */
  async draw({ id, challenge }: AskingScene): Promise<TurnChallenge> {
    if (!challenge) throw new Error(`Scene ${id} asks for nothing`)
    const drawn = this.#drawing.then(async () => {
      if (this.#unasked?.sceneId === id) return this.#unasked.challenge
      const renewed = await this.#renew({ id, challenge })
      this.#unasked = { sceneId: id, challenge: renewed }
      return renewed
    })
    this.#drawing = drawn.catch(() => undefined)
    return await drawn
  }
}
