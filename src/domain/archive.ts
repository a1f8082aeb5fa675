/** Reanalysis begins here (ERA5): archives have no earlier day. */
export const FIRST_ARCHIVE_DAY = new Date('1940-01-01T00:00:00Z');
