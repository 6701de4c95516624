import { base } from './jest.base.mjs'

export default { ...base, testMatch: ['<rootDir>/test/browser/**/*.test.ts'], testTimeout: 120_000 }
