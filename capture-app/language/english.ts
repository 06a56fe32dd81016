import type { Hint } from '../../domain/hint.ts'
import type { ReturnReason } from '../../domain/return-reason.ts'
import type { DocumentChoice, SceneName } from '../../domain/scene.ts'
import type { CameraProblem } from '../camera/camera-problem.ts'
import type { ClosedReason } from '../journey/screens.ts'

/** A reason the applicant can give in the leave dialog. */
export type LeaveReason = Extract<
  ReturnReason,
  'refusal' | 'no_document' | 'verify_later' | 'connection_issue'
>

/** A title and a sentence. */
export interface Words {
  title: string
  text: string
}

const documents: Record<DocumentChoice, { name: string; yours: string; filmed: string }> = {
  passport: { name: 'Passport', yours: 'your passport', filmed: 'The page with your photo' },
  'id-card': { name: 'Identity card', yours: 'your identity card', filmed: 'Front and back' },
  'residence-permit': { name: 'Residence permit', yours: 'your residence permit', filmed: 'Front and back' },
  'driving-licence': { name: 'Driving licence', yours: 'your driving licence', filmed: 'Front and back' },
}

const sceneTitles: Record<SceneName, (document: DocumentChoice) => string> = {
  'document-front': (document) =>
    document === 'passport' ? 'Photo page of your passport' : `Front of ${documents[document].yours}`,
  'document-back': (document) => `Back of ${documents[document].yours}`,
  face: () => 'Your face',
}

const capturedTitles: Record<SceneName, (document: DocumentChoice) => string> = {
  'document-front': (document) =>
    document === 'passport' ? 'Your passport is filmed' : 'The front is filmed',
  'document-back': () => 'The back is filmed',
  face: () => 'Your face is filmed',
}

const documentHints: Record<Hint, string> = {
  'no-document': 'Place your document in the frame',
  'too-far': 'Move closer',
  'partly-out-of-frame': 'Fit the whole document in the frame',
  'too-dark': 'Too dark: find more light',
  'too-bright': 'Hold still',
  glare: 'Reflection: tilt the document a little',
  blurry: 'Blurry: hold still',
  'hold-still': 'Hold still',
  'no-face': 'Place your document in the frame',
  'several-faces': 'Place your document in the frame',
  'move-closer': 'Move closer',
  'face-covered': 'Hold still',
  'look-straight': 'Hold still',
  'turn-left': 'Hold still',
  'turn-right': 'Hold still',
  'too-fast': 'More slowly',
  good: 'Very good, hold still',
}

const faceHints: Record<Hint, string> = {
  ...documentHints,
  'no-document': 'Place your face in the oval',
  'no-face': 'Place your face in the oval',
  'several-faces': 'Only you should be in the picture',
  'partly-out-of-frame': 'Fit your whole face in the oval',
  'too-bright': 'Too bright: go where it is darker, away from windows',
  glare: 'Reflection: turn away from the light',
  'face-covered': 'Show your whole face: nothing over eyes or mouth',
  'look-straight': 'Look straight at the camera',
  'turn-left': 'Slowly turn your head to the left',
  'turn-right': 'Slowly turn your head to the right',
  good: 'Very good',
}

const cameraProblems: Record<CameraProblem, Words & { steps: string[] }> = {
  'not-allowed': {
    title: 'The camera is not allowed',
    text: 'Your browser does not let this page use the camera. Nothing is filmed without your permission.',
    steps: [
      'Open the settings of this page: the icon beside its address.',
      'Set “Camera” to “Allow”.',
      'Come back here and press “Try again”.',
    ],
  },
  'not-found': {
    title: 'No camera was found',
    text: 'This device has no camera, or it is switched off.',
    steps: ['Plug in or switch on a camera, then press “Try again”.', 'Or open this link on your phone.'],
  },
  'in-use': {
    title: 'The camera does not start',
    text: 'Another application may be using it.',
    steps: ['Close other applications that film, such as video calls.', 'Then press “Try again”.'],
  },
  'not-supported': {
    title: 'This browser cannot film',
    text: 'Some browsers inside other applications have no access to the camera.',
    steps: ['Copy the link of this page.', 'Open it in Safari, Chrome, Firefox or Edge.'],
  },
}

const closed: Record<ClosedReason, Words> = {
  processing: {
    title: 'Already done',
    text: 'Your videos have been sent. You have nothing more to do here.',
  },
  processed: {
    title: 'Already done',
    text: 'This verification is complete. You have nothing more to do here.',
  },
  aborted: {
    title: 'This verification has ended',
    text: 'It was left before the end. Ask for a new link to start over.',
  },
  expired: {
    title: 'This link has expired',
    text: 'It was not used in time. Ask for a new link to start over.',
  },
  replaced: {
    title: 'Continued elsewhere',
    text: 'This verification goes on in another window or on another device. You can close this one.',
  },
  unknown: { title: 'This link leads nowhere', text: 'Check that it is complete, or ask for a new one.' },
}

const leaveReasons: Record<LeaveReason, Words> = {
  refusal: { title: 'I do not want to do this', text: 'I refuse the verification' },
  no_document: { title: 'I have no document with me', text: 'I cannot show one now' },
  verify_later: { title: 'I will do it later', text: 'This is not a good moment' },
  connection_issue: { title: 'My connection is not good', text: 'The video does not go through' },
}

