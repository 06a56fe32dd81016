import { seeCard } from '../../../../analysis/document/card/see-card.ts'
import { measureDoubts } from '../../../../analysis/document/doubts/measure-doubts.ts'
import type { Image } from '../../../../domain/image.ts'
import { checkScreen } from '../../../../server/checks/rules/check-screen.ts'
import { makeFront } from '../../../../test/fakes/scene-facts.ts'
import { CAST, CAST_NAMES } from '../../../../test/people/cast.ts'
import { drawDocument } from '../../../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../../../test/people/documents/issue-document.ts'
import { makePerson } from '../../../../test/people/person/person.ts'
import { loadPicture } from '../../specimens/load-picture.ts'
import type { Specimen } from '../../specimens/specimen.ts'
import type { DoubtOutcome } from '../measure-doubts.ts'
import type { PanelName } from './_panels.ts'
import type { Desk, Shown } from './_surfaces.ts'
import { filmAPanel } from './film-a-panel.ts'

const SET = 'screens and prints that the rule for screens was set on'
const PANELS: readonly PanelName[] = ['leaning', 'sideways', 'diamonds', 'delta']
/** Widths of the card on the screen, pixels: from a low screen to the finest phone. */
const WIDTHS = [400, 520, 640, 700, 810, 930, 1060, 1130, 1330, 1500]
const DESKS: readonly Desk[] = ['plain', 'weave', 'wood']
/** Periods of halftones, shares of the card's width: 0.4, 0.5 and 0.7 mm on an ID-1 card, coarse enough for a frame to show. */
const HALFTONES = [0.0045, 0.006, 0.0085]
/** Every so many of the specimens are filmed: about a third of the films that the rule was set on, each as it was then. */
const EVERY = { screen: 6, film: 5, halftone: 6 }
/** Drawn cards: all are shown by screens, the first ones filmed on a desk too. */
const DRAWN = { screens: 12, films: 3 }
const KINDS: readonly DocumentKind[] = ['passport', 'id-card', 'french-card', 'driving-licence']
const SEEDS = { film: 1000, halftone: 1500, screen: 2000, drawn: 41_000, drawnFilm: 41_500 }
/** Pixels of a sensor for one of the frame, in a row. */
const FINE_SENSOR = 1.5

/** A film, what is right to say of it and how it is called. */
interface PanelFilm {
  shown: Shown
  seed: number
  sensorScale: number
  cause: string
  card(): Promise<Image>
}

/**
 * The rule as it stands, on a third of what it was set on: no proof, but what its thresholds came from. Of the specimens
 * only those for development. About 2.5 s a film.
 */
export async function measurePanels(specimens: readonly Specimen[]): Promise<DoubtOutcome[]> {
  const development = specimens.filter(({ split }) => split === 'development')
  const films = [...development.flatMap(filmsOfSpecimen), ...drawnFilms()]
  const outcomes: DoubtOutcome[] = []
  for (const { shown, seed, sensorScale, cause, card } of films) {
    const sight = seeCard(await filmAPanel(await card(), { shown, seed, sensorScale }))
    const doubts = measureDoubts({ sight, sights: [sight], quad: sight.card, print: null, mrz: null })
    const score = checkScreen(makeFront({ mrz: null, doubts }))?.score ?? null
    outcomes.push({ set: SET, truth: 'panel' in shown ? 'screen' : null, cause, scores: { screen: score } })
  }
  return outcomes
}

function filmsOfSpecimen({ path }: Specimen, index: number): PanelFilm[] {
  const of = { sensorScale: FINE_SENSOR, card: () => loadPicture(path) }
  const films: PanelFilm[] = []
  if (index % EVERY.screen === 0) {
    const turn = index / 2
    const panel = PANELS[turn % PANELS.length]
    const shown = { panel, pixels: WIDTHS[(turn * 3) % WIDTHS.length] }
    films.push({ ...of, shown, seed: SEEDS.screen + index, cause: panel })
  }
  if (index % EVERY.film === 0) {
    const shown = { desk: DESKS[index % DESKS.length], halftone: null }
    films.push({ ...of, shown, seed: SEEDS.film + index, cause: 'filmed on a desk' })
  }
  if (index % EVERY.halftone === 0) {
    const shown = { desk: DESKS[0], halftone: HALFTONES[(index / 3) % HALFTONES.length] }
    films.push({ ...of, shown, seed: SEEDS.halftone + index, cause: 'a print in dots' })
  }
  return films
}

function drawnFilms(): PanelFilm[] {
  return Array.from({ length: DRAWN.screens }, (_, index) => {
    const of = { sensorScale: index % 2 === 1 ? FINE_SENSOR : 1, card: () => drawCard(index) }
    const panel = PANELS[(Math.floor(index / KINDS.length) + index) % PANELS.length]
    const shown = { panel, pixels: WIDTHS[(index * 7) % WIDTHS.length] }
    const screen = { ...of, shown, seed: SEEDS.drawn + index, cause: panel }
    const onDesk = { desk: DESKS[index % DESKS.length], halftone: null }
    const film = { ...of, shown: onDesk, seed: SEEDS.drawnFilm + index, cause: 'filmed on a desk' }
    return index < DRAWN.films ? [screen, film] : [screen]
  }).flat()
}

/** A document of a person of its own. */
async function drawCard(index: number): Promise<Image> {
  const seed = SEEDS.drawn + index
  const holder = { ...CAST[CAST_NAMES[seed % CAST_NAMES.length]], person: makePerson(seed) }
  return (await drawDocument(issueDocument(holder, KINDS[index % KINDS.length]))).front
}
