import { makePerson, type Person } from './person/person.ts'

/** Names by which tests call the people of the cast. */
export type CastName = 'anna' | 'luca' | 'amina' | 'bjorn' | 'mei' | 'theo' | 'ines' | 'zoe'

/** An invented person: a face and what their documents say. Nobody of this name and face exists. */
export interface CastMember {
  name: CastName
  person: Person
  lastName: string
  firstNames: string[]
  /** ISO date YYYY-MM-DD. */
  birthDate: string
  birthPlace: string
  gender: 'M' | 'F'
  /** Utopia: the state that ICAO 9303-3 §5 keeps for specimens. */
  nationality: 'UTO'
  heightCm: number
  /** Number that the state gave the person; null for most. */
  personalNumber: string | null
}

/**
 * The cast. Seeds are picked so that a face recogniser tells all of them apart; `bench/people` measures it.
 * The names try what zones and printed fields find hard: accents, apostrophes, hyphens, particles, length.
 */
export const CAST: Readonly<Record<CastName, CastMember>> = {
  anna: {
    name: 'anna',
    person: makePerson(4165),
    lastName: 'Lindqvist',
    firstNames: ['Anna', 'Maria'],
    birthDate: '1990-08-12',
    birthPlace: 'Zenith',
    gender: 'F',
    nationality: 'UTO',
    heightCm: 168,
    personalNumber: null,
  },
  luca: {
    name: 'luca',
    person: makePerson(2217, { hairColor: 0x2b1d16 }),
    lastName: "D'Amico",
    firstNames: ['Luca'],
    birthDate: '1987-02-28',
    birthPlace: 'Port Meridian',
    gender: 'M',
    nationality: 'UTO',
    heightCm: 181,
    personalNumber: null,
  },
  amina: {
    name: 'amina',
    person: makePerson(3142),
    lastName: 'Diallo',
    firstNames: ['Amina'],
    birthDate: '1996-11-03',
    birthPlace: 'Amaurot',
    gender: 'F',
    nationality: 'UTO',
    heightCm: 172,
    personalNumber: null,
  },
  bjorn: {
    name: 'bjorn',
    person: makePerson(3061),
    lastName: 'Ångström',
    firstNames: ['Björn', 'Óli'],
    birthDate: '1968-12-31',
    birthPlace: 'Nordhavn',
    gender: 'M',
    nationality: 'UTO',
    heightCm: 190,
    personalNumber: null,
  },
  mei: {
    name: 'mei',
    person: makePerson(3240),
    lastName: 'Zhou-Martin',
    firstNames: ['Mei', 'Lin'],
    birthDate: '2001-05-19',
    birthPlace: 'Zenith',
    gender: 'F',
    nationality: 'UTO',
    heightCm: 161,
    personalNumber: null,
  },
  theo: {
    name: 'theo',
    person: makePerson(2048),
    lastName: 'de la Tour',
    firstNames: ['Théo', 'Jean-Luc'],
    birthDate: '1975-01-09',
    birthPlace: 'Port Meridian',
    gender: 'M',
    nationality: 'UTO',
    heightCm: 177,
    personalNumber: '750109042',
  },
  ines: {
    name: 'ines',
    person: makePerson(3197),
    lastName: 'Núñez',
    firstNames: ['Inès', 'Lucía'],
    birthDate: '1953-07-22',
    birthPlace: 'Amaurot',
    gender: 'F',
    nationality: 'UTO',
    heightCm: 159,
    personalNumber: '530722917',
  },
  zoe: {
    name: 'zoe',
    person: makePerson(2209),
    lastName: 'Vanderbruggen-Castellanos',
    firstNames: ['Zoë', 'Éléonore', 'Philippine'],
    birthDate: '2004-02-29',
    birthPlace: 'Nordhavn',
    gender: 'F',
    nationality: 'UTO',
    heightCm: 170,
    personalNumber: null,
  },
}

/** The cast in a fixed order. */
export const CAST_NAMES: readonly CastName[] = [
  'anna',
  'luca',
  'amina',
  'bjorn',
  'mei',
  'theo',
  'ines',
  'zoe',
]
