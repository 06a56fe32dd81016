import type { IdentificationRecord } from '../../../domain/identification-record.ts'
import { identify, type Resource, toOne, writeRatio, writeScore } from '../json-api.ts'
import type { AnswerUrls } from './answer-urls.ts'

/** What the applicant declared at the end (API text, "Forms"); null where no form was asked. */
export function presentForm({ form, identity }: IdentificationRecord, urls: AnswerUrls): Resource | null {
  if (!form) return null
  return {
    ...identify('forms', form.id),
    attributes: {
      'birth-place-country': form.birthPlaceCountry,
      'birth-date': form.birthDate,
      'birth-place-city': form.birthPlaceCity,
      'birth-place-city-code': form.birthPlaceCityCode,
      gender: form.gender,
      'first-name': form.firstName,
      'middle-name': form.middleName,
      'last-name': form.lastName,
      'married-name': form.marriedName,
      nationality: form.nationality,
      'phone-number': form.phoneNumber,
      'mail-address': form.mailAddress,
      'address-first-line': form.addressFirstLine,
      'address-second-line': form.addressSecondLine,
      'address-postcode': form.addressPostcode,
      'address-city': form.addressCity,
      'address-country': form.addressCountry,
      siren: form.siren,
    },
    relationships: {
      identity: toOne(
        `${urls.apiBaseUrl}/api/forms/${form.id}/identity`,
        identify('identities', identity.id),
      ),
    },
  }
}

/** How far the declared and the concluded identity agree (API text, "Identity-form-matches"). */
export function presentIdentityFormMatch(record: IdentificationRecord, urls: AnswerUrls): Resource | null {
  const { identityFormMatch: match, identity, form } = record
  if (!match) return null
  const base = `${urls.apiBaseUrl}/api/identity_form_matches/${match.id}`
  return {
    ...identify('identity-form-matches', match.id),
    attributes: { score: writeScore(match.score), match: writeRatio(match.match) },
    relationships: {
      identity: toOne(`${base}/identity`, identify('identities', identity.id)),
      form: toOne(`${base}/form`, form && identify('forms', form.id)),
    },
  }
}
