// Magnus form with the coefficients of the WMO Guide to Instruments (WMO-No. 8, 2018, annex 4.B), over water.
const A = 17.62;
const B = 243.12;

/**
 * Dew point from air temperature and relative humidity.
 * @param airTemperature °C
 * @param relativeHumidity %
 * @returns °C to one hundredth; undefined at 0 % humidity, where there is none
 */
export function dewPoint(airTemperature: number, relativeHumidity: number): number | undefined {
  if (relativeHumidity <= 0) return undefined;
  const gamma = Math.log(relativeHumidity / 100) + (A * airTemperature) / (B + airTemperature);
  return Math.round(((B * gamma) / (A - gamma)) * 100) / 100;
}
