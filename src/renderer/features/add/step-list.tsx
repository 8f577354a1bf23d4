import { Icon } from '../../components/icon.tsx'

/** The steps of a form and where the person is. @param here counts from 1. */
export function StepList({ steps, here }: Readonly<{ steps: readonly string[]; here: number }>) {
  return (
    <ol className="psr-steps" aria-label="Steps">
      {steps.map((name, index) => {
        const number = index + 1
        const done = number < here
        return (
          <li key={name} tabIndex={number === here ? -1 : undefined} aria-current={number === here ? 'step' : undefined} data-done={done ? '' : undefined}>
            <span className="psr-steps__disc">{done ? <Icon name="tick" size={14} /> : number}</span>
            {name}{done && <span className="psr-vh">, done</span>}
          </li>
        )
      })}
    </ol>
  )
}
