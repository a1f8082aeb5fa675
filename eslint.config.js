import graphql from '@graphql-eslint/eslint-plugin';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Two pages with operations of their own, on one schema. */
const GRAPHQL_PROJECTS = Object.fromEntries(
  ['src/dashboard/queries/*.graphql', 'src/ide/examples/*.graphql'].map((documents) => [
    documents,
    { schema: 'schema.graphql', documents },
  ]),
);
const OPERATIONS = Object.keys(GRAPHQL_PROJECTS);

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'data/',
      'coverage/',
      'test-output/',
      'src/database/client/',
      'src/graphql/generated/',
      'src/dashboard/generated/',
      // A package of its own, which only the benchmark installs.
      'src/bench/peers/',
    ],
  },
  { ...js.configs.recommended, files: ['**/*.{js,cjs,mjs,ts,tsx}'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
  {
    files: [
      'src/config.ts',
      'src/config/**/*.ts',
      'src/testing/**/*.ts',
      'src/build/**/*.ts',
      '**/*.test.ts',
      '**/*.chaos.ts',
      'vitest.chaos.config.ts',
      'prisma.config.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['**/*.test.ts', '**/*.chaos.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['schema.graphql', ...OPERATIONS],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { projects: GRAPHQL_PROJECTS } },
    },
    plugins: { '@graphql-eslint': graphql },
  },
  {
    files: ['schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // One line of words stands in quotes, more lines in blocks; the rule knows only the one or the other.
      '@graphql-eslint/description-style': 'off',
      // An anomaly's figure is its anomaly; another name would break those who ask for it.
      '@graphql-eslint/no-typename-prefix': 'off',
      // A summary, an observation or an average is found by its city and time; an id would be a second name for it.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // No `Node` interface, for the same reason: `city(id:)` and `run(id:)` find what has an id.
          shouldImplementNode: false,
          // Connections also have `nodes`, for those who need no cursors, and closed sets are plain lists.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
        },
      ],
    },
  },
  {
    files: OPERATIONS,
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // It wants `id` wherever there is one, for normalised caches; neither page keeps one.
      '@graphql-eslint/require-selections': 'off',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
);
