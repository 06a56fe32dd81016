import { useEffect, useState } from 'preact/hooks'
import type { AbortRequest } from '../domain/capture-plan.ts'
import { App } from './app.tsx'
import type { Stage } from './journey/stage.ts'
import type { Language } from './language/language.ts'

/** The page fed by the journey: follows the stage and hands back what is pressed. */
export function LiveApp(props: {
  stage: Stage
  firstLanguage: Language
  onLeave: (request: AbortRequest) => Promise<void>
}) {
  const { stage } = props
  const [shown, setShown] = useState(stage.current)
  const [requesterName, setRequesterName] = useState('')
  useEffect(() => stage.subscribe(() => setShown(stage.current)), [stage])
  useEffect(() => {
    if ('requesterName' in shown.props) setRequesterName(shown.props.requesterName)
  }, [shown])
  return (
    <App
      shown={shown}
      requesterName={requesterName}
      firstLanguage={props.firstLanguage}
      onAnswer={(answer) => stage.answer(answer)}
      onLeave={props.onLeave}
    />
  )
}
