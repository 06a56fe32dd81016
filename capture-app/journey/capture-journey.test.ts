import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiFailure } from '../api/api-failure.ts'
import { CameraFailure } from '../camera/camera-problem.ts'
import { MediaFailure } from '../publish/media-failure.ts'
import { fakeVisit, runToEnd, WELCOME } from './_fake-visit.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a visit goes from welcome to the way back, each scene started once', async () => {
  const { journey, screens, calls, went, api } = fakeVisit()
  await runToEnd(journey)
  expect(screens).toEqual([
    'welcome',
    'consent',
    'document-choice',
    'camera-permission',
    'filming',
    'captured',
    'filming',
    'captured',
    'sending',
    'done',
  ])
  expect(api.begin).toHaveBeenCalledWith({ consent: true, document: 'passport' })
  expect(calls).toEqual(['start document-front', 'start face'])
  expect(went).toEqual(['https://example.test/done'])
})

test('nothing is recorded before the consent', async () => {
  const { journey, screens, answers, api, filmer, stage } = fakeVisit()
  answers['document-choice'] = ['back', 'back']
  const beforehand: string[] = []
  stage.subscribe(() => {
    if (screens.includes('camera-permission')) return
    const attempts = vi.mocked(api.begin).mock.calls.length
    beforehand.push(`${stage.current.name} ${attempts} ${filmer.useCamera.mock.calls.length}`)
  })
  await runToEnd(journey)
  expect(new Set(beforehand)).toEqual(new Set(['welcome 0 0', 'consent 0 0', 'document-choice 0 0']))
  expect(screens.slice(0, 6)).toEqual([
    'welcome',
    'consent',
    'document-choice',
    'consent',
    'document-choice',
    'consent',
  ])
})

test('hints, progress and turns of the scene show while it is filmed, others do not', async () => {
  const { journey, script, stage } = fakeVisit()
  const seen: string[] = []
  script.face = [
    [
      { type: 'hint', scene: 'document-front', hint: 'glare', progress: 0.9, frameTime: 0 },
      { type: 'turn', scene: 'face', turn: 'left' },
      { type: 'hint', scene: 'face', hint: 'turn-left', progress: 0.5, frameTime: 1 },
      { type: 'captured', scene: 'face' },
    ],
  ]
  stage.subscribe(() => {
    if (stage.current.name !== 'filming') return
    const { scene, hint, progress, turn } = stage.current.props
    seen.push(`${scene} ${hint} ${progress} ${turn}`)
  })
  await runToEnd(journey)
  expect(seen).toContain('face turn-left 0.5 left')
  expect(seen.join()).not.toContain('glare')
})

test('a reloaded page resumes with the attempt it remembers, at the scene that is missing', async () => {
  const { journey, memory, screens, calls, api } = fakeVisit()
  memory.keep('token-1')
  await runToEnd(journey)
  expect(api.resume).toHaveBeenCalledWith('token-1')
  expect(screens[0]).toBe('camera-permission')
  expect(calls).toEqual(['start face'])
  expect(api.begin).not.toHaveBeenCalled()
})

test('a remembered attempt that the server does not know any more is begun anew', async () => {
  const { journey, memory, screens, api } = fakeVisit()
  memory.keep('old')
  vi.mocked(api.resume).mockRejectedValueOnce(new ApiFailure('not-recognized', 'Wrong token'))
  await runToEnd(journey)
  expect(screens[0]).toBe('welcome')
  expect(screens.at(-1)).toBe('done')
})

test('a camera that is refused can be tried again', async () => {
  const { journey, filmer, answers, screens, went } = fakeVisit()
  filmer.useCamera.mockRejectedValueOnce(new CameraFailure('not-allowed'))
  answers['camera-problem'] = ['retry']
  await runToEnd(journey)
  expect(screens).toContain('camera-problem')
  expect(went).toEqual(['https://example.test/done'])
})

test.each([
  ['not-allowed', 'error-device-not-allowed'],
  ['not-found', 'error-device-not-found'],
  ['not-supported', 'error-browser-not-supported'],
] as const)('leaving because the camera is %s says so', async (problem, reason) => {
  const { journey, filmer, answers, went } = fakeVisit()
  filmer.useCamera.mockRejectedValueOnce(new CameraFailure(problem))
  answers['camera-problem'] = ['leave']
  await runToEnd(journey)
  expect(went).toEqual([`https://example.test/left?${reason}`])
})

test('a scene that takes too long is tried again or left with its reason', async () => {
  const again = fakeVisit()
  again.script.face = [[{ type: 'scene-timeout', scene: 'face', seen: 'nothing' }]]
  again.answers['scene-timeout'] = ['retry']
  await runToEnd(again.journey)
  expect(again.calls).toEqual(['start document-front', 'start face', 'start face'])

  const left = fakeVisit()
  left.script['document-front'] = [[{ type: 'scene-timeout', scene: 'document-front', seen: 'something' }]]
  left.answers['scene-timeout'] = ['leave']
  await runToEnd(left.journey)
  expect(left.went).toEqual(['https://example.test/left?doc_instructions_not_followed-challenge_timeout'])
})

