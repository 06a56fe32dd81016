// biome-ignore-all lint/suspicious/noTemplateCurlyInString: edits are the text of sources
import type { ConformanceRow } from '../conformance-row.ts'

const ASSETS = 'test/contracts/assets.test.ts'
const LISTED = 'server/http/resources/present-assets.ts'
const ALL = 'The assets of a standard answer are listed as plain JSON, and all of them load'
const OWN = "The assets of a client's own identification have what was measured"
const NAMED = 'A name is where the asset is stored, as its address has it'

/** What the example of "Retrieve assets" shows: its line, the rule, the test, the edit, our choice. */
const SHOWN: readonly (readonly [
  line: number,
  rule: string,
  test: string,
  edit: readonly [find: string, replace: string],
  choice?: string,
])[] = [
  [1510, 'face_crops lists the pictures of the face', ALL, ['faceCrops.map(link)', '[]']],
  [
    1512,
    'A face crop has the address where its bytes are',
    ALL,
    ['({ url: urls.signAssetUrl(asset),', '({ url: `https://127.0.0.1/${asset.key}`,'],
  ],
  [
    1513,
    'A face crop is named by where it is stored',
    NAMED,
    ['name: asset.key })', "name: asset.key.split('/').at(-1) })"],
  ],
  [
    1516,
    'tight_crops lists the pictures of the document, the front before the back',
    ALL,
    ['tightCrops.map(', 'tightCrops.toReversed().map('],
  ],
  [
    1518,
    'A tight crop has the address where its bytes are',
    ALL,
    ['    url: urls.signAssetUrl(asset),\n    area', '    url: `https://127.0.0.1/${asset.key}`,\n    area'],
  ],
  [
    1519,
    'A tight crop has an area',
    OWN,
    ['area: areaPixels', 'area: areaPixels && 1'],
    'What the card covers of its frame, px',
  ],
  [1520, 'A tight crop is named by where it is stored', NAMED, ['name: asset.key,', 'name: null,']],
  [
    1523,
    'A tight crop has a template with id and code',
    OWN,
    ['template?.code ?? null', 'null'],
    'Of the layout that the side was found to have (docs/layouts.md); both null where none is known',
  ],
  [1525, 'A template tells its side, Front or Back', ALL, ["'Front' : 'Back'", "'front' : 'back'"]],
  [
    1526,
    'A template tells its country',
    ALL,
    ["'Back',\n      country,", "'Back',\n      country: null,"],
    'Of the document that was read, its issuing state; null where none was',
  ],
  [1542, 'videos has face, back_id and front_id', ALL, ['back_id: presentVideo', 'back: presentVideo']],
  [
    1544,
    'A recording has a file name',
    OWN,
    [".split('/').at(-1)", ''],
    'With .webm, as recorded answers have it: the example has .mp4',
  ],
  [
    1545,
    'A recording has the time of its creation',
    ALL,
    ['.createdAt.getTime()', '.createdAt.toISOString()'],
    'Milliseconds since 1970, as the digits of the example are',
  ],
  [
    1546,
    'A recording has the address where its bytes are',
    OWN,
    ['url: urls.signAssetUrl(video.asset)', 'url: `https://127.0.0.1/${video.asset.key}`'],
  ],
]

/** "Retrieve assets". */
export const ASSET_ROWS: readonly ConformanceRow[] = [
  ...SHOWN.map(
    ([line, rule, name, [find, replace], choice]): ConformanceRow => ({
      line,
      rule,
      ...(choice ? { choice } : {}),
      test: { file: ASSETS, name },
      switchOff: { file: LISTED, find, replace },
    }),
  ),
  {
    line: 1561,
    rule: 'The assets are those of the session',
    choice: 'Of the newest, each under its kind; what was not filmed is null or missing',
    test: { file: ASSETS, name: OWN },
    switchOff: {
      file: 'server/journey/fetch-assets.ts',
      find: 'asset.scene === scene?.id && asset.kind === kind',
      replace: 'asset.scene === scene?.id',
    },
  },
]
