/** Drawings on a 24 x 24 grid, stroked in the colour of the text. */
const DRAWINGS = {
  document:
    'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM10.5 10.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM5.6 16c.5-1.7 1.5-2.4 2.9-2.4s2.4.7 2.9 2.4M14.5 9.5H18M14.5 12.5H18M14.5 15.5h2',
  passport:
    'M7 3h10a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM15.8 10a3.8 3.8 0 1 1-7.6 0 3.8 3.8 0 0 1 7.6 0zM8.2 10h7.6M12 6.2c-1.7 2.3-1.7 5.3 0 7.6 1.7-2.3 1.7-5.3 0-7.6zM9.5 17.5h5',
  permit: 'M4 11.2 12 4.5l8 6.7M6.2 9.6V19h11.6V9.6M10 19v-5h4v5',
  licence:
    'M4 17.5v-4.6l1.7-4.6A2 2 0 0 1 7.6 7h8.8a2 2 0 0 1 1.9 1.3l1.7 4.6v4.6h-2.6v-1.8H6.6v1.8zM4.3 12.4h15.4M7 14.2h.01M17 14.2h.01',
  face: 'M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2M9 9.5v.8M15 9.5v.8M8.6 14c.9 1.2 2 1.8 3.4 1.8s2.5-.6 3.4-1.8',
  people:
    'M11.5 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM3 18.5c.6-3.2 2.6-4.8 5.5-4.8s4.9 1.6 5.5 4.8M15 5.4a3 3 0 0 1 0 5.2M17 14.2c2.1.5 3.5 2 4 4.3',
  check: 'M5 12.8l4.6 4.6L19.2 7.4',
  cross: 'M6 6l12 12M18 6 6 18',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5.2l3.3 2',
  light:
    'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 2.8v1.7M12 19.5v1.7M2.8 12h1.7M19.5 12h1.7M5.5 5.5l1.2 1.2M17.3 17.3l1.2 1.2M18.5 5.5l-1.2 1.2M6.7 17.3l-1.2 1.2',
  silent:
    'M15 10.6V6a3 3 0 0 0-5.9-.8M9 9.2V11a3 3 0 0 0 4.6 2.5M5.5 11a6.5 6.5 0 0 0 10.3 5.3M18.5 11c0 1-.2 1.9-.6 2.7M12 17.6V21M4 4l16 16',
  camera:
    'M5 6.5h8.5a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM15.5 10.8l5.5-3v8.4l-5.5-3',
  building: 'M4.5 20V8.2L12 4l7.5 4.2V20M2.5 20h19M9.5 20v-4.5h5V20M9 11h.01M12 11h.01M15 11h.01',
  search: 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.3 15.3 20.5 20.5',
  frame: 'M4 9V6a2 2 0 0 1 2-2h3M15 4h3a2 2 0 0 1 2 2v3M20 15v3a2 2 0 0 1-2 2h-3M9 20H6a2 2 0 0 1-2-2v-3',
  still: 'M8.5 5v14M15.5 5v14',
  warning: 'M12 4.5 21 19.5H3zM12 10.5v4M12 17h.01',
  network: 'M2.5 9.2a14 14 0 0 1 19 0M5.8 12.7a9 9 0 0 1 12.4 0M9 16.2a4.4 4.4 0 0 1 6 0M12 19.6h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 1 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 1 0 5.7 5.7l1-1',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  left: 'M20 12H5M11.5 5.5 5 12l6.5 6.5',
  right: 'M4 12h15M12.5 5.5 19 12l-6.5 6.5',
  leave: 'M13 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS

/** A drawing of `size` pixels; never the only carrier of a meaning, so hidden from screen readers. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
