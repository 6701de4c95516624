import { withRegister } from './jest.base.mjs'

/** The embedded engine's own tests need no server. */
export default {
  ...withRegister,
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '/test/database/(embedded|backup|forgotten|data-lock)\\.'],
}
