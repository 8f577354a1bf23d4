import { useId, type ReactNode } from 'react'

/** A part of a long form: its heading at the left, its fields in a grid beside it. */
export function FormPart({ title, line, children }: Readonly<{ title: string; line?: string; children: ReactNode }>) {
  const id = useId()
  return (
    <section className="psr-fields__part" aria-labelledby={id}>
      <div className="psr-fields__head"><h2 id={id}>{title}</h2>{line && <p className="psr-small psr-quiet">{line}</p>}</div>
      <div className="psr-fields__grid">{children}</div>
    </section>
  )
}
