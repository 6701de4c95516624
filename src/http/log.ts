/** What this service writes to its log: events and ids. Never a name, a token, a query string or a body. */
export interface Log {
  info(facts: Readonly<Record<string, unknown>>, event: string): void
  warn(facts: Readonly<Record<string, unknown>>, event: string): void
  error(facts: Readonly<Record<string, unknown>>, event: string): void
}
