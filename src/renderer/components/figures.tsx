/** A small bar beside the words that say the same: "4 of 6 withdrawn". */
export function Meter({ done, of, width = 84, height = 8 }: Readonly<{ done: number; of: number; width?: number; height?: number }>) {
  return (
    <svg className="psr-meter" width={width} height={height} role="img" aria-label={`${done} of ${of}`}>
      <rect className="psr-meter__whole" width={width} height={height} rx={height / 2} />
      <rect className="psr-meter__done" width={of === 0 ? 0 : width * Math.min(1, done / of)} height={height} rx={height / 2} />
    </svg>
  )
}

/** @param percent whole number from 0 to 100. */
export function Progress({ percent, label }: Readonly<{ percent: number; label: string }>) {
  return <progress className="psr-progress" value={percent} max={100} aria-label={label} />
}
