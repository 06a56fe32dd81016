import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { App } from '../app.tsx'
import type { ShownScreen } from '../journey/screens.ts'
import { english } from '../language/english.ts'
import { french } from '../language/french.ts'
import { CASES, type GalleryCase } from './cases.ts'
import { madeUpStream } from './made-up-stream.ts'
import './gallery.css'

// The gallery shows one case named by ?case=…&language=…, or the list of all.
const wishes = new URLSearchParams(location.search)
const language = wishes.get('language') === 'fr' ? 'fr' : 'en'
const wished = CASES[wishes.get('case') ?? '']
const root = document.getElementById('app')
if (root) render(wished ? <CaseView wished={wished} /> : <CaseList />, root)

function CaseView({ wished }: { wished: GalleryCase }) {
  const [shown, setShown] = useState<ShownScreen>(wished.shown)
  useEffect(() => {
    if (wished.shown.name !== 'filming' || !wished.subject) return
    const stream = madeUpStream(wished.subject)
    setShown({ name: 'filming', props: { ...wished.shown.props, stream } })
  }, [wished])
  useEffect(() => {
    if (wished.leaving) pressLeave(wished.leaving)
  }, [wished])
  return (
    <App
      shown={shown}
      requesterName="Example Bank"
      firstLanguage={language}
      onAnswer={() => {}}
      onLeave={() => Promise.reject(new Error('A made-up failure'))}
    />
  )
}

function pressLeave(leaving: 'open' | 'failed'): void {
  const messages = language === 'fr' ? french : english
  document.querySelector<HTMLButtonElement>('.header-leave')?.click()
  if (leaving === 'failed') {
    requestAnimationFrame(() => document.querySelector<HTMLButtonElement>('.leave-reason')?.click())
  }
  document.title = messages.leaving.title
}

function CaseList() {
  return (
    <main class="gallery">
      <h1>Screens</h1>
      <ul>
        {Object.keys(CASES).map((name) => (
          <li key={name}>
            {name}: <a href={`?case=${name}`}>English</a>{' '}
            <a href={`?case=${name}&language=fr`} lang="fr">
              Français
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
