import { pino, type Logger } from 'pino'
import { factsOf } from './catch-faults.ts'

/** JSON lines to standard output. Whatever error is handed over, only its kind and its places in our code are written: messages may hold what people typed. */
export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: factsOf, error: factsOf },
  })
