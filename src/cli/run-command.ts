/** Runs one command: what it answers is printed, what goes wrong is a sentence and exit code 1, never a stack. */
export const runCommand = (command: () => Promise<string>): void => {
  command().then(
    (said) => {
      process.stdout.write(`${said}\n`)
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    },
  )
}
