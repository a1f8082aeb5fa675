/** A city as people tell it from others of its name: Portland, OR, US. */
export const placeOf = (city: { countryCode: string; admin1Code: string | null }): string =>
  // Elsewhere GeoNames' codes of divisions are numbers that say nothing.
  city.countryCode === 'US' && city.admin1Code ? `${city.admin1Code}, US` : city.countryCode;
