import * as z from 'zod'

// zod compiles its parsers with `new Function` where it may; the page's content security policy forbids that, and even the attempt is reported.
// Imported first by main.tsx, before any contract is made.
z.config({ jitless: true })
