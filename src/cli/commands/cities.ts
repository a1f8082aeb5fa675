import type { Command } from 'commander';
import { importCityList } from '../../catalogue/city-list.js';
import { addPlace, type NewPlace } from '../../catalogue/places.js';
import { searchCities } from '../../catalogue/search.js';
import { run, sqlFile } from '../../database/sql.js';
import { decimalNumber, wholeNumber } from '../arguments/count.js';
import { describeMinutes } from '../arguments/every.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { examples, withReal } from '../options.js';
import { print } from '../output/print.js';
import { Progress } from '../output/progress.js';
import { fields, number, table } from '../output/text.js';
import { inWarehouse, type CommonOptions, type Session } from '../session.js';

const CITIES = sqlFile(import.meta.url, 'cities-by-id.sql');

interface CityRow {
  id: number;
  name: string;
  countryCode: string;
  admin1Code: string | null;
  latitude: number;
  longitude: number;
  population: number | null;
  timeZone: string;
  intervalMinutes: number | null;
  source: string | null;
}

interface SearchOptions extends CommonOptions {
  country?: string;
  limit: number;
}

interface AddOptions extends CommonOptions {
  name: string;
  lat: number;
  lon: number;
  country: string;
  region?: string;
  elevation?: number;
  population?: number;
  timeZone?: string;
}

/** Adds `cities search`, `cities import` and `cities add`. */
export function addCities(program: Command): void {
  const cities = program.command('cities').description('find places of the catalogue, and add some');
  addSearch(cities);
  addImport(cities);
  addAdd(cities);
}

function addSearch(cities: Command): void {
  withReal(cities.command('search'))
    .description('find places by name, in any script, with or without accents, possibly misspelt')
    .argument('<text...>', 'a name or its beginning')
    .option('--country <code>', 'only of this country: ISO 3166, such as US')
    .option('--limit <n>', 'so many at most', wholeNumber(1, 500), 20)
    .addHelpText(
      'after',
      examples(['cities search new york', ''], ['cities search münchen --country DE', '']),
    )
    .action((text: string[], options: SearchOptions) =>
      inWarehouse(options, (session) => search(session, text.join(' '), options)),
    );
}

async function search(session: Session, text: string, options: SearchOptions): Promise<ExitCode> {
  const countryCode = options.country?.toUpperCase();
  const found = await searchCities(session.pool, { text, countryCode, limit: options.limit });
  const { rows } = await run<CityRow>(session.pool, CITIES, [found.map(({ id }) => id)]);
  const cells = rows.map((city) => [
    String(city.id),
    city.name,
    [city.countryCode, city.admin1Code].filter(Boolean).join(' '),
    city.latitude.toFixed(4),
    city.longitude.toFixed(4),
    city.population === null ? '-' : number(city.population),
    city.timeZone,
    city.intervalMinutes === null ? '-' : `every ${describeMinutes(city.intervalMinutes)}`,
  ]);
  const heading = [' id', 'name', 'region', ' lat °N', ' lon °E', ' people', 'time zone', 'followed'];
  print(
    session,
    { cities: rows },
    rows.length > 0 ? table(heading, cells) : [`No place is called "${text}".`],
  );
  return rows.length > 0 ? EXIT.DONE : EXIT.FAILED;
}

function addImport(cities: Command): void {
  withReal(cities.command('import'))
    .description('add the cities of OpenWeatherMap’s list that the catalogue lacks; may be repeated')
    .argument('<file>', 'city.list.json or city.list.json.gz')
    .addHelpText('after', '\nTime zones are looked up from the coordinates: the list has none.')
    .action((file: string, options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const progress = new Progress();
        const counts = await importCityList(session.pool, file, {
          logger: session.logger,
          onProgress: ({ read }) => progress.show('entries read', read, 0),
        }).finally(() => progress.end());
        const lines = Object.entries(counts as object).map(
          ([name, value]) => [name, number(Number(value))] as const,
        );
        print(session, { file, ...counts }, fields(lines));
        return counts.invalid > 0 ? EXIT.PARTLY : EXIT.DONE;
      }),
    );
}

function addAdd(cities: Command): void {
  withReal(cities.command('add'))
    .description('add a place of your own: a station, a field; "track" its id to follow it')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--lat <degrees>', 'latitude, degrees north: -90 to 90', decimalNumber)
    .requiredOption('--lon <degrees>', 'longitude, degrees east: -180 to 180', decimalNumber)
    .requiredOption('--country <code>', 'ISO 3166, such as US')
    .option('--region <code>', 'first administrative division, as GeoNames codes it')
    .option('--elevation <metres>', 'above the sea', decimalNumber)
    .option('--population <n>', 'people', wholeNumber(1, 2_147_483_647))
    .option('--time-zone <name>', 'IANA, such as Europe/Paris; looked up from the coordinates when absent')
    .addHelpText(
      'after',
      examples(['cities add --name "North field" --lat 52.1 --lon=-0.45 --country GB', '']),
    )
    .action((options: AddOptions) =>
      inWarehouse(options, async (session) => {
        const place = await addPlace(session.pool, newPlace(options));
        print(session, { place }, [
          place.created
            ? `Added as ${place.id}, in ${place.timeZone}.`
            : `It is there already, as ${place.id}.`,
          `Follow it with: npm run cli -- track ${place.id}`,
        ]);
        return EXIT.DONE;
      }),
    );
}

function newPlace(options: AddOptions): NewPlace {
  return {
    name: options.name,
    latitude: options.lat,
    longitude: options.lon,
    countryCode: options.country.toUpperCase(),
    admin1Code: options.region,
    elevation: options.elevation,
    population: options.population,
    timeZone: options.timeZone,
  };
}
