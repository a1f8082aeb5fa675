/** What a condition code says. The group is the coarse kind, the same words for every source. */
export interface ConditionDescription {
  group: string;
  description: string;
}

/** OpenWeatherMap's table (openweathermap.org/weather-conditions): always 200 and above. */
const OPENWEATHERMAP: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Thunderstorm: {
    200: 'thunderstorm with light rain',
    201: 'thunderstorm with rain',
    202: 'thunderstorm with heavy rain',
    210: 'light thunderstorm',
    211: 'thunderstorm',
    212: 'heavy thunderstorm',
    221: 'ragged thunderstorm',
    230: 'thunderstorm with light drizzle',
    231: 'thunderstorm with drizzle',
    232: 'thunderstorm with heavy drizzle',
  },
  Drizzle: {
    300: 'light intensity drizzle',
    301: 'drizzle',
    302: 'heavy intensity drizzle',
    310: 'light intensity drizzle rain',
    311: 'drizzle rain',
    312: 'heavy intensity drizzle rain',
    313: 'shower rain and drizzle',
    314: 'heavy shower rain and drizzle',
    321: 'shower drizzle',
  },
  Rain: {
    500: 'light rain',
    501: 'moderate rain',
    502: 'heavy intensity rain',
    503: 'very heavy rain',
    504: 'extreme rain',
    511: 'freezing rain',
    520: 'light intensity shower rain',
    521: 'shower rain',
    522: 'heavy intensity shower rain',
    531: 'ragged shower rain',
  },
  Snow: {
    600: 'light snow',
    601: 'snow',
    602: 'heavy snow',
    611: 'sleet',
    612: 'light shower sleet',
    613: 'shower sleet',
    615: 'light rain and snow',
    616: 'rain and snow',
    620: 'light shower snow',
    621: 'shower snow',
    622: 'heavy shower snow',
  },
  Mist: { 701: 'mist' },
  Smoke: { 711: 'smoke' },
  Haze: { 721: 'haze' },
  Dust: { 731: 'sand and dust whirls', 761: 'dust' },
  Fog: { 741: 'fog' },
  Sand: { 751: 'sand' },
  Ash: { 762: 'volcanic ash' },
  Squall: { 771: 'squalls' },
  Tornado: { 781: 'tornado' },
  Clear: { 800: 'clear sky' },
  Clouds: {
    801: 'few clouds',
    802: 'scattered clouds',
    803: 'broken clouds',
    804: 'overcast clouds',
  },
};

/** WMO code table 4677 as far as Open-Meteo uses it (open-meteo.com/en/docs): always 99 and below. */
const WMO: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Clear: { 0: 'clear sky' },
  Clouds: { 1: 'mainly clear', 2: 'partly cloudy', 3: 'overcast' },
  Fog: { 45: 'fog', 48: 'depositing rime fog' },
  Drizzle: {
    51: 'light drizzle',
    53: 'moderate drizzle',
    55: 'dense drizzle',
    56: 'light freezing drizzle',
    57: 'dense freezing drizzle',
  },
  Rain: {
    61: 'slight rain',
    63: 'moderate rain',
    65: 'heavy rain',
    66: 'light freezing rain',
    67: 'heavy freezing rain',
    80: 'slight rain showers',
    81: 'moderate rain showers',
    82: 'violent rain showers',
  },
  Snow: {
    71: 'slight snow fall',
    73: 'moderate snow fall',
    75: 'heavy snow fall',
    77: 'snow grains',
    85: 'slight snow showers',
    86: 'heavy snow showers',
  },
  Thunderstorm: {
    95: 'thunderstorm',
    96: 'thunderstorm with slight hail',
    99: 'thunderstorm with heavy hail',
  },
};

const DESCRIPTIONS = new Map<number, ConditionDescription>(
  [OPENWEATHERMAP, WMO].flatMap((table) =>
    Object.entries(table).flatMap(([group, codes]) =>
      Object.entries(codes).map(([code, description]) => [Number(code), { group, description }] as const),
    ),
  ),
);

/**
 * What a condition code of any source says. The two code tables in use do not overlap, so the code alone decides;
 * one that is in neither table is passed on as "Unknown", with its number.
 */
export function describeCondition(code: number): ConditionDescription {
  return DESCRIPTIONS.get(code) ?? { group: 'Unknown', description: `condition code ${code}` };
}
