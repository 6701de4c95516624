import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const root = new URL('..', import.meta.url).pathname

const never = (properties, message) => properties.map((property) => ({ property, message }))
/** What leaves for a conversation is a post: only posts call the port (design 4), so that audience, hash and audit are never passed by. */
const CARDS = never(['postCard', 'updateCard', 'deleteCard'], 'What leaves for a conversation is a post: ask src/posts for it.')
/** Answers within a turn go out in one place. */
const TURNS = never(
  [
    'sendActivity',
    'sendActivities',
    'updateActivity',
    'deleteActivity',
    'continueConversation',
    'continueConversationAsync',
    'createConversation',
    'createConversationAsync',
    'sendMessageToTeamsChannel',
    'replyToActivity',
    'sendToConversation',
  ],
  'Only bot/teams-bot.ts and bot/adapter.ts answer a turn; anything else is a post.',
)

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only src/config.ts reads the environment.' },
      ],
      'no-console': 'error',
      // the flat context is deprecated in the library's interface, and still what a host sends
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'package', package: '@microsoft/teams-js', name: 'Context' }] }],
      // references and codes are ASCII: their characters are their code units
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
      // a transaction names no table until a store adds its own
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // newId<ChildId>(): the caller says whose id it is
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  { files: ['src/**/*.ts', 'bot/**/*.ts'], rules: { 'no-restricted-properties': ['error', ...CARDS, ...TURNS] } },
  { files: ['src/posts/delivery/send-post.ts', 'src/posts/delivery/update-post.ts'], rules: { 'no-restricted-properties': ['error', ...TURNS] } },
  { files: ['bot/teams-bot.ts', 'bot/adapter.ts'], rules: { 'no-restricted-properties': ['error', ...CARDS] } },
  {
    files: ['src/config.ts', 'src/main.ts', 'src/cli/**/*.ts', 'test/**/*.ts', 'bench/**', '.ci/**', '**/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  {
    files: ['src/main.ts', 'src/cli/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env'] > Identifier.property[name!='env']",
          message: 'Only src/config.ts reads the environment.',
        },
      ],
    },
  },
  { files: ['tab/**/*.{ts,tsx}', 'src/local/page/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, rules: { ...hooks.configs.recommended.rules } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
  },
)
