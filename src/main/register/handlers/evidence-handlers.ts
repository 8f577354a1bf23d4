import { acting, perform } from '../acting.ts'
import type { EvidenceDesk } from '../evidence-desk.ts'
import { attachEvidence, describeEvidence, placesOf, setEvidenceAside } from '../evidence-commands.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'

type Mine = 'evidence.choose' | 'evidence.attach' | 'evidence.describe' | 'evidence.set-aside' | 'evidence.save-copy' | 'evidence.open'

export function evidenceHandlers(office: Office, desk: EvidenceDesk): Pick<Handlers, Mine> {
  return {
    'evidence.choose': async () => {
      const chosen = await desk.choose(acting(office).person.id)
      if (chosen === null) return null
      const { content: _kept, ...file } = chosen
      return { ...file, alsoAt: placesOf(acting(office), file.sha256) }
    },
    'evidence.attach': (input) => {
      const file = desk.chosen(input.token, acting(office).person.id)
      const attached = perform(office, attachEvidence, { ...input, file })
      desk.forget()
      return attached
    },
    'evidence.describe': (input) => perform(office, describeEvidence, input),
    'evidence.set-aside': (input) => perform(office, setEvidenceAside, input),
    'evidence.save-copy': ({ subject, evidence }) => desk.saveCopy(acting(office), subject, evidence),
    'evidence.open': ({ subject, evidence }) => desk.open(acting(office), subject, evidence),
  }
}
