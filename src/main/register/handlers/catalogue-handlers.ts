import { shippedCatalogue } from '../../exchange/catalogue.ts'
import { readDocument } from '../../exchange/document-text.ts'
import { searchCatalogue } from '../../../shared/domain/catalogue.ts'
import { likelyPassage } from '../../../shared/domain/likely-passage.ts'
import { perform } from '../acting.ts'
import { addFromCatalogue } from '../catalogue-commands.ts'
import type { Handlers } from '../handlers.ts'
import type { Office } from '../office.ts'

type Mine = 'catalogue.search' | 'catalogue.add' | 'clause.from-file'

export const catalogueHandlers = (office: Office): Pick<Handlers, Mine> => ({
  'catalogue.search': ({ words }) => {
    const { version, checkedOn, note, items } = shippedCatalogue
    return { version, checkedOn, note, total: items.length, items: [...searchCatalogue(items, words)] }
  },
  'catalogue.add': (input) => perform(office, addFromCatalogue, input),
  'clause.from-file': async () => {
    const file = await office.ports.chooseFileToOpen({ title: 'Take the clause from a PDF or Word file', kinds: [{ name: 'PDF or Word', extensions: ['pdf', 'docx'] }] })
    if (file === null) return null
    const read = await readDocument(file)
    const { pages, likely } = likelyPassage(read.pages, office.reading().rules)
    return { ...read, likely, pages: read.pages.map((page, index) => ({ ...page, purposes: pages[index]?.purposes ?? 0 })) }
  },
})
