/** What the global set-up left in the environment for the test files. */
export const prepared = (name: 'FF_TEST_BUILD' | 'FF_TEST_DUMP' | 'FF_TEST_TEMPLATE'): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run the tests with jest's config of this project, whose global set-up makes it.`)
  return value
}
