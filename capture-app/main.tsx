import { render } from 'preact'
import { createCaptureApi } from './api/capture-api.ts'
import { goTo } from './go-to.ts'
import { rememberAttempt } from './journey/attempt-memory.ts'
import { CaptureJourney } from './journey/capture-journey.ts'
import { Stage } from './journey/stage.ts'
import { chooseLanguage } from './language/choose-language.ts'
import { LiveApp } from './live-app.tsx'
import { Publisher } from './publish/publisher.ts'

// The identification's id is the first part of the address: https://host/<id>.
const [, identificationId = ''] = location.pathname.split('/')
const api = createCaptureApi(identificationId)
const stage = new Stage()
const journey = new CaptureJourney({
  stage,
  api,
  memory: rememberAttempt(identificationId),
  createFilmer: (token) => new Publisher(api, token),
  go: goTo,
})

const root = document.getElementById('app')
if (root) {
  const firstLanguage = chooseLanguage(navigator.languages)
  render(
    <LiveApp stage={stage} firstLanguage={firstLanguage} onLeave={(request) => journey.leave(request)} />,
    root,
  )
  void journey.run()
}
