/** One filmed part of an attempt. */
export type SceneName = 'document-front' | 'document-back' | 'face'

/** The documents an applicant can choose to film. */
export type DocumentChoice = 'passport' | 'id-card' | 'residence-permit' | 'driving-licence'

/** Every choice, in the order the capture app offers them. */
export const DOCUMENT_CHOICES: readonly DocumentChoice[] = [
  'passport',
  'id-card',
  'residence-permit',
  'driving-licence',
]

/** The scenes to film, in order, for a document and a configuration. */
export function scenesFor(document: DocumentChoice, faceRequired: boolean): SceneName[] {
  const front: SceneName[] = ['document-front']
  const back: SceneName[] = document === 'passport' ? [] : ['document-back']
  const face: SceneName[] = faceRequired ? ['face'] : []
  return [...front, ...back, ...face]
}