test('a lost connection is opened anew, the scene starts again, and the page says so', async () => {
  const { journey, script, calls, screens, stage, filmer, lose } = fakeVisit()
  script.face = [[{ type: 'hint', scene: 'face', hint: 'good', progress: 0.2, frameTime: 0 }]]
  let notice = ''
  stage.subscribe(() => {
    if (stage.current.name !== 'filming') return
    const props = stage.current.props
    notice = props.notice
    if (props.hint === 'good') queueMicrotask(() => lose('connection'))
  })
  await runToEnd(journey)
  expect(screens).toContain('connection-lost')
  expect(filmer.disconnect).toHaveBeenCalledTimes(1)
  expect(calls).toEqual(['start document-front', 'start face', 'start face'])
  expect(notice).toBe('reconnected')
})

test('a scene captured while the live channel was broken is not filmed again', async () => {
  const { journey, script, calls, went } = fakeVisit()
  script['document-front'] = [['break']]
  await runToEnd(journey)
  // The attempt stands at the face when the channel opens again.
  expect(calls).toEqual(['start document-front', 'start face'])
  expect(went).toHaveLength(1)
})

test('media that does not come up is tried again', async () => {
  const { journey, filmer, screens } = fakeVisit()
  filmer.connect.mockRejectedValueOnce(new MediaFailure('Failed'))
  await runToEnd(journey)
  expect(screens).toContain('connection-lost')
  expect(screens.at(-1)).toBe('done')
})

test.each(['aborted', 'expired', 'replaced'] as const)(
  'a link that is %s meanwhile is told',
  async (reason) => {
    const { journey, script, stage, went } = fakeVisit()
    script['document-front'] = [[{ type: 'closed', reason }]]
    await runToEnd(journey)
    expect(stage.current).toMatchObject({ name: 'link-closed', props: { reason } })
    expect(went).toEqual([])
  },
)

test('a link that is no longer open tells why and where to go', async () => {
  const { journey, stage, api } = fakeVisit()
  vi.mocked(api.welcome).mockResolvedValueOnce({
    ...WELCOME,
    status: 'expired',
    redirectUrl: 'https://example.test/',
  })
  await runToEnd(journey)
  expect(stage.current).toEqual({
    name: 'link-closed',
    props: { reason: 'expired', redirectUrl: 'https://example.test/', requesterName: 'Example Bank' },
  })
})

test('a link that does not exist is told', async () => {
  const { journey, stage, api } = fakeVisit()
  vi.mocked(api.welcome).mockRejectedValue(new ApiFailure('link-closed', '404'))
  await runToEnd(journey)
  expect(stage.current).toMatchObject({ name: 'link-closed', props: { reason: 'unknown' } })
})

test('what the server refuses becomes a screen, from which one leaves', async () => {
  const { journey, api, answers, went } = fakeVisit()
  vi.mocked(api.startScene).mockRejectedValueOnce(new ApiFailure('refused', '500'))
  answers.trouble = ['leave']
  await runToEnd(journey)
  expect(went).toEqual(['https://example.test/left?error-publish'])
})

test('leaving ends the visit, whatever the server sends later', async () => {
  const { journey, stage, went, script } = fakeVisit()
  script['document-front'] = [
    [{ type: 'hint', scene: 'document-front', hint: 'good', progress: 0, frameTime: 0 }],
  ]
  void journey.run()
  await vi.advanceTimersByTimeAsync(100)
  expect(stage.current.name).toBe('filming')
  const leaving = journey.leave({ returnReason: 'verify_later' })
  await vi.advanceTimersByTimeAsync(60_000)
  await leaving
  expect(stage.current).toMatchObject({ name: 'done', props: { outcome: 'left' } })
  expect(went).toEqual(['https://example.test/left?verify_later-'])
})

test('an applicant without network is asked after half a minute, and can leave', async () => {
  const { journey, api, answers, stage, screens } = fakeVisit()
  const lost = new ApiFailure('unreachable', 'No answer')
  vi.mocked(api.welcome).mockRejectedValue(lost)
  void journey.run()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(stage.current).toEqual({ name: 'connection-lost', props: { phase: 'given-up' } })
  expect(screens).toEqual(['connection-lost'])
  answers['connection-lost'] = []
  stage.answer('leave')
  await vi.advanceTimersByTimeAsync(10)
  expect(api.abort).toHaveBeenCalledWith(null, { returnReason: 'error', errorType: 'bad-connectivity' })
})

test('a full server is waited for as long as it asks', async () => {
  const { journey, api, stage } = fakeVisit()
  vi.mocked(api.begin).mockRejectedValueOnce(new ApiFailure('busy', '503', 7000))
  void journey.run()
  await vi.advanceTimersByTimeAsync(6900)
  expect(stage.current).toEqual({ name: 'connection-lost', props: { phase: 'busy' } })
  await vi.advanceTimersByTimeAsync(200)
  expect(api.begin).toHaveBeenCalledTimes(2)
})
