import {
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DAY_SECONDS } from '../arguments/instants.js';

/**
 * How long an answer holds: NEVER beyond itself (it depends on the clock or on this process), for a version of the DATA,
 * or, being about the past, most likely for long (PAST).
 */
export type Permanence = 'NEVER' | 'DATA' | 'PAST';

/** Fields that depend on nothing but their arguments and the database. Of all others it is not known. */
const PURE: Readonly<Record<string, readonly string[] | 'ALL'>> = {
  Query: ['city', 'cities', 'observations', 'dailySummaries', 'movingAverages', 'series', 'ranking', 'parameters'],
  City: [
    'id', 'name', 'countryCode', 'admin1Code', 'coordinates', 'population', 'timeZone', 'latestObservation',
    'observations', 'hourlySummaries', 'dailySummaries', 'movingAverages',
  ],
  Observation: [
    'city', 'observedAt', 'fetchedAt', 'loadedAt', 'source', 'airTemperature', 'apparentTemperature',
    'dewPointTemperature', 'relativeHumidity', 'pressure', 'wind', 'cloudCover', 'visibility', 'precipitation',
    'conditions',
  ],
  // A day is over, or not yet.
  Coverage: ['observedHours', 'expectedHours', 'ratio'],
  CityConnection: 'ALL', CityEdge: 'ALL', Condition: 'ALL', Coordinates: 'ALL', DailySummary: 'ALL',
  DailySummaryConnection: 'ALL', DailySummaryEdge: 'ALL', HourlySummary: 'ALL', HourlySummaryConnection: 'ALL',
  HourlySummaryEdge: 'ALL', MovingAverage: 'ALL', MovingAverageConnection: 'ALL', MovingAverageEdge: 'ALL',
  ObservationConnection: 'ALL', ObservationEdge: 'ALL', PageInfo: 'ALL', ParameterInfo: 'ALL', Precipitation: 'ALL',
  Pressure: 'ALL', Quality: 'ALL', RankedCity: 'ALL', Series: 'ALL', SeriesColumn: 'ALL', SourceInfo: 'ALL',
  Statistic: 'ALL', Wind: 'ALL',
}; // prettier-ignore

/** Fields that answer for a part of time, which their arguments give. */
const TIMED = new Set([
  'observations',
  'hourlySummaries',
  'dailySummaries',
  'movingAverages',
  'series',
  'ranking',
]);
/** Fields below an item that stay within the item's own part of time. */
const WITHIN = new Set(['HourlySummary', 'DailySummary']);

/** Seconds after which late observations are rare. */
const SETTLED = 7 * DAY_SECONDS;

/** What of an operation decides: found once. */
interface Traits {
  isPure: boolean;
  timed: FieldNode[];
  /** Asks for what is newest. */
  hasNewest: boolean;
}

interface Arguments {
  past?: unknown;
  date?: unknown;
  range?: { to?: unknown } | null;
  filter?: Arguments | null;
}

/** Tells how long answers to operations hold. */
export class PermanenceOf {
  readonly #known = new WeakMap<OperationDefinitionNode, Traits>();

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * @param variables coerced
   * @param now seconds since 1970
   */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
    now: number,
  ): Permanence {
    const traits = this.#traits(document, operation);
    if (!traits.isPure) return 'NEVER';
    const windows = traits.timed.map((field) => windowOf(field, variables));
    if (windows.includes('NOW')) return 'NEVER';
    const ends = windows.map((window) => (window === 'NEWEST' ? Infinity : Date.parse(window) / 1000));
    const isPast = !traits.hasNewest && ends.length > 0 && ends.every((end) => end < now - SETTLED);
    return isPast ? 'PAST' : 'DATA';
  }

  #traits(document: DocumentNode, operation: OperationDefinitionNode): Traits {
    const known = this.#known.get(operation);
    if (known) return known;
    const traits: Traits = {
      isPure: operation.operation === OperationTypeNode.QUERY,
      timed: [],
      hasNewest: false,
    };
    const query = this.schema.getQueryType();
    if (query && traits.isPure) new Walk(document, traits).into(operation.selectionSet, query);
    this.#known.set(operation, traits);
    return traits;
  }
}

class Walk {
  readonly #fragments = new Map<string, SelectionSetNode>();

  constructor(
    document: DocumentNode,
    private readonly traits: Traits,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.#fragments.set(definition.name.value, definition.selectionSet);
      }
    }
  }

  into(set: SelectionSetNode, type: GraphQLObjectType): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.#field(selection, type);
      else {
        const below =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : this.#fragments.get(selection.name.value);
        // All our types are objects: a fragment within one is of the same.
        if (below) this.into(below, type);
      }
    }
  }

  #field(field: FieldNode, type: GraphQLObjectType): void {
    const name = field.name.value;
    if (name === '__typename') return;
    const pure = PURE[type.name];
    if (pure === undefined || (pure !== 'ALL' && !pure.includes(name))) this.traits.isPure = false;
    if (TIMED.has(name) && !WITHIN.has(type.name)) this.traits.timed.push(field);
    if (name === 'latestObservation') this.traits.hasNewest = true;
    const definition = type.getFields()[name];
    const below = definition && getNamedType(definition.type);
    if (field.selectionSet && isObjectType(below)) this.into(field.selectionSet, below);
  }
}

/** The end of the part of time a field asks for, or what that depends on. */
function windowOf(field: FieldNode, variables: Record<string, unknown>): string {
  const args = Object.fromEntries(
    (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  ) as Arguments;
  const given = [args, ...(args.filter ? [args.filter] : [])];
  if (given.some(({ past }) => typeof past === 'string')) return 'NOW';
  const end = given.map(({ range, date }) => range?.to ?? date).find((value) => typeof value === 'string');
  if (end !== undefined) return end;
  // Each city's yesterday.
  return field.name.value === 'ranking' ? 'NOW' : 'NEWEST';
}
