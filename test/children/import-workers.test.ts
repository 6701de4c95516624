import { workersByName } from '../../src/children/importing/import-workers.ts'
import { newId, type WorkerId } from '../../src/core/ids.ts'

/** A minute is a hang: read anew for each row, these names took two. */
const HANG = 60_000

test(
  'very many rows ask for hundreds of workers',
  () => {
    const workers = Array.from({ length: 300 }, (_hole, at) => ({
      id: newId<WorkerId>(),
      name: `Ann Marie Family${String.fromCharCode(97 + (at % 26))}${'x'.repeat(at / 26)}`,
    }))
    const named = workersByName(workers)
    for (let row = 0; row < 60_000; row += 1) named(workers[row % 300]?.name ?? '')
    expect(named('A. Marie Familya')?.id).toBe(workers[0]?.id)
    expect(named('ann  marie familyB')?.id).toBe(workers[1]?.id)
  },
  HANG,
)
