/** What the page is to describe: a picture it finds at an address. */
export interface DescriptionRequest {
  picture: string
}

/** The parts of face-api that are used. */
interface FaceApi {
  tf: {
    setWasmPaths(folder: string): void
    setBackend(name: string): Promise<boolean>
    ready(): Promise<void>
  }
  nets: Record<string, { loadFromUri(uri: string): Promise<void> }>
  detectSingleFace(input: HTMLImageElement): {
    withFaceLandmarks(): {
      withFaceDescriptor(): Promise<{ descriptor: Float32Array } | undefined>
    }
  }
}

/**
 * Runs in a page: the largest face of a picture by face-api as packaged, its own detector, landmarks and descriptor.
 * Handed to the page as text, so it uses nothing from outside itself.
 */
export async function describeInPage({ picture }: DescriptionRequest): Promise<number[] | null> {
  const scope = globalThis as unknown as { faceApi?: FaceApi }
  if (!scope.faceApi) {
    const path = '/face-api/dist/face-api.esm.js'
    const faceApi: FaceApi = await import(path)
    faceApi.tf.setWasmPaths('/wasm/')
    await faceApi.tf.setBackend('wasm')
    await faceApi.tf.ready()
    for (const name of ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet']) {
      await faceApi.nets[name].loadFromUri('/face-api/model')
    }
    scope.faceApi = faceApi
  }
  const image = new Image()
  image.src = picture
  await image.decode()
  const face = await scope.faceApi.detectSingleFace(image).withFaceLandmarks().withFaceDescriptor()
  return face ? [...face.descriptor] : null
}
