import { withRegister } from './jest.base.mjs'

export default { ...withRegister, testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '\\.server\\.test\\.ts$'] }
