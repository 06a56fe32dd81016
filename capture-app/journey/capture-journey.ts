import type { AbortRequest, CaptureEnd, CapturePlan, CaptureWelcome } from '../../domain/capture-plan.ts'
import { isOpen } from '../../domain/identification.ts'
import { ApiFailure } from '../api/api-failure.ts'
import { beginAttempt, resumeAttempt } from './begin-attempt.ts'
import { filmScenes } from './film-scenes.ts'
import { Leaving, LinkClosed } from './journey-ends.ts'
import type { Filmer, JourneyParts } from './journey-parts.ts'
import { keepTrying, PUBLISH_EXIT } from './keep-trying.ts'
import type { ClosedReason } from './screens.ts'

/** The last screen stands this long before the page is left, so that it can be read. */
const DONE_SHOWN_MS = 1500
/** After this the wait for the answer is explained. */
const SLOW_SENDING_MS = 8000

/**
 * One visit of the applicant, told from top to bottom: open the link, consent, film, finish, go back
 * to who asked. A visit that is reloaded resumes with the attempt this tab remembers.
 */
export class CaptureJourney {
  private readonly parts: JourneyParts
  private welcome: CaptureWelcome | null = null
  private filmer: Filmer | null = null

  constructor(parts: JourneyParts) {
    this.parts = parts
  }

  /** Runs the visit to its end. Never throws: what goes wrong becomes a screen. */
  async run(): Promise<void> {
    for (let next = () => this.tell(); ; ) {
      try {
        return await next()
      } catch (fault) {
        next = () => this.recover(fault)
      }
    }
  }

  /** Ends the identification at the applicant's wish and goes back to who asked. Throws ApiFailure. */
  async leave(request: AbortRequest): Promise<void> {
    const end = await this.parts.api.abort(this.parts.memory.token(), request)
    await this.goBack(end, 'left')
  }

  private async tell(): Promise<void> {
    this.welcome = await this.openLink()
    const resumed = await resumeAttempt(this.parts)
    const plan = resumed ?? (await beginAttempt(this.parts, this.welcome))
    this.filmer ??= this.parts.createFilmer(plan.attemptToken)
    await filmScenes({ parts: this.parts, plan, filmer: this.filmer }, resumed ? 'resumed' : 'first')
    await this.finish(plan)
  }

  private async openLink(): Promise<CaptureWelcome> {
    const welcome = await keepTrying(this.parts.stage, () => this.parts.api.welcome())
    if (isOpen(welcome.status)) return welcome
    this.welcome = welcome
    throw new LinkClosed(welcome.status as ClosedReason, welcome.redirectUrl)
  }

  private async finish(plan: CapturePlan): Promise<void> {
    const { stage, api } = this.parts
    const closing = this.filmer?.close()
    const end = await keepTrying(stage, async () => {
      void stage.show('sending', { pace: 'usual' })
      const timer = setTimeout(() => stage.update('sending', { pace: 'slow' }), SLOW_SENDING_MS)
      await closing
      return api.finish(plan.attemptToken).finally(() => clearTimeout(timer))
    })
    await this.goBack(end, 'finished')
  }

  private async goBack(end: CaptureEnd, outcome: 'finished' | 'left'): Promise<void> {
    const { stage, memory, go } = this.parts
    const { redirectUrl } = end
    memory.forget()
    stage.end('done', { outcome, redirectUrl, requesterName: this.welcome?.requesterName ?? '' })
    void this.filmer?.close()
    await new Promise((resolve) => setTimeout(resolve, DONE_SHOWN_MS))
    go(redirectUrl)
  }

  private async recover(fault: unknown): Promise<void> {
    if (fault instanceof Leaving) return keepTrying(this.parts.stage, () => this.leave(fault.request))
    if (fault instanceof LinkClosed) return this.showClosed(fault.reason, fault.redirectUrl)
    await this.letGo()
    if (fault instanceof ApiFailure && fault.kind === 'superseded') return this.showClosed('replaced', null)
    if (fault instanceof ApiFailure && fault.kind === 'link-closed') return this.showWhyClosed()
    // A token that is not recognized any more: from the beginning, without it.
    if (fault instanceof ApiFailure && fault.kind === 'not-recognized' && this.forgetAttempt())
      return this.tell()
    const answer = await this.parts.stage.show('trouble', {})
    if (answer === 'leave') throw new Leaving(PUBLISH_EXIT)
    void this.parts.stage.show('loading', {})
    return this.tell()
  }

  /** Whether there was an attempt to forget. */
  private forgetAttempt(): boolean {
    const had = this.parts.memory.token() !== null
    this.parts.memory.forget()
    return had
  }

  private async letGo(): Promise<void> {
    const { filmer } = this
    this.filmer = null
    await filmer?.close()
  }

  /** The link was open and is not any more, or never was: the server says which. */
  private async showWhyClosed(): Promise<void> {
    try {
      this.welcome = await this.parts.api.welcome()
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault
      return this.showClosed('unknown', null)
    }
    const { status, redirectUrl } = this.welcome
    await this.showClosed(isOpen(status) ? 'replaced' : (status as ClosedReason), redirectUrl)
  }

  private async showClosed(reason: ClosedReason, redirectUrl: string | null): Promise<void> {
    await this.letGo()
    this.parts.memory.forget()
    const known = redirectUrl ?? (await this.askRedirectUrl())
    const requesterName = this.welcome?.requesterName ?? ''
    this.parts.stage.end('link-closed', { reason, redirectUrl: known, requesterName })
  }

  private async askRedirectUrl(): Promise<string | null> {
    return this.parts.api.welcome().then(
      (welcome) => welcome.redirectUrl,
      () => null,
    )
  }
}
