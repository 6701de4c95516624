import { withRegister } from './jest.base.mjs'

export default {
  ...withRegister, // the embedded engine's own tests need no server
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '/test/database/(embedded|backup|data-lock)\\.'],
}
