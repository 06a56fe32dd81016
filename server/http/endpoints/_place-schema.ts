import { iso31661Alpha3ToAlpha2, iso31662 } from 'iso-3166'
import { z } from 'zod'

const SUBDIVISIONS: ReadonlySet<string> = new Set(iso31662.map(({ code }) => code))

/** A country in use (ISO 3166-1 alpha-3). */
export const countryCode = z
  .string('must be a string')
  .refine((code) => Object.hasOwn(iso31661Alpha3ToAlpha2, code), 'must be an ISO 3166-1 alpha-3 code, as FRA')

/** A part of a country in use (ISO 3166-2). */
const subdivisionCode = z
  .string('must be a string')
  .refine((code) => SUBDIVISIONS.has(code), 'must be an ISO 3166-2 code, as US-NY')

/** A country and, where it is told, a part of it. */
export const placeOfResidence = z
  .object({ country: countryCode, subdivision: subdivisionCode.nullish() }, 'must be an object')
  .refine(({ country, subdivision }) => !subdivision || isPartOf(subdivision, country), {
    message: 'must be a part of the country',
    path: ['subdivision'],
  })

function isPartOf(subdivision: string, country: string): boolean {
  return subdivision.startsWith(`${iso31661Alpha3ToAlpha2[country]}-`)
}
