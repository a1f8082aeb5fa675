import type { CodegenConfig } from '@graphql-codegen/cli';

/** Resolver types from the schema; a mapper says what a resolver of another type hands on. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'src/graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        avoidOptionals: { defaultValue: true },
        emitLegacyCommonJSImports: false,
        contextType: '../context.js#Context',
        scalars: {
          ID: 'string',
          DateTime: { input: 'string', output: 'number' },
          Date: 'string',
          Duration: 'string',
          BigCount: 'number',
        },
        mappers: {
          City: '../nodes.js#CityNode',
          CityConnection: '../cities/list.js#ListedCities',
          Observation: '../nodes.js#ObservationNode',
          HourlySummary: '../nodes.js#HourlySummaryNode',
          DailySummary: '../nodes.js#DailySummaryNode',
          MovingAverage: '../nodes.js#MovingAverageNode',
          Reject: '../nodes.js#RejectNode',
          RankedCity: '../nodes.js#RankedCityNode',
          Run: '../nodes.js#RunNode',
          RefreshWeatherPayload: '../nodes.js#RefreshWeatherNode',
          Warehouse: '../nodes.js#WarehouseNode',
        },
      },
    },
  },
};

export default config;
