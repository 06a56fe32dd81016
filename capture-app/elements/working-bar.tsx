import './working-bar.css'

/** Something is going on whose length nobody knows. The title of the screen says what. */
export function WorkingBar() {
  return (
    <div class="working" aria-hidden="true">
      <span class="working-part" />
    </div>
  )
}
