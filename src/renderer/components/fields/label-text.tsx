/** A label with "(optional)" after it where the field may stay empty. */
export function LabelText({ label, optional = false }: Readonly<{ label: string; optional?: boolean }>) {
  return <>{label}{optional && <span className="psr-optional"> (optional)</span>}</>
}
