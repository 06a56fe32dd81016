import type { ScreenName, Screens, ShownScreen } from './screens.ts'

/**
 * What the applicant sees, one screen at a time. The journey shows a screen and awaits its answer;
 * the page draws what shows and hands back what was pressed.
 */
export class Stage {
  private shown: ShownScreen = { name: 'loading', props: {} }
  private resolve: (answer: unknown) => void = () => {}
  private readonly listeners = new Set<() => void>()
  private isEnded = false

  /** The screen that shows now; a new object whenever it changes. */
  get current(): ShownScreen {
    return this.shown
  }

  /** Shows a screen; resolves with the applicant's answer, never when another screen comes first. */
  show<Name extends ScreenName>(name: Name, props: Screens[Name]['props']): Promise<Screens[Name]['answer']> {
    return new Promise((resolve) => {
      if (this.isEnded) return
      this.resolve = resolve as (answer: unknown) => void
      this.change({ name, props } as ShownScreen)
    })
  }

  /** Changes some of what the screen shows; ignored when another screen has come. */
  update<Name extends ScreenName>(name: Name, changes: Partial<Screens[Name]['props']>): void {
    if (this.shown.name !== name || this.isEnded) return
    this.change({ name, props: { ...this.shown.props, ...changes } } as ShownScreen)
  }

  /** Shows the last screen of the visit; whatever the journey wants to show later is dropped. */
  end<Name extends ScreenName>(name: Name, props: Screens[Name]['props']): void {
    if (this.isEnded) return
    this.resolve = () => {}
    this.change({ name, props } as ShownScreen)
    this.isEnded = true
  }

  /** Takes the applicant's answer; only the first one to a screen counts. */
  answer(answer: unknown): void {
    const { resolve } = this
    this.resolve = () => {}
    resolve(answer)
  }

  /** Calls back on every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private change(shown: ShownScreen): void {
    this.shown = shown
    for (const listener of this.listeners) listener()
  }
}
