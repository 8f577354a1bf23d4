import { byId } from './element.ts'

type Place = 'file' | 'earlier'

/** A file may be dropped anywhere: on the second card it is what to compare with, everywhere else it is the file to check. */
export function acceptDrops(onFile: (place: Place, file: File) => void): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(placeOf(event))
  })
  document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) mark(null) })
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(null)
    const [dropped] = event.dataTransfer?.files ?? []
    if (dropped) onFile(placeOf(event), dropped)
  })
}

const placeOf = ({ target }: DragEvent): Place => (target instanceof Element && target.closest('#earlier') ? 'earlier' : 'file')

function mark(place: Place | null): void {
  for (const id of ['file', 'earlier'] as const) byId(id).classList.toggle('file--over', place === id)
}
