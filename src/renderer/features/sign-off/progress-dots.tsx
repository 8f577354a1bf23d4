import type { Sitting } from './sitting.ts'

const most = 16

/** One mark a statement: answered, this one, still to come. Many statements share one bar. */
export function ProgressDots({ sitting: { place, of, answered } }: Readonly<{ sitting: Sitting }>) {
  return (
    <>
      {of > most ? (
        <span className="psr-so__bar" aria-hidden="true"><i style={{ width: `${(answered / of) * 100}%` }} /></span>
      ) : (
        <span className="psr-so__dots" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => index + 1).map((number) => (
            <i key={number} data-mark={number <= answered ? 'answered' : number === place ? 'here' : undefined} />
          ))}
        </span>
      )}
    </>
  )
}
