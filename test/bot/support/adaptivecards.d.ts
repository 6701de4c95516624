/** The bundle that Node can load without a transform has the package's own types. */
declare module 'adaptivecards/dist/adaptivecards.js' {
  export * from 'adaptivecards'
}
