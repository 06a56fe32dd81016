/** A card under a scanning frame, with its check mark. */
export function WelcomePicture() {
  return (
    <svg class="picture welcome-picture" viewBox="0 0 320 150" aria-hidden="true">
      <circle class="picture-halo" cx="160" cy="75" r="64" />
      <g transform="rotate(-4 160 75)">
        <rect class="picture-card" x="96" y="36" width="128" height="80" rx="10" />
        <rect class="picture-photo" x="107" y="50" width="34" height="42" rx="5" />
        <circle class="picture-head" cx="124" cy="66" r="7.5" />
        <path class="picture-head" d="M111 92c1-9 6-13.5 13-13.5s12 4.5 13 13.5z" />
        <rect class="picture-line" x="150" y="54" width="58" height="6" rx="3" />
        <rect class="picture-line" x="150" y="68" width="42" height="6" rx="3" />
        <rect class="picture-line" x="150" y="82" width="50" height="6" rx="3" />
        <rect class="picture-line" x="107" y="101" width="106" height="5" rx="2.5" />
      </g>
      <path
        class="picture-frame"
        d="M80 46V30a8 8 0 0 1 8-8h16M216 22h16a8 8 0 0 1 8 8v16M240 104v16a8 8 0 0 1-8 8h-16M104 128H88a8 8 0 0 1-8-8v-16"
      />
      <circle class="picture-seal" cx="232" cy="112" r="19" />
      <path class="picture-check" d="M223.5 112.5l6 6 11.5-12.5" />
    </svg>
  )
}
