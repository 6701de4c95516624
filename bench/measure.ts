/** One thing to time; it throws when the answer is not the one expected. */
export interface Contestant {
  readonly name: string
  readonly run: () => Promise<void>
}

export interface Times {
  readonly name: string
  /** milliseconds */
  readonly median: number
  readonly p95: number
  /** median of the ratios to the first contestant, round by round: the machine's mood cancels out */
  readonly ratio: number
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((left, right) => left - right)

/** Runs all contestants in turn, round after round, and compares each with the first (the floor). */
export const compare = async (contestants: readonly Contestant[], rounds: number, warmUp: number): Promise<readonly Times[]> => {
  const times = contestants.map(() => [] as number[])
  for (let round = -warmUp; round < rounds; round += 1)
    for (const [index, { run }] of contestants.entries()) {
      const started = performance.now()
      await run()
      if (round >= 0) times[index]?.push(performance.now() - started)
    }
  return contestants.map(({ name }, index) => {
    const own = times[index] ?? []
    const ratios = own.map((time, round) => time / (times[0]?.[round] ?? Number.NaN))
    return { name, median: at(ascending(own), 0.5), p95: at(ascending(own), 0.95), ratio: at(ascending(ratios), 0.5) }
  })
}
