import type { DocumentChoice } from '../../../domain/scene.ts'
import { ActionButton } from '../../elements/action-button.tsx'
import { Icon, type IconName } from '../../elements/icon.tsx'
import { ScreenLayout } from '../../elements/screen-layout.tsx'
import type { ScreenProps } from '../../journey/screens.ts'
import { useMessages } from '../../language/use-messages.ts'
import './document-choice-screen.css'

const ICONS: Readonly<Record<DocumentChoice, IconName>> = {
  passport: 'passport',
  'id-card': 'document',
  'residence-permit': 'permit',
  'driving-licence': 'licence',
}

/** Which document the applicant films; pressing one goes on. */
export function DocumentChoiceScreen({ documents, chosen, answer }: ScreenProps<'document-choice'>) {
  const messages = useMessages()
  return (
    <ScreenLayout
      title={messages.documentChoice.title}
      lead={messages.documentChoice.lead}
      actions={
        <ActionButton weight="quiet" onPress={() => answer('back')}>
          {messages.back}
        </ActionButton>
      }
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without markers. */}
      <ul class="documents" role="list">
        {documents.map((document) => (
          <li key={document}>
            <button
              type="button"
              class="document"
              aria-busy={chosen === document}
              aria-disabled={chosen !== null}
              onClick={() => chosen === null && answer(document)}
            >
              <span class="document-icon">
                <Icon name={ICONS[document]} size={28} />
              </span>
              <span class="document-words">
                <span class="document-name">{messages.documents[document].name}</span>
                <span class="document-filmed">{messages.documents[document].filmed}</span>
              </span>
              {chosen === document ? (
                <span class="action-spinner" aria-hidden="true" />
              ) : (
                <Icon name="forward" size={20} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </ScreenLayout>
  )
}
