import * as z from 'zod'

/** Without it zod tries to build its parsers with eval, which the page's content security policy forbids and reports. */
z.config({ jitless: true })
