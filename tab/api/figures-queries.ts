import { useQuery } from '@tanstack/react-query'
import { periodFigures, pipeline } from '../../src/overview/figures/figures-contract.ts'
import { useClient } from './queries.ts'

/** What the own agency's children with a parallel plan will need of families. */
export const usePipeline = () => {
  const client = useClient()
  return useQuery({ queryKey: ['pipeline'], queryFn: ({ signal }) => client.call({ path: 'pipeline', answer: pipeline, signal }) })
}

/** The own agency's decisions, orders and placements of a period; asked only for days that are whole. */
export const usePeriodFigures = (from: string, until: string) => {
  const client = useClient()
  return useQuery({
    queryKey: ['figures', from, until],
    enabled: from !== '' && until !== '',
    queryFn: ({ signal }) => client.call({ path: 'figures', query: new URLSearchParams({ from, until }), answer: periodFigures, signal }),
  })
}
