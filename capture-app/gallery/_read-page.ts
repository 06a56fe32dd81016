/** What a check of a page needs to know. */
export interface PageReading {
  texts: { text: string; contrast: number; isLarge: boolean }[]
  targets: { text: string; size: number }[]
  width: number
  headings: number
  unnamed: string[]
  focus: string
  language: string
}

/**
 * Reads the page it runs in: contrast of every visible text against the nearest plain background
 * (WCAG 2.2 "contrast ratio"), size of every control, overflow, headings, names and focus. Sent to
 * the browser as it stands, so it holds all it needs.
 */
export function readPage(): PageReading {
  const room = document.querySelector('dialog[open]') ?? document.body
  const elements = [...room.querySelectorAll<HTMLElement>('*')].filter((element) => isVisible(element))
  const controls = elements.filter((element) => element.matches('button, a, input'))
  return {
    texts: elements.filter(hasOwnText).map((element) => {
      const style = getComputedStyle(element)
      const size = Number.parseFloat(style.fontSize)
      const contrast = contrastOf(parseColor(style.color), backgroundOf(element))
      return {
        text: textOf(element),
        contrast,
        isLarge: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
      }
    }),
    targets: controls.map((control) => {
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect()
      return { text: textOf(control), size: Math.min(width, height) }
    }),
    width: document.documentElement.scrollWidth,
    headings: document.querySelectorAll('h1').length,
    unnamed: controls
      .filter((control) => textOf(control.closest('label') ?? control) === '')
      .map((c) => c.outerHTML),
    focus: document.activeElement?.tagName ?? '',
    language: document.documentElement.lang,
  }

  function isVisible(element: HTMLElement): boolean {
    const { width, height } = element.getBoundingClientRect()
    return (
      width > 1 && height > 1 && !element.closest('svg') && getComputedStyle(element).visibility === 'visible'
    )
  }
  function hasOwnText(element: HTMLElement): boolean {
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
  }
  function textOf(element: Element): string {
    return (element.textContent ?? '').trim().slice(0, 60)
  }
  function parseColor(color: string): [number, number, number, number] {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  function backgroundOf(element: Element): [number, number, number, number] {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const color = parseColor(getComputedStyle(at).backgroundColor)
      if (color[3] === 1) return color
    }
    return parseColor(getComputedStyle(document.documentElement).backgroundColor)
  }
  function luminance([red, green, blue]: number[]): number {
    const [r, g, b] = [red, green, blue].map((channel) => {
      const part = channel / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  function contrastOf(one: number[], other: number[]): number {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100
  }
}
