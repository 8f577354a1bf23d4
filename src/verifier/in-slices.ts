/** How long the page may not answer, in milliseconds: shorter than anybody notices. */
const slice = 40

/**
 * Runs steps to their end and lets the page draw and answer in between.
 * @param told how far it is, once a slice
 * @param given up asked once a slice; null is returned when it says so
 */
export async function inSlices<T>(steps: Generator<number, T>, told: (share: number) => void, givenUp: () => boolean): Promise<T | null> {
  for (;;) {
    const until = performance.now() + slice
    let step = steps.next()
    while (step.done !== true && performance.now() < until) step = steps.next()
    if (step.done === true) return givenUp() ? null : step.value
    told(step.value)
    await new Promise((resolve) => { setTimeout(resolve) })
    if (givenUp()) return null
  }
}
