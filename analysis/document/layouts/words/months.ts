/**
 * How words for months begin, from January on, in the languages that ICAO 9303-3 §3.3 asks for one of (English, French,
 * Spanish), then in others: German, Dutch, Italian, Portuguese, Romanian, those of Scandinavia and Estonian. The longest
 * counts: November in Finnish begins as March does.
 */
export const MONTH_BEGINNINGS: readonly (readonly string[])[] = [
  ['JAN', 'ENE', 'GEN', 'IAN', 'JAAN'],
  ['FEB', 'FEV', 'VEEB'],
  ['MAR', 'MAE', 'MRZ', 'MRT', 'MAA'],
  ['APR', 'AVR', 'ABR'],
  ['MAY', 'MAI', 'MEI', 'MAG', 'MAJ'],
  ['JUN', 'JUIN', 'GIU', 'IUN', 'JUUN'],
  ['JUL', 'JUIL', 'LUG', 'IUL', 'JUUL'],
  ['AUG', 'AOU', 'AGO'],
  ['SEP', 'SET'],
  ['OCT', 'OKT', 'OTT', 'OUT'],
  ['NOV', 'NOI', 'MARRAS'],
  ['DEC', 'DEZ', 'DIC', 'DES', 'DETS'],
]

/**
 * Short forms without accents in Polish, Czech, Croatian, Finnish, Lithuanian, Hungarian, Slovene and Maltese, which begin words
 * of other kinds too. LIP, LIS and SRP are two months in two of these languages, and left to layouts.
 */
export const MONTH_ABBREVIATIONS: readonly (readonly string[])[] = [
  ['STY', 'LED', 'SIJ', 'TAM', 'TAMMI', 'SAU'],
  ['LUT', 'UNO', 'VELJ', 'HEL', 'HELMI', 'VAS', 'FRA'],
  ['BRE', 'OZU', 'MAALIS', 'KOV'],
  ['KWI', 'DUB', 'TRA', 'HUH', 'HUHTI', 'BAL'],
  ['KVE', 'SVI', 'TOU', 'TOUKO', 'GEG', 'MEJ'],
  ['CZE', 'CVN', 'KES', 'KESA', 'BIR', 'GUN'],
  ['CVC', 'HEI', 'HEINA', 'LIE', 'LUL'],
  ['SIE', 'KOL', 'ELO', 'RUGP', 'AVG', 'AWW'],
  ['WRZ', 'ZAR', 'RUJ', 'SYYS', 'RUGS', 'SZE', 'SZEPT'],
  ['PAZ', 'RIJ', 'LOKA', 'SPA'],
  ['STU', 'LAP'],
  ['GRU', 'PRO', 'JOULU'],
]
