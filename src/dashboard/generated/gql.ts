/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Alerts {\n  parameters(units: METRIC) {\n    parameter\n    unit\n  }\n  alerts(first: 20) {\n    id\n    kind\n    severity\n    title\n    message\n    raisedAt\n    resolvedAt\n    deliveredAt\n    deliveryError\n  }\n  alertRules {\n    id\n    name\n    subject\n    parameter\n    comparison\n    threshold\n    hoursAhead\n    cityIds\n    countryCodes\n    enabled\n  }\n}": typeof types.AlertsDocument,
    "query Averages($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    short: movingAverages(range: $range, windowHours: 5, units: $units, first: 500) {\n      nodes {\n        hour\n        value: airTemperature\n      }\n    }\n    long: movingAverages(range: $range, windowHours: 24, units: $units, first: 500) {\n      nodes {\n        hour\n        value: airTemperature\n      }\n    }\n  }\n}": typeof types.AveragesDocument,
    "mutation CreateAlertRule($input: CreateAlertRuleInput!) {\n  createAlertRule(input: $input) {\n    rule {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": typeof types.CreateAlertRuleDocument,
    "query DaySeries($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!) {\n  observed: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n    interval: DAY\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}": typeof types.DaySeriesDocument,
    "query Days($id: ID!, $range: DateRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    dailySummaries(range: $range, units: $units, first: 500) {\n      nodes {\n        date\n        values: airTemperature {\n          min\n          mean\n          max\n        }\n        coverage {\n          observedHours\n          expectedHours\n          ratio\n          complete\n        }\n      }\n    }\n  }\n}": typeof types.DaysDocument,
    "mutation DeleteAlertRule($id: ID!) {\n  deleteAlertRule(input: {id: $id}) {\n    deletedId\n    userErrors {\n      code\n      message\n    }\n  }\n}": typeof types.DeleteAlertRuleDocument,
    "query Forecasts($id: ID!, $past: TimeRange!, $coming: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    forecast(range: $coming, units: $units) {\n      issuedAt\n      source {\n        name\n      }\n      points {\n        validAt\n        value: airTemperature\n      }\n    }\n    forecastAhead(range: $past, hours: 24, units: $units) {\n      validAt\n      value: airTemperature\n    }\n  }\n}": typeof types.ForecastsDocument,
    "query Freshness {\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: 500\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      tracking {\n        source\n        intervalMinutes\n        nextDueAt\n        lastFetchedAt\n        lastObservedAt\n        paused\n        failures\n      }\n    }\n  }\n}": typeof types.FreshnessDocument,
    "query Hours($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    hourlySummaries(range: $range, units: $units, first: 500) {\n      nodes {\n        hour\n        values: airTemperature {\n          min\n          mean\n          max\n        }\n      }\n    }\n  }\n}": typeof types.HoursDocument,
    "query LargestTracked($first: Int!) {\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: $first\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      population\n      tracking {\n        intervalMinutes\n      }\n    }\n  }\n}": typeof types.LargestTrackedDocument,
    "query MapAnomalies($ids: [ID!]!, $range: DateRange!, $units: Units!) {\n  cities(filter: {ids: $ids}, first: 80) {\n    nodes {\n      id\n      anomalies(range: $range, units: $units) {\n        deviationUnit\n        days {\n          date\n          anomaly\n        }\n      }\n    }\n  }\n}": typeof types.MapAnomaliesDocument,
    "query MapNow($units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: 500\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      coordinates {\n        latitude\n        longitude\n      }\n      latestObservation(units: $units) {\n        observedAt\n        airTemperature\n        relativeHumidity\n        pressure {\n          meanSeaLevel\n        }\n        wind {\n          speed\n        }\n      }\n    }\n  }\n}": typeof types.MapNowDocument,
    "query MapRanking($by: RankingMeasure!, $units: Units!) {\n  ranking(by: $by, filter: {tracked: true}, units: $units, first: 500) {\n    value\n    unit\n    city {\n      id\n    }\n  }\n}": typeof types.MapRankingDocument,
    "query MapRecords($ids: [ID!]!, $units: Units!) {\n  cities(filter: {ids: $ids}, first: 80) {\n    nodes {\n      id\n      records(units: $units) {\n        kind\n        value\n        unit\n        dates\n      }\n    }\n  }\n}": typeof types.MapRecordsDocument,
    "query MapWeeks($ids: [ID!]!, $range: TimeRange!, $units: Units!) {\n  series(\n    cityIds: $ids\n    parameters: [AIR_TEMPERATURE]\n    range: $range\n    interval: DAY\n    units: $units\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}": typeof types.MapWeeksDocument,
    "query Now($ids: [ID!]!, $units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  cities(filter: {ids: $ids}, first: 12) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      timeZone\n      tracking {\n        intervalMinutes\n        nextDueAt\n        paused\n        failures\n      }\n      latestObservation(units: $units) {\n        observedAt\n        fetchedAt\n        airTemperature\n        apparentTemperature\n        relativeHumidity\n        cloudCover\n        visibility\n        pressure {\n          meanSeaLevel\n        }\n        wind {\n          speed\n          gustSpeed\n          fromDirection\n        }\n        precipitation {\n          total\n          kind\n        }\n        conditions {\n          code\n          group\n          description\n        }\n        source {\n          source\n          name\n          licence\n          attribution\n        }\n      }\n    }\n  }\n}": typeof types.NowDocument,
    "subscription ObservationAdded($cityIds: [ID!]!) {\n  observationAdded(cityIds: $cityIds) {\n    city {\n      id\n    }\n    observedAt\n  }\n}": typeof types.ObservationAddedDocument,
    "query Observations($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    observations(range: $range, units: $units, first: 500) {\n      nodes {\n        observedAt\n        value: airTemperature\n      }\n    }\n  }\n}": typeof types.ObservationsDocument,
    "query Pipeline {\n  warehouse {\n    trackedCities\n    observations\n    firstObservedAt\n    lastObservedAt\n    demo\n    quotas {\n      source\n      period\n      used\n      limit\n      resetsAt\n    }\n    nextRuns {\n      job\n      at\n    }\n    checks {\n      name\n      severity\n      status\n      failing\n      checkedAt\n    }\n  }\n  runs(first: 20) {\n    nodes {\n      ...RunParts\n    }\n  }\n}\n\nfragment RunParts on Run {\n  id\n  job\n  trigger\n  status\n  requestedAt\n  startedAt\n  finishedAt\n  progress {\n    done\n    total\n  }\n  counts {\n    calls\n    observationsInserted\n    observationsUpdated\n    rejects\n    hoursSummarised\n  }\n  error\n}": typeof types.PipelineDocument,
    "query Records($id: ID!, $units: Units!, $range: DateRange!) {\n  city(id: $id) {\n    id\n    records(units: $units) {\n      kind\n      value\n      unit\n      dates\n      days\n      since\n    }\n    anomalies(range: $range, units: $units) {\n      deviationUnit\n      days {\n        date\n        anomaly\n        years\n      }\n    }\n  }\n}": typeof types.RecordsDocument,
    "mutation RefreshWeather($cityIds: [ID!]) {\n  refreshWeather(input: {cityIds: $cityIds}) {\n    run {\n      id\n      status\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": typeof types.RefreshWeatherDocument,
    "query Rejects {\n  runs(filter: {job: LOAD}, first: 50) {\n    nodes {\n      id\n      rejects(first: 5) {\n        nodes {\n          city {\n            id\n            name\n          }\n          reason\n          path\n          value\n          detail\n          at\n          resolvedAt\n        }\n      }\n    }\n  }\n}": typeof types.RejectsDocument,
    "subscription RunProgress($id: ID!) {\n  runProgress(id: $id) {\n    ...RunParts\n  }\n}": typeof types.RunProgressDocument,
    "query SearchCities($search: String!) {\n  cities(filter: {search: $search}, first: 8) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      population\n      tracking {\n        intervalMinutes\n      }\n    }\n  }\n}": typeof types.SearchCitiesDocument,
    "query Series($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!, $fill: FillMethod!) {\n  observed: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n  filled: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n    fill: $fill\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}": typeof types.SeriesDocument,
    "mutation TrackCities($cityIds: [ID!]!) {\n  trackCities(input: {cityIds: $cityIds}) {\n    cities {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": typeof types.TrackCitiesDocument,
    "mutation UntrackCities($cityIds: [ID!]!) {\n  untrackCities(input: {cityIds: $cityIds}) {\n    cities {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": typeof types.UntrackCitiesDocument,
    "query Warehouse {\n  warehouse {\n    cities\n    trackedCities\n    observations\n    firstObservedAt\n    lastObservedAt\n    demo\n  }\n}": typeof types.WarehouseDocument,
    "query Week($id: ID!, $units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  city(id: $id) {\n    id\n    dailySummaries(past: \"P7D\", units: $units, direction: DESC) {\n      nodes {\n        date\n        airTemperature {\n          min\n          mean\n          max\n        }\n        precipitation {\n          total\n        }\n        windGustSpeedMax\n        coverage {\n          observedHours\n          expectedHours\n          ratio\n          complete\n        }\n      }\n    }\n  }\n}": typeof types.WeekDocument,
};
const documents: Documents = {
    "query Alerts {\n  parameters(units: METRIC) {\n    parameter\n    unit\n  }\n  alerts(first: 20) {\n    id\n    kind\n    severity\n    title\n    message\n    raisedAt\n    resolvedAt\n    deliveredAt\n    deliveryError\n  }\n  alertRules {\n    id\n    name\n    subject\n    parameter\n    comparison\n    threshold\n    hoursAhead\n    cityIds\n    countryCodes\n    enabled\n  }\n}": types.AlertsDocument,
    "query Averages($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    short: movingAverages(range: $range, windowHours: 5, units: $units, first: 500) {\n      nodes {\n        hour\n        value: airTemperature\n      }\n    }\n    long: movingAverages(range: $range, windowHours: 24, units: $units, first: 500) {\n      nodes {\n        hour\n        value: airTemperature\n      }\n    }\n  }\n}": types.AveragesDocument,
    "mutation CreateAlertRule($input: CreateAlertRuleInput!) {\n  createAlertRule(input: $input) {\n    rule {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": types.CreateAlertRuleDocument,
    "query DaySeries($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!) {\n  observed: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n    interval: DAY\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}": types.DaySeriesDocument,
    "query Days($id: ID!, $range: DateRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    dailySummaries(range: $range, units: $units, first: 500) {\n      nodes {\n        date\n        values: airTemperature {\n          min\n          mean\n          max\n        }\n        coverage {\n          observedHours\n          expectedHours\n          ratio\n          complete\n        }\n      }\n    }\n  }\n}": types.DaysDocument,
    "mutation DeleteAlertRule($id: ID!) {\n  deleteAlertRule(input: {id: $id}) {\n    deletedId\n    userErrors {\n      code\n      message\n    }\n  }\n}": types.DeleteAlertRuleDocument,
    "query Forecasts($id: ID!, $past: TimeRange!, $coming: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    forecast(range: $coming, units: $units) {\n      issuedAt\n      source {\n        name\n      }\n      points {\n        validAt\n        value: airTemperature\n      }\n    }\n    forecastAhead(range: $past, hours: 24, units: $units) {\n      validAt\n      value: airTemperature\n    }\n  }\n}": types.ForecastsDocument,
    "query Freshness {\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: 500\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      tracking {\n        source\n        intervalMinutes\n        nextDueAt\n        lastFetchedAt\n        lastObservedAt\n        paused\n        failures\n      }\n    }\n  }\n}": types.FreshnessDocument,
    "query Hours($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    hourlySummaries(range: $range, units: $units, first: 500) {\n      nodes {\n        hour\n        values: airTemperature {\n          min\n          mean\n          max\n        }\n      }\n    }\n  }\n}": types.HoursDocument,
    "query LargestTracked($first: Int!) {\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: $first\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      population\n      tracking {\n        intervalMinutes\n      }\n    }\n  }\n}": types.LargestTrackedDocument,
    "query MapAnomalies($ids: [ID!]!, $range: DateRange!, $units: Units!) {\n  cities(filter: {ids: $ids}, first: 80) {\n    nodes {\n      id\n      anomalies(range: $range, units: $units) {\n        deviationUnit\n        days {\n          date\n          anomaly\n        }\n      }\n    }\n  }\n}": types.MapAnomaliesDocument,
    "query MapNow($units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: 500\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      coordinates {\n        latitude\n        longitude\n      }\n      latestObservation(units: $units) {\n        observedAt\n        airTemperature\n        relativeHumidity\n        pressure {\n          meanSeaLevel\n        }\n        wind {\n          speed\n        }\n      }\n    }\n  }\n}": types.MapNowDocument,
    "query MapRanking($by: RankingMeasure!, $units: Units!) {\n  ranking(by: $by, filter: {tracked: true}, units: $units, first: 500) {\n    value\n    unit\n    city {\n      id\n    }\n  }\n}": types.MapRankingDocument,
    "query MapRecords($ids: [ID!]!, $units: Units!) {\n  cities(filter: {ids: $ids}, first: 80) {\n    nodes {\n      id\n      records(units: $units) {\n        kind\n        value\n        unit\n        dates\n      }\n    }\n  }\n}": types.MapRecordsDocument,
    "query MapWeeks($ids: [ID!]!, $range: TimeRange!, $units: Units!) {\n  series(\n    cityIds: $ids\n    parameters: [AIR_TEMPERATURE]\n    range: $range\n    interval: DAY\n    units: $units\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}": types.MapWeeksDocument,
    "query Now($ids: [ID!]!, $units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  cities(filter: {ids: $ids}, first: 12) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      timeZone\n      tracking {\n        intervalMinutes\n        nextDueAt\n        paused\n        failures\n      }\n      latestObservation(units: $units) {\n        observedAt\n        fetchedAt\n        airTemperature\n        apparentTemperature\n        relativeHumidity\n        cloudCover\n        visibility\n        pressure {\n          meanSeaLevel\n        }\n        wind {\n          speed\n          gustSpeed\n          fromDirection\n        }\n        precipitation {\n          total\n          kind\n        }\n        conditions {\n          code\n          group\n          description\n        }\n        source {\n          source\n          name\n          licence\n          attribution\n        }\n      }\n    }\n  }\n}": types.NowDocument,
    "subscription ObservationAdded($cityIds: [ID!]!) {\n  observationAdded(cityIds: $cityIds) {\n    city {\n      id\n    }\n    observedAt\n  }\n}": types.ObservationAddedDocument,
    "query Observations($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    observations(range: $range, units: $units, first: 500) {\n      nodes {\n        observedAt\n        value: airTemperature\n      }\n    }\n  }\n}": types.ObservationsDocument,
    "query Pipeline {\n  warehouse {\n    trackedCities\n    observations\n    firstObservedAt\n    lastObservedAt\n    demo\n    quotas {\n      source\n      period\n      used\n      limit\n      resetsAt\n    }\n    nextRuns {\n      job\n      at\n    }\n    checks {\n      name\n      severity\n      status\n      failing\n      checkedAt\n    }\n  }\n  runs(first: 20) {\n    nodes {\n      ...RunParts\n    }\n  }\n}\n\nfragment RunParts on Run {\n  id\n  job\n  trigger\n  status\n  requestedAt\n  startedAt\n  finishedAt\n  progress {\n    done\n    total\n  }\n  counts {\n    calls\n    observationsInserted\n    observationsUpdated\n    rejects\n    hoursSummarised\n  }\n  error\n}": types.PipelineDocument,
    "query Records($id: ID!, $units: Units!, $range: DateRange!) {\n  city(id: $id) {\n    id\n    records(units: $units) {\n      kind\n      value\n      unit\n      dates\n      days\n      since\n    }\n    anomalies(range: $range, units: $units) {\n      deviationUnit\n      days {\n        date\n        anomaly\n        years\n      }\n    }\n  }\n}": types.RecordsDocument,
    "mutation RefreshWeather($cityIds: [ID!]) {\n  refreshWeather(input: {cityIds: $cityIds}) {\n    run {\n      id\n      status\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": types.RefreshWeatherDocument,
    "query Rejects {\n  runs(filter: {job: LOAD}, first: 50) {\n    nodes {\n      id\n      rejects(first: 5) {\n        nodes {\n          city {\n            id\n            name\n          }\n          reason\n          path\n          value\n          detail\n          at\n          resolvedAt\n        }\n      }\n    }\n  }\n}": types.RejectsDocument,
    "subscription RunProgress($id: ID!) {\n  runProgress(id: $id) {\n    ...RunParts\n  }\n}": types.RunProgressDocument,
    "query SearchCities($search: String!) {\n  cities(filter: {search: $search}, first: 8) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      population\n      tracking {\n        intervalMinutes\n      }\n    }\n  }\n}": types.SearchCitiesDocument,
    "query Series($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!, $fill: FillMethod!) {\n  observed: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n  filled: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n    fill: $fill\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}": types.SeriesDocument,
    "mutation TrackCities($cityIds: [ID!]!) {\n  trackCities(input: {cityIds: $cityIds}) {\n    cities {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": types.TrackCitiesDocument,
    "mutation UntrackCities($cityIds: [ID!]!) {\n  untrackCities(input: {cityIds: $cityIds}) {\n    cities {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}": types.UntrackCitiesDocument,
    "query Warehouse {\n  warehouse {\n    cities\n    trackedCities\n    observations\n    firstObservedAt\n    lastObservedAt\n    demo\n  }\n}": types.WarehouseDocument,
    "query Week($id: ID!, $units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  city(id: $id) {\n    id\n    dailySummaries(past: \"P7D\", units: $units, direction: DESC) {\n      nodes {\n        date\n        airTemperature {\n          min\n          mean\n          max\n        }\n        precipitation {\n          total\n        }\n        windGustSpeedMax\n        coverage {\n          observedHours\n          expectedHours\n          ratio\n          complete\n        }\n      }\n    }\n  }\n}": types.WeekDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Alerts {\n  parameters(units: METRIC) {\n    parameter\n    unit\n  }\n  alerts(first: 20) {\n    id\n    kind\n    severity\n    title\n    message\n    raisedAt\n    resolvedAt\n    deliveredAt\n    deliveryError\n  }\n  alertRules {\n    id\n    name\n    subject\n    parameter\n    comparison\n    threshold\n    hoursAhead\n    cityIds\n    countryCodes\n    enabled\n  }\n}"): typeof import('./graphql.js').AlertsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Averages($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    short: movingAverages(range: $range, windowHours: 5, units: $units, first: 500) {\n      nodes {\n        hour\n        value: airTemperature\n      }\n    }\n    long: movingAverages(range: $range, windowHours: 24, units: $units, first: 500) {\n      nodes {\n        hour\n        value: airTemperature\n      }\n    }\n  }\n}"): typeof import('./graphql.js').AveragesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateAlertRule($input: CreateAlertRuleInput!) {\n  createAlertRule(input: $input) {\n    rule {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').CreateAlertRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DaySeries($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!) {\n  observed: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n    interval: DAY\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}"): typeof import('./graphql.js').DaySeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Days($id: ID!, $range: DateRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    dailySummaries(range: $range, units: $units, first: 500) {\n      nodes {\n        date\n        values: airTemperature {\n          min\n          mean\n          max\n        }\n        coverage {\n          observedHours\n          expectedHours\n          ratio\n          complete\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').DaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteAlertRule($id: ID!) {\n  deleteAlertRule(input: {id: $id}) {\n    deletedId\n    userErrors {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').DeleteAlertRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Forecasts($id: ID!, $past: TimeRange!, $coming: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    forecast(range: $coming, units: $units) {\n      issuedAt\n      source {\n        name\n      }\n      points {\n        validAt\n        value: airTemperature\n      }\n    }\n    forecastAhead(range: $past, hours: 24, units: $units) {\n      validAt\n      value: airTemperature\n    }\n  }\n}"): typeof import('./graphql.js').ForecastsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Freshness {\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: 500\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      tracking {\n        source\n        intervalMinutes\n        nextDueAt\n        lastFetchedAt\n        lastObservedAt\n        paused\n        failures\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FreshnessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Hours($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    hourlySummaries(range: $range, units: $units, first: 500) {\n      nodes {\n        hour\n        values: airTemperature {\n          min\n          mean\n          max\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').HoursDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LargestTracked($first: Int!) {\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: $first\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      population\n      tracking {\n        intervalMinutes\n      }\n    }\n  }\n}"): typeof import('./graphql.js').LargestTrackedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MapAnomalies($ids: [ID!]!, $range: DateRange!, $units: Units!) {\n  cities(filter: {ids: $ids}, first: 80) {\n    nodes {\n      id\n      anomalies(range: $range, units: $units) {\n        deviationUnit\n        days {\n          date\n          anomaly\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').MapAnomaliesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MapNow($units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  cities(\n    filter: {tracked: true}\n    orderBy: {field: POPULATION, direction: DESC}\n    first: 500\n  ) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      coordinates {\n        latitude\n        longitude\n      }\n      latestObservation(units: $units) {\n        observedAt\n        airTemperature\n        relativeHumidity\n        pressure {\n          meanSeaLevel\n        }\n        wind {\n          speed\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').MapNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MapRanking($by: RankingMeasure!, $units: Units!) {\n  ranking(by: $by, filter: {tracked: true}, units: $units, first: 500) {\n    value\n    unit\n    city {\n      id\n    }\n  }\n}"): typeof import('./graphql.js').MapRankingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MapRecords($ids: [ID!]!, $units: Units!) {\n  cities(filter: {ids: $ids}, first: 80) {\n    nodes {\n      id\n      records(units: $units) {\n        kind\n        value\n        unit\n        dates\n      }\n    }\n  }\n}"): typeof import('./graphql.js').MapRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MapWeeks($ids: [ID!]!, $range: TimeRange!, $units: Units!) {\n  series(\n    cityIds: $ids\n    parameters: [AIR_TEMPERATURE]\n    range: $range\n    interval: DAY\n    units: $units\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}"): typeof import('./graphql.js').MapWeeksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Now($ids: [ID!]!, $units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  cities(filter: {ids: $ids}, first: 12) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      timeZone\n      tracking {\n        intervalMinutes\n        nextDueAt\n        paused\n        failures\n      }\n      latestObservation(units: $units) {\n        observedAt\n        fetchedAt\n        airTemperature\n        apparentTemperature\n        relativeHumidity\n        cloudCover\n        visibility\n        pressure {\n          meanSeaLevel\n        }\n        wind {\n          speed\n          gustSpeed\n          fromDirection\n        }\n        precipitation {\n          total\n          kind\n        }\n        conditions {\n          code\n          group\n          description\n        }\n        source {\n          source\n          name\n          licence\n          attribution\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').NowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ObservationAdded($cityIds: [ID!]!) {\n  observationAdded(cityIds: $cityIds) {\n    city {\n      id\n    }\n    observedAt\n  }\n}"): typeof import('./graphql.js').ObservationAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Observations($id: ID!, $range: TimeRange!, $units: Units!) {\n  city(id: $id) {\n    id\n    observations(range: $range, units: $units, first: 500) {\n      nodes {\n        observedAt\n        value: airTemperature\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ObservationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Pipeline {\n  warehouse {\n    trackedCities\n    observations\n    firstObservedAt\n    lastObservedAt\n    demo\n    quotas {\n      source\n      period\n      used\n      limit\n      resetsAt\n    }\n    nextRuns {\n      job\n      at\n    }\n    checks {\n      name\n      severity\n      status\n      failing\n      checkedAt\n    }\n  }\n  runs(first: 20) {\n    nodes {\n      ...RunParts\n    }\n  }\n}\n\nfragment RunParts on Run {\n  id\n  job\n  trigger\n  status\n  requestedAt\n  startedAt\n  finishedAt\n  progress {\n    done\n    total\n  }\n  counts {\n    calls\n    observationsInserted\n    observationsUpdated\n    rejects\n    hoursSummarised\n  }\n  error\n}"): typeof import('./graphql.js').PipelineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Records($id: ID!, $units: Units!, $range: DateRange!) {\n  city(id: $id) {\n    id\n    records(units: $units) {\n      kind\n      value\n      unit\n      dates\n      days\n      since\n    }\n    anomalies(range: $range, units: $units) {\n      deviationUnit\n      days {\n        date\n        anomaly\n        years\n      }\n    }\n  }\n}"): typeof import('./graphql.js').RecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RefreshWeather($cityIds: [ID!]) {\n  refreshWeather(input: {cityIds: $cityIds}) {\n    run {\n      id\n      status\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').RefreshWeatherDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Rejects {\n  runs(filter: {job: LOAD}, first: 50) {\n    nodes {\n      id\n      rejects(first: 5) {\n        nodes {\n          city {\n            id\n            name\n          }\n          reason\n          path\n          value\n          detail\n          at\n          resolvedAt\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').RejectsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription RunProgress($id: ID!) {\n  runProgress(id: $id) {\n    ...RunParts\n  }\n}"): typeof import('./graphql.js').RunProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchCities($search: String!) {\n  cities(filter: {search: $search}, first: 8) {\n    nodes {\n      id\n      name\n      countryCode\n      admin1Code\n      population\n      tracking {\n        intervalMinutes\n      }\n    }\n  }\n}"): typeof import('./graphql.js').SearchCitiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Series($ids: [ID!]!, $parameter: Parameter!, $range: TimeRange!, $units: Units!, $fill: FillMethod!) {\n  observed: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n  filled: series(\n    cityIds: $ids\n    parameters: [$parameter]\n    range: $range\n    units: $units\n    fill: $fill\n  ) {\n    city {\n      id\n    }\n    time\n    columns {\n      unit\n      values\n    }\n  }\n}"): typeof import('./graphql.js').SeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation TrackCities($cityIds: [ID!]!) {\n  trackCities(input: {cityIds: $cityIds}) {\n    cities {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').TrackCitiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UntrackCities($cityIds: [ID!]!) {\n  untrackCities(input: {cityIds: $cityIds}) {\n    cities {\n      id\n      name\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}"): typeof import('./graphql.js').UntrackCitiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Warehouse {\n  warehouse {\n    cities\n    trackedCities\n    observations\n    firstObservedAt\n    lastObservedAt\n    demo\n  }\n}"): typeof import('./graphql.js').WarehouseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Week($id: ID!, $units: Units!) {\n  parameters(units: $units) {\n    parameter\n    unit\n  }\n  city(id: $id) {\n    id\n    dailySummaries(past: \"P7D\", units: $units, direction: DESC) {\n      nodes {\n        date\n        airTemperature {\n          min\n          mean\n          max\n        }\n        precipitation {\n          total\n        }\n        windGustSpeedMax\n        coverage {\n          observedHours\n          expectedHours\n          ratio\n          complete\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').WeekDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
