export type Problem = Readonly<{ text: string; fieldId: string | null }>

/**
 * What is wrong in a form, first thing on the page. Takes the focus each time `attempt` grows, and each line leads
 * to its field.
 */
export function ErrorSummary({ problems, attempt }: Readonly<{ problems: readonly Problem[]; attempt: number }>) {
  if (problems.length === 0) return null
  return (
    <div key={attempt} ref={takeFocus} className="nhsuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {problems.map(({ text, fieldId }) => (
              <li key={`${fieldId ?? ''}${text}`}>{fieldId === null ? text : <ProblemLink text={text} fieldId={fieldId} />}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

const takeFocus = (box: HTMLDivElement | null) => box?.focus()

function ProblemLink({ text, fieldId }: Readonly<{ text: string; fieldId: string }>) {
  return (
    <a
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault()
        const field = document.getElementById(fieldId)
        field?.focus()
        field?.closest('.nhsuk-form-group')?.scrollIntoView({ block: 'nearest' })
      }}
    >
      {text}
    </a>
  )
}
