/** A state that issues driving licences of the European model. */
export interface LicenceState {
  /** ISO 3166-1 alpha-3; UTO is the state of specimens (ICAO 9303-3 §5). */
  code: string
  /** Its sign in the corner of the card (Directive 2006/126/EC, annex I, 3, side 1, c). */
  sign: string
  /** Its name as its licences print it. */
  words: readonly string[]
}

/** The states of the European Economic Area, as their licences name them. */
export const LICENCE_STATES: readonly LicenceState[] = [
  { code: 'AUT', sign: 'A', words: ['REPUBLIK ÖSTERREICH'] },
  { code: 'BEL', sign: 'B', words: ['KONINKRIJK BELGIË', 'ROYAUME DE BELGIQUE'] },
  { code: 'BGR', sign: 'BG', words: ['REPUBLIC OF BULGARIA'] },
  { code: 'HRV', sign: 'HR', words: ['REPUBLIKA HRVATSKA'] },
  { code: 'CYP', sign: 'CY', words: ['REPUBLIC OF CYPRUS'] },
  { code: 'CZE', sign: 'CZ', words: ['ČESKÁ REPUBLIKA'] },
  { code: 'DNK', sign: 'DK', words: ['DANMARK'] },
  { code: 'EST', sign: 'EST', words: ['EESTI VABARIIK'] },
  { code: 'FIN', sign: 'FIN', words: ['SUOMI FINLAND'] },
  { code: 'FRA', sign: 'F', words: ['RÉPUBLIQUE FRANÇAISE'] },
  { code: 'DEU', sign: 'D', words: ['BUNDESREPUBLIK DEUTSCHLAND'] },
  { code: 'GRC', sign: 'GR', words: ['HELLENIC REPUBLIC'] },
  { code: 'HUN', sign: 'H', words: ['MAGYARORSZÁG'] },
  { code: 'ISL', sign: 'IS', words: ['ÍSLAND'] },
  { code: 'IRL', sign: 'IRL', words: ['ÉIRE IRELAND'] },
  { code: 'ITA', sign: 'I', words: ['REPUBBLICA ITALIANA'] },
  { code: 'LVA', sign: 'LV', words: ['LATVIJAS REPUBLIKA'] },
  { code: 'LIE', sign: 'FL', words: ['FÜRSTENTUM LIECHTENSTEIN'] },
  { code: 'LTU', sign: 'LT', words: ['LIETUVOS RESPUBLIKA'] },
  { code: 'LUX', sign: 'L', words: ['GRAND-DUCHÉ DE LUXEMBOURG'] },
  { code: 'MLT', sign: 'M', words: ['REPUBBLIKA TA’ MALTA'] },
  { code: 'NLD', sign: 'NL', words: ['KONINKRIJK DER NEDERLANDEN'] },
  { code: 'NOR', sign: 'N', words: ['NORGE'] },
  { code: 'POL', sign: 'PL', words: ['RZECZPOSPOLITA POLSKA'] },
  { code: 'PRT', sign: 'P', words: ['REPÚBLICA PORTUGUESA'] },
  { code: 'ROU', sign: 'RO', words: ['ROMÂNIA'] },
  { code: 'SVK', sign: 'SK', words: ['SLOVENSKÁ REPUBLIKA'] },
  { code: 'SVN', sign: 'SLO', words: ['REPUBLIKA SLOVENIJA'] },
  { code: 'ESP', sign: 'E', words: ['REINO DE ESPAÑA'] },
  { code: 'SWE', sign: 'S', words: ['SVERIGE'] },
  { code: 'UTO', sign: 'UTO', words: ['UTOPIA'] },
]
