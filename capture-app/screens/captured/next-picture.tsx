import type { SceneName } from '../../../domain/scene.ts'

/** What to do next, in a drawing: turn the card over, or turn the camera to oneself. */
export function NextPicture({ scene }: { scene: SceneName }) {
  return (
    <svg class="next-picture" width="150" height="104" viewBox="0 0 150 104" aria-hidden="true">
      {scene === 'face' ? <FaceDrawing /> : <CardDrawing />}
    </svg>
  )
}

function CardDrawing() {
  return (
    <>
      <rect class="next-ghost" x="14" y="30" width="84" height="54" rx="8" />
      <rect class="next-card" x="46" y="24" width="90" height="58" rx="8" />
      <rect class="next-line" x="56" y="34" width="44" height="5" rx="2.5" />
      <rect class="next-line" x="56" y="45" width="30" height="5" rx="2.5" />
      <rect class="next-strong" x="56" y="60" width="70" height="4.5" rx="2" />
      <rect class="next-strong" x="56" y="68" width="70" height="4.5" rx="2" />
      <path class="next-arrow" d="M30 20c14-12 34-15 52-8M74 4l10 8.5-9.5 8" />
    </>
  )
}

function FaceDrawing() {
  return (
    <>
      <ellipse class="next-oval" cx="75" cy="50" rx="33" ry="43" />
      <circle class="next-head" cx="75" cy="40" r="15" />
      <path class="next-head" d="M52 78c3-12 11-18 23-18s20 6 23 18c-6 7.5-14 11.5-23 11.5S58 85.5 52 78z" />
      <path class="next-arrow" d="M28 38 15 50l13 12M122 38l13 12-13 12" />
    </>
  )
}
