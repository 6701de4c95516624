/** What every run of the tests shares; imports end in `.ts`, swc makes CommonJS of them and of the packages that ship modules only. */
export const base = {
  rootDir: '..',
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|uuid|temporal-polyfill|temporal-utils|@electric-sql|@asteasolutions|kysely)/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  // tells a hang, measures nothing: a busy machine may take several times what a quiet one does
  testTimeout: 180_000,
}

/** The tests that need a register: PGlite in memory, or a database of the server that TEST_DATABASE_URL names. */
export const withRegister = {
  ...base,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // two cores: half of them would be one
  maxWorkers: 2,
}
