/** What is known of a file of the standard answers; the last two of pictures alone. */
export interface StandardAsset {
  sha256: string
  areaPixels?: number
  /** Variance of the Laplacian, as for every card. */
  sharpness?: number
}

/** The files in assets/, as tools/draw-standard-assets.ts has drawn and measured them. */
export const STANDARD_ASSETS = {
  'validated-front.png': {
    sha256: 'baf9748ffa18c67c8a424f227fec637689d7d2f120ccf7edf998c944bb776bb7',
    areaPixels: 81720,
    sharpness: 341,
  },
  'validated-back.png': {
    sha256: 'cbb9caf460d3ee0254c9213f2dc0304431be3d8156a039a04f0cbaedc8e0c206',
    areaPixels: 81720,
    sharpness: 675,
  },
  'validated-signature.png': {
    sha256: '63397d0dabffb0d3e8afcc7400133a9b4a7d8a0fa7c9c1f09648670bccd89ae4',
    areaPixels: 8840,
    sharpness: 28,
  },
  'validated-face.png': {
    sha256: 'a675648587ad60e96c3a743ec9afedb861de5c53aafdb8512eb11fb3005083fb',
    areaPixels: 35020,
    sharpness: 4,
  },
  'validated-front.webm': {
    sha256: '1485eea6f1007f82e03fdca566d0b658d28f1acb782d6192237806d450888a50',
  },
  'validated-back.webm': {
    sha256: '5c20ac1c7fcae06a321877e52df541be4525294129729b71609a83b4f6c07adc',
  },
  'validated-face.webm': {
    sha256: '8a8a31024a1fe5403ff10fe11d935c2900040cd0e3461e9af0d6105a1b6e0095',
  },
  'photocopy-front.png': {
    sha256: '35a9eef5d667a7332356ac5a87fcbecf92c6bdd1510f70984248c3832d52d89a',
    areaPixels: 81720,
    sharpness: 412,
  },
  'photocopy-back.png': {
    sha256: '3bc8cf8000db5e467826bfdf9a68456447ff2df26bb39f3b38ca7fa85bd74438',
    areaPixels: 81720,
    sharpness: 789,
  },
  'photocopy-signature.png': {
    sha256: '20ad410d302f1f52d1437df0fa42e3362045fe6061371c1a96ff92ea60713f99',
    areaPixels: 8840,
    sharpness: 30,
  },
  'photocopy-face.png': {
    sha256: '62e7a9a6029e21e2309699167882bed26d78eea265286cf675704ce54fbf10d6',
    areaPixels: 35020,
    sharpness: 3,
  },
  'photocopy-front.webm': {
    sha256: '9d09015adb49e937aacdeef7ef82bb636ef3000c997da8d3d2a109623123cad3',
  },
  'photocopy-back.webm': {
    sha256: 'eb58e27ce7e2c0359d663ea8bc704f34ff3b6ff9d99ecd3d39e2153ba38c133e',
  },
  'photocopy-face.webm': {
    sha256: '6b64b8b8387dcc9553bb74b164bf68eb0d0d9ec513005bcdf5aa1d1f517c8e25',
  },
  'no-back-front.png': {
    sha256: 'f185f81903d78bb9850abf8b62203d33bf82f9287609935695a23a8166295361',
    areaPixels: 91440,
    sharpness: 512,
  },
  'no-back-signature.png': {
    sha256: '887abdc473a62db975890314e768fd0c51f5bb6f334790e94e04353463d1c6ab',
    areaPixels: 7820,
    sharpness: 27,
  },
  'no-back-face.png': {
    sha256: 'd1508a09e2bdc736cbfdf5c375b48ac3f0056b054ff84795017e6a6ee481c559',
    areaPixels: 35020,
    sharpness: 6,
  },
  'no-back-front.webm': {
    sha256: '4571c4f2faa8100a5154274988069f93a803862cd87a190f5d8dcdfa5d0b0368',
  },
  'no-back-face.webm': {
    sha256: 'fb9d3225801204f33b0fc466aef4d8ef920ba2a53ce473254563326c9609e8f5',
  },
} as const satisfies Record<string, StandardAsset>
