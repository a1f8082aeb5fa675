import { PARAMETER_NAMES, PARAMETERS } from '../../domain/parameters.js';
import { converter, unitIn } from '../../domain/units.js';
import type { ParameterInfo, Units } from '../generated/resolvers.js';

/** The catalogue of what is measured, in a system of units. */
export function parameterInfos(units: Units): ParameterInfo[] {
  return PARAMETER_NAMES.map((parameter) => {
    const { field, unit, standardName, range } = PARAMETERS[parameter];
    const convert = converter(units, unit);
    return {
      parameter,
      field,
      unit: unitIn(units, unit),
      standardName,
      min: convert(range[0]),
      max: convert(range[1]),
    };
  });
}
