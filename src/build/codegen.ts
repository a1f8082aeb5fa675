import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Resolver types from the schema; a mapper says what a resolver of another type hands on. And for the dashboard, its
 * queries as text with the types of their variables and answers.
 */
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
          Forecast: '../nodes.js#ForecastNode',
          RefreshWeatherPayload: '../nodes.js#RunPayloadNode',
          StartBackfillPayload: '../nodes.js#RunPayloadNode',
          ReplayPayload: '../nodes.js#RunPayloadNode',
          RetryRejectsPayload: '../nodes.js#RunPayloadNode',
          RebuildSummariesPayload: '../nodes.js#RunPayloadNode',
          CancelRunPayload: '../nodes.js#RunPayloadNode',
          TrackCitiesPayload: '../nodes.js#TrackCitiesNode',
          UntrackCitiesPayload: '../nodes.js#CitiesPayloadNode',
          Payload: '../nodes.js#PayloadNode',
          Warehouse: '../nodes.js#WarehouseNode',
        },
      },
    },
    'src/dashboard/generated/': {
      preset: 'client',
      documents: 'src/dashboard/queries/*.graphql',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        emitLegacyCommonJSImports: false,
        scalars: { ID: 'string', DateTime: 'string', Date: 'string', Duration: 'string', BigCount: 'number' },
      },
    },
  },
};

export default config;