/** Everything the app says, in English: the model every other language follows. */
export const english = {
  appName: 'Identity verification',
  continue: 'Continue',
  back: 'Back',
  tryAgain: 'Try again',
  leave: 'Leave',
  leaveNow: 'Leave now',
  someone: 'the organisation that asked',
  backTo: (name: string) => `Back to ${name}`,
  stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  loading: 'One moment…',
  documents,
  welcome: {
    title: 'Verify your identity',
    lead: (name: string) => `${name} asks you to confirm who you are.`,
    duration: 'About 2 minutes',
    document: {
      title: 'Film your document',
      text: 'Passport, identity card, residence permit or driving licence',
    },
    face: { title: 'Film your face', text: 'A look at the camera and a turn of the head' },
    end: { title: 'That is all', text: 'You return automatically when it is done' },
    tip: 'Have your document at hand and choose a bright place.',
    start: 'Start',
  },
  consent: {
    title: 'Do you agree?',
    recorded: {
      title: 'What is recorded',
      face: 'Videos of your document and of your face, without sound',
      document: 'A video of your document, without sound',
    },
    checked: {
      title: 'How it is checked',
      face: 'Software reads your document and compares its photo with your face. A person may look at the result.',
      document: 'Software reads your document. A person may look at the result.',
    },
    receives: {
      title: 'Who receives it',
      text: (name: string) => `${name}, who also answers your questions about your data.`,
    },
    face: 'I agree to these recordings and to their analysis, including the comparison of my face (biometric data).',
    document: 'I agree to this recording and to its analysis.',
    missing: 'Tick the box to continue. Without your agreement nothing is filmed.',
    refuse: 'I do not agree',
  },
  documentChoice: {
    title: 'Which document do you have?',
    lead: 'The original, still valid: no copy, no picture on a screen.',
  },
  camera: {
    title: 'Turn on the camera',
    resumedTitle: 'Let us carry on',
    lead: 'Your browser asks for permission. Choose “Allow”.',
    resumedLead: 'What you have already filmed is kept. Turn the camera on again to go on.',
    ready: (yours: string) => `Keep ${yours} at hand`,
    light: 'Stay in a bright place, without reflections',
    silent: 'No sound is recorded, and the camera goes off at the end',
    allow: 'Turn on the camera',
    asked: 'Waiting for your permission…',
    problems: cameraProblems,
    copyLink: 'Copy the link',
    copied: 'Link copied',
  },
  filming: {
    titles: sceneTitles,
    opening: 'Connecting…',
    starting: { document: 'Place your document in the frame', face: 'Place your face in the oval' },
    documentHints,
    faceHints,
    lit: 'Hold still: the screen lights up your face',
    heldTurned: 'Good, stay turned for a moment',
    progress: 'Progress',
    preview: 'Picture of your camera',
    reconnected: 'You are connected again',
    showPicture: 'Show the picture',
  },
  captured: {
    titles: capturedTitles,
    next: {
      'document-front': {
        title: 'Now the front',
        text: 'Show the side with your photo.',
        button: 'Film the front',
      },
      'document-back': { title: 'Now the back', text: 'Turn the document over.', button: 'Film the back' },
      face: {
        title: 'Now your face',
        text: 'Hold the camera at eye level and look straight ahead. The screen may light up in slowly changing colours, also while you turn your head.',
        button: 'Film my face',
      },
    } satisfies Record<SceneName, Words & { button: string }>,
  },
  timeout: {
    document: { nothing: 'We did not see your document', something: 'We could not see your document well' },
    face: { nothing: 'We did not see your face', something: 'We could not see your face well' },
    lead: 'This happens. A few things help:',
    documentTips: [
      'Fill the frame with the document',
      'Wipe the lens and hold still',
      'Choose a bright place without reflections',
    ],
    faceTips: [
      'Hold the camera at eye level',
      'Take off glasses, hat or mask',
      'Turn your head slowly, to the side the arrow shows',
    ],
  },
  connection: {
    reconnecting: {
      title: 'Connection interrupted',
      text: 'We are connecting you again. Nothing is lost: keep this page open.',
    },
    busy: {
      title: 'One moment, please',
      text: 'Many people are being verified right now. Your turn comes by itself: keep this page open.',
    },
    'given-up': {
      title: 'Still no connection',
      text: 'Move to where your signal is better, or change to another network, then try again.',
    },
  },
  trouble: {
    title: 'Something went wrong',
    text: 'The fault is on our side. Trying again often helps; what you have filmed is kept.',
  },
  sending: {
    title: 'Checking your videos',
    usual: 'This takes a few seconds. Keep this page open.',
    slow: 'It takes a little longer than usual. Please keep this page open.',
  },
  done: {
    finished: { title: 'Thank you, all done', text: (name: string) => `You are going back to ${name}.` },
    left: { title: 'You have left', text: (name: string) => `You are going back to ${name}.` },
  },
  closed,
  leaving: {
    title: 'Leave the verification?',
    lead: (name: string) => `It ends here: to start over, you need a new link from ${name}.`,
    reasons: leaveReasons,
    stay: 'Stay',
    sending: 'Leaving…',
    failed: 'This did not go through. Check your connection and try again.',
  },
}

/** The catalog of a language. */
export type Messages = typeof english
