import { placeOf, referenceOf, routeOf } from '../../tab/router.ts'

test.each([
  ['', { page: 'home' }],
  ['index.html', { page: 'home' }],
  ['waiting', { page: 'waiting', query: '' }],
  ['waiting?sex=male', { page: 'waiting', query: 'sex=male' }],
  ['posts', { page: 'posts', list: 'out' }],
  ['posts/withdrawn', { page: 'posts', list: 'withdrawn' }],
  ['posts/nonsense', { page: 'posts', list: 'out' }],
  ['#/meetings', { page: 'meetings' }],
  ['child/FF-7K3Q0', { page: 'child', reference: 'FF-7K3Q0' }],
  ['#/child/ff7k3q0', { page: 'child', reference: 'FF-7K3Q0' }],
  ['administration', { page: 'administration', section: undefined }],
  ['administration/audit', { page: 'administration', section: 'audit' }],
  ['child/../../me', { page: 'unknown' }],
  ['child/%E0%A4%A', { page: 'unknown' }],
  ['child', { page: 'unknown' }],
  ['somewhere', { page: 'unknown' }],
])('%s leads to its page', (place, route) => {
  expect(routeOf(place)).toEqual(route)
})

test('a page’s address leads back to it', () => {
  for (const place of ['waiting?agency=LEICS&minDays=183', 'child/FF-7K3Q0', 'posts', 'posts/troubled', 'meetings', 'administration', 'administration/audit'])
    expect(placeOf(routeOf(place))).toBe(place)
})

test('a reference is read as people type it', () => {
  expect(['FF-7K3Q0', ' ff-7k3q0 ', 'FF7K3Q0', 'ff 7k3q0'].map(referenceOf)).toEqual(['FF-7K3Q0', 'FF-7K3Q0', 'FF-7K3Q0', 'FF-7K3Q0'])
  expect(['7K3Q0', 'AH-7K3Q0', 'FF-7K3', ''].map(referenceOf)).toEqual([undefined, undefined, undefined, undefined])
})
