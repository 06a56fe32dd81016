/**
 * Titles of identity cards as states print them on fronts: in the languages of the European Union and its neighbours, and of the
 * Americas. Regulation (EU) 2019/1157, article 3 (2), asks for "identity card" or the national designation in the state's own
 * languages; the designations are those of the Council's public register of documents (PRADO). In letters of the Latin alphabet:
 * others stand beside English.
 */
export const IDENTITY_CARD_TITLES: readonly string[] = [
  'IDENTITY CARD',
  "CARTE D'IDENTITÉ",
  'PERSONALAUSWEIS',
  'IDENTITÄTSKARTE',
  "CARTA D'IDENTITÀ",
  'DOCUMENTO NACIONAL DE IDENTIDAD',
  'CARTÃO DE CIDADÃO',
  'IDENTITEITSKAART',
  'DOWÓD OSOBISTY',
  'OBČANSKÝ PRŮKAZ',
  'OBČIANSKY PREUKAZ',
  'SZEMÉLYAZONOSÍTÓ IGAZOLVÁNY',
  'CARTE DE IDENTITATE',
  'BULETIN DE IDENTITATE',
  'OSOBNA ISKAZNICA',
  'OSEBNA IZKAZNICA',
  'LIČNA KARTA',
  'ISIKUTUNNISTUS',
  'PERSONAS APLIECĪBA',
  'ASMENS TAPATYBĖS KORTELĖ',
  'HENKILÖKORTTI',
  'IDENTITETSKORT',
  'NASJONALT ID-KORT',
  'NAFNSKÍRTEINI',
  'KARTA TAL-IDENTITÀ',
  'LETËRNJOFTIM',
  'KİMLİK KARTI',
  'CÉDULA DE IDENTIDAD',
  'CÉDULA DE CIUDADANÍA',
  'CARTEIRA DE IDENTIDADE',
]

/**
 * Titles of residence permits in the official languages of the states that issue the uniform card (Regulation (EC) 1030/2002 as
 * amended by Regulation (EU) 2017/1954, annex, item 2: in the language or languages of the issuing state).
 */
export const RESIDENCE_PERMIT_TITLES: readonly string[] = [
  'RESIDENCE PERMIT',
  'TITRE DE SÉJOUR',
  'AUFENTHALTSTITEL',
  'PERMESSO DI SOGGIORNO',
  'PERMISO DE RESIDENCIA',
  'TÍTULO DE RESIDÊNCIA',
  'VERBLIJFSTITEL',
  'KARTA POBYTU',
  'POVOLENÍ K POBYTU',
  'POVOLENIE NA POBYT',
  'TARTÓZKODÁSI ENGEDÉLY',
  'PERMIS DE ȘEDERE',
  'DOZVOLA BORAVKA',
  'DOVOLJENJE ZA PREBIVANJE',
  'ELAMISLUBA',
  'UZTURĒŠANĀS ATĻAUJA',
  'LEIDIMAS GYVENTI',
  'OLESKELULUPA',
  'UPPEHÅLLSTILLSTÅND',
  'OPHOLDSTILLADELSE',
  'OPPHOLDSTILLATELSE',
  'OPPHOLDSKORT',
  'DVALARLEYFI',
  "PERMESS TA' RESIDENZA",
]
