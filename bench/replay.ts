import pg from 'pg'
import { newId } from '../src/core/ids.ts'

interface Statement {
  readonly client: pg.Client
  readonly text: string
  readonly values: readonly unknown[]
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/**
 * The statements that one piece of work sends, with their parameters, transaction by transaction: the floor sends exactly these and
 * does nothing else. Both engines speak through pg's client.
 */
export const recordStatements = async (work: () => Promise<unknown>): Promise<readonly Statement[]> => {
  const recorded: Statement[] = []
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own client below
  const original = pg.Client.prototype.query
  const listening = function (this: pg.Client, ...words: unknown[]): unknown {
    const [text, values] = words
    if (typeof text === 'string') recorded.push({ client: this, text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(original, this, words)
  }
  pg.Client.prototype.query = listening as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return recorded
}

/** Sends them again; the audit row gets an id of its own and the present moment, as every audit row does. */
export const replay = async (statements: readonly Statement[]): Promise<void> => {
  for (const { client, text, values } of statements) {
    if (!text.startsWith('insert into audit')) await client.query(text, [...values])
    else await client.query(text, withNewIds(values))
  }
}

/** An audit row's id comes first and is followed by the agency's number; worker ids keep their value. */
const withNewIds = (values: readonly unknown[]): unknown[] =>
  values.map((value, index) => (typeof value === 'string' && UUID_V7.test(value) && typeof values[index + 1] === 'number' ? newId() : value))
