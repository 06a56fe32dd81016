import type { ShownScreen } from '../journey/screens.ts'
import { CameraPermissionScreen } from './camera-permission/camera-permission-screen.tsx'
import { CameraProblemScreen } from './camera-problem/camera-problem-screen.tsx'
import { CapturedScreen } from './captured/captured-screen.tsx'
import { ConnectionLostScreen } from './connection-lost/connection-lost-screen.tsx'
import { ConsentScreen } from './consent/consent-screen.tsx'
import { DocumentChoiceScreen } from './document-choice/document-choice-screen.tsx'
import { DoneScreen } from './done/done-screen.tsx'
import { FilmingScreen } from './filming/filming-screen.tsx'
import { LinkClosedScreen } from './link-closed/link-closed-screen.tsx'
import { LoadingScreen } from './loading/loading-screen.tsx'
import { SceneTimeoutScreen } from './scene-timeout/scene-timeout-screen.tsx'
import { SendingScreen } from './sending/sending-screen.tsx'
import { TroubleScreen } from './trouble/trouble-screen.tsx'
import { WelcomeScreen } from './welcome/welcome-screen.tsx'

/** Draws the screen that shows. */
export function ShownScreenView({
  shown,
  answer,
}: {
  shown: ShownScreen
  answer: (answer: unknown) => void
}) {
  switch (shown.name) {
    case 'loading':
      return <LoadingScreen />
    case 'welcome':
      return <WelcomeScreen {...shown.props} answer={answer} />
    case 'consent':
      return <ConsentScreen {...shown.props} answer={answer} />
    case 'document-choice':
      return <DocumentChoiceScreen {...shown.props} answer={answer} />
    case 'camera-permission':
      return <CameraPermissionScreen {...shown.props} answer={answer} />
    case 'camera-problem':
      return <CameraProblemScreen {...shown.props} answer={answer} />
    case 'filming':
      return <FilmingScreen {...shown.props} />
    case 'captured':
      return <CapturedScreen {...shown.props} answer={answer} />
    case 'scene-timeout':
      return <SceneTimeoutScreen {...shown.props} answer={answer} />
    case 'connection-lost':
      return <ConnectionLostScreen {...shown.props} answer={answer} />
    case 'trouble':
      return <TroubleScreen answer={answer} />
    case 'sending':
      return <SendingScreen {...shown.props} answer={answer} />
    case 'done':
      return <DoneScreen {...shown.props} answer={answer} />
    case 'link-closed':
      return <LinkClosedScreen {...shown.props} answer={answer} />
  }
}
