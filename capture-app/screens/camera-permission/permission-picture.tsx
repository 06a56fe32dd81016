/** The browser's question as it will look, with the answer to give. */
export function PermissionPicture() {
  return (
    <svg class="picture permission-picture" viewBox="0 0 320 150" aria-hidden="true">
      <rect class="permission-page" x="34" y="22" width="252" height="150" rx="14" />
      <rect class="permission-address" x="48" y="34" width="224" height="20" rx="10" />
      <circle class="permission-lock" cx="60" cy="44" r="4.5" />
      <rect class="permission-question" x="62" y="66" width="196" height="72" rx="13" />
      <path
        class="permission-camera"
        d="M82 80h14a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H82a4 4 0 0 1-4-4V84a4 4 0 0 1 4-4zM100 87.5l8-4.5v12l-8-4.5"
      />
      <rect class="picture-line" x="120" y="81" width="112" height="6" rx="3" />
      <rect class="picture-line" x="120" y="93" width="70" height="6" rx="3" />
      <rect class="permission-refuse" x="134" y="110" width="50" height="18" rx="9" />
      <rect class="permission-allow" x="192" y="110" width="54" height="18" rx="9" />
      <path class="permission-check" d="M212 119.5l5 4.5 9.5-9.5" />
    </svg>
  )
}
