import { plainMarkdown } from '../../src/local/page/chat/plain-markdown.ts'

test('bold, italic, lists and escaped marks are read as Teams reads them', () => {
  expect(plainMarkdown('**922 days** for *her*')).toBe('<strong>922 days</strong> for <em>her</em>')
  expect(plainMarkdown('one brother \\(to be placed together\\), 2 \\* 3')).toBe('one brother &#40;to be placed together&#41;, 2 &#42; 3')
  expect(plainMarkdown('- one\n- two')).toBe('<ul><li>one</li><li>two</li></ul>')
  expect(plainMarkdown('one\ntwo')).toBe('one<br>two')
})

test('nothing in a text becomes markup', () => {
  expect(plainMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img')
  expect(plainMarkdown('**<script>**')).toBe('<strong>&lt;script&gt;</strong>')
  expect(plainMarkdown('[open](javascript:alert(1))')).not.toContain('<a')
})
