/** Reads a colour of the style sheet: a canvas knows none of it. */
export const cssColour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Name of the colour of a city by its place among those compared. */
export const cityColour = (place: number): string => `--city-${place + 1}`;

/** The same colour, let through: #rrggbb and a share from 0 to 1. */
export const translucent = (colour: string, alpha: number): string =>
  `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
