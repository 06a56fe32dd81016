import type { CastMember } from '../../../test/people/cast.ts'
import {
  type DocumentKind,
  type IssuedDocument,
  issueDocument,
} from '../../../test/people/documents/issue-document.ts'
import { makePerson } from '../../../test/people/person/person.ts'
import { type Random, seededRandom } from '../../../test/people/random.ts'

/** The reader is developed on the people of one half; those of the other only tell how well it went. */
export type Half = 'development' | 'reported'

/** An invented holder of documents, and what is printed about them beside their names. */
export interface Holder {
  person: CastMember
  address: string
  authority: string
}

/** Words of both halves: none of one stands in the other. Every mark of French print comes in each. */
const WORDS: Readonly<Record<Half, Words>> = {
  development: {
    lastNames: ['Lefèvre', 'Durand', 'Le Goff', 'Müller', "D'Amico", 'Peña', 'Bâ', 'Gonçalves', 'Petit-Jean'],
    men: ['Jérôme', 'François', 'Karim', 'Björn', 'Benoît', 'Jean-Luc', 'Loïc', 'Óscar'],
    women: ['Hélène', 'Anaïs', 'Marie', 'Zoë', 'Inès', 'Anne-Sophie', 'Fatou', 'Célia'],
    places: [
      'Saint-Étienne',
      'Besançon',
      'Lyon 3e',
      'Angoulême',
      'Orléans',
      'Dakar',
      "L'Haÿ-les-Roses",
      'Nîmes',
    ],
    streets: ['rue des Lilas', 'avenue du Général Leclerc', 'bis rue de la Forêt', 'impasse Émile Zola'],
    towns: ['75012 Paris', '69003 Lyon', '25000 Besançon', '42100 Saint-Étienne'],
    authorities: ['Préfecture du Rhône', 'Préfecture de la Loire', 'Sous-préfecture de Dole'],
  },
  reported: {
    lastNames: [
      'Béranger',
      'Martin',
      'El Idrissi',
      'Schröder',
      "O'Neill",
      'Núñez',
      'Traoré',
      'Françoise',
      'Roux-Morel',
    ],
    men: ['Théo', 'Maël', 'Olivier', 'Jürgen', 'Aimé', 'Pierre-Yves', 'Grégoire', 'Sébastien'],
    women: ['Éléonore', 'Maëlle', 'Sophie', 'Chloé', 'Noémie', 'Marie-Ève', 'Aminata', 'Françoise'],
    places: [
      'Béziers',
      'Alençon',
      'Marseille 9e',
      'Évreux',
      'Châlons',
      'Abidjan',
      'Mâcon',
      'Villeneuve-d’Ascq',
    ],
    streets: ['rue du Château', 'boulevard Gambetta', 'ter chemin des Prés', 'allée Hélène Boucher'],
    towns: ['13009 Marseille', '59650 Villeneuve', '27000 Évreux', '61000 Alençon'],
    authorities: ["Préfecture de l'Eure", 'Préfecture du Nord', 'Préfecture de police'],
  },
}

interface Words {
  lastNames: readonly string[]
  men: readonly string[]
  women: readonly string[]
  places: readonly string[]
  streets: readonly string[]
  towns: readonly string[]
  authorities: readonly string[]
}

/** First names at most, and how often there is one more. */
const MOST_FIRST_NAMES = 3
const SHARE_OF_MORE = 0.5
/** Of the holders this many have a number of their state. */
const SHARE_OF_NUMBERED = 0.5

/** The n-th holder of a half: always the same. */
export function inventHolder(half: Half, index: number): Holder {
  const random = seededRandom(index, `holder ${half}`)
  const words = WORDS[half]
  const gender = random.pick(['M', 'F'] as const)
  const person = {
    // Documents are numbered by it; nobody of the cast has it.
    name: `${half} ${index}` as CastMember['name'],
    person: makePerson(FACES[index % FACES.length]),
    // One after the other, so that a few people have all the marks.
    lastName: words.lastNames[index % words.lastNames.length],
    firstNames: firstNamesOf(gender === 'M' ? words.men : words.women, random),
    birthDate: isoDate(random, { from: 1945, to: 2006 }),
    birthPlace: random.pick(words.places),
    gender,
    nationality: 'UTO' as const,
    heightCm: Math.round(random.between(150, 200)),
    personalNumber:
      random.uniform() < SHARE_OF_NUMBERED ? String(Math.floor(random.between(1e8, 1e9))) : null,
  }
  const address = `${Math.floor(random.between(1, 140))} ${random.pick(words.streets)} ${random.pick(words.towns)}`
  return { person, address: address.toUpperCase(), authority: random.pick(words.authorities) }
}

/** Faces that `bench/people` measured: they are not what is read here. */
const FACES = [4165, 2217, 3142, 3061, 3240, 2048, 3197, 2209]

function firstNamesOf(names: readonly string[], random: Random): string[] {
  const chosen = [random.pick(names)]
  while (chosen.length < MOST_FIRST_NAMES && random.uniform() < SHARE_OF_MORE) {
    const next = random.pick(names)
    if (!chosen.includes(next)) chosen.push(next)
  }
  return chosen
}

function isoDate(random: Random, years: { from: number; to: number }): string {
  const day =
    Date.UTC(years.from, 0, 1) + random.uniform() * (Date.UTC(years.to, 0, 1) - Date.UTC(years.from, 0, 1))
  return new Date(day).toISOString().slice(0, 10)
}

/** A document of a holder, with their address and an authority of their own. Documents end on days of many kinds. */
export function issueTo({ person, address, authority }: Holder, kind: DocumentKind): IssuedDocument {
  const random = seededRandom(person.person.seed, `${person.name} ${kind} days`)
  const document = issueDocument(person, kind, { expiryDate: isoDate(random, { from: 2027, to: 2035 }) })
  return { ...document, address, authority }
}
