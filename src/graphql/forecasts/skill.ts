import { PARAMETERS } from '../../domain/parameters.js';
import { converter, differenceOf, unitIn } from '../../domain/units.js';
import type { ForecastSkillRequest } from '../arguments/forecasts.js';
import type { Context } from '../context.js';
import type { ForecastSkill, LeadSkill } from '../generated/resolvers.js';
import type { ComparedParameter } from '../insights/compared.js';
import { orNull } from '../insights/enough.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { loadRows, type CityStatement } from '../loaders/rows.js';

const SKILL = sqlTemplate(import.meta.url, 'skill.sql');

/** Where the hour's value is kept that a value forecast for its start stands against. */
const OBSERVED: Readonly<Record<ComparedParameter, string>> = {
  AIR_TEMPERATURE: 'air_temperature_mean_c',
  APPARENT_TEMPERATURE: 'apparent_temperature_mean_c',
  DEW_POINT_TEMPERATURE: 'dew_point_temperature_mean_c',
  RELATIVE_HUMIDITY: 'relative_humidity_mean_pct',
  MEAN_SEA_LEVEL_PRESSURE: 'mean_sea_level_pressure_mean_hpa',
  SURFACE_PRESSURE: 'surface_pressure_mean_hpa',
  WIND_SPEED: 'wind_speed_mean_ms',
  CLOUD_COVER: 'cloud_cover_mean_pct',
};

type Figures = Pick<LeadSkill, 'bias' | 'meanAbsoluteError' | 'rootMeanSquareError'>;
type SkillRow = Omit<LeadSkill, 'fromHours' | 'toHours'> & { parameter: ComparedParameter; lead: number };

/** How good a city's forecasts were, by parameter and lead; figures are null where too few hours were observed. */
export async function loadForecastSkill(
  context: Context,
  cityId: number,
  request: ForecastSkillRequest,
): Promise<ForecastSkill[]> {
  const { parameters, units } = request;
  const rows = await loadRows<SkillRow>(context, cityId, 'forecast skill', request, () =>
    statementOf(request),
  );
  return parameters.map((parameter) => {
    const unit = differenceOf(PARAMETERS[parameter].unit);
    const convert = converter(units, unit);
    const leads = rows
      .filter((row) => row.parameter === parameter)
      .map((row) => leadOf(row, request, convert));
    return { parameter, unit: unitIn(units, unit), leads };
  });
}

function statementOf({ parameters, from, to, stepHours }: ForecastSkillRequest): CityStatement {
  const values = parameters.map(
    (name) => `('${name}', f.${PARAMETERS[name].column}::float8, h.${OBSERVED[name]})`,
  );
  return { ...fill(SKILL, { parameters: values.join(', ') }), values: [from, to, stepHours] };
}

function leadOf(
  { lead, forecasts, pairs, hours, ...figures }: SkillRow,
  { stepHours, minHours }: ForecastSkillRequest,
  convert: (value: number) => number,
): LeadSkill {
  const known: Partial<Figures> = hours >= minHours ? figures : {};
  return {
    fromHours: (lead - 1) * stepHours,
    toHours: lead * stepHours,
    ...{ forecasts, pairs, hours },
    bias: orNull(convert, known.bias),
    meanAbsoluteError: orNull(convert, known.meanAbsoluteError),
    rootMeanSquareError: orNull(convert, known.rootMeanSquareError),
  };
}
