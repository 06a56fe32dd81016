/** Where a form lies sealed. */
export const FORM_PLACE = 'applicant_forms.sealed'
