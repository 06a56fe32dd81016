import { useEffect, useRef, useState } from 'preact/hooks'

/** Screen readers need about this long for a short sentence; faster changes would cut each other off. */
const SHORTEST_GAP_MS = 1500

/** Says a text that changes often to screen readers, at a pace they can follow; invisible. */
export function SpokenText({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('')
  const lastSpokenAt = useRef(0)
  useEffect(() => {
    const waitMs = Math.max(0, lastSpokenAt.current + SHORTEST_GAP_MS - performance.now())
    const timer = setTimeout(() => {
      lastSpokenAt.current = performance.now()
      setSpoken(text)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  )
}
